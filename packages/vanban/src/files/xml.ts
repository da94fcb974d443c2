import { SaxesParser } from 'saxes'
import { UnreadableFile } from './unreadable.ts'

/** An element of a small, read-only tree; text stands among the children as strings. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

export const XML_LIMITS = {
  /** Elements of one part; a 300-page document has about 200,000. */
  elements: 1_000_000,
  /** Elements inside each other; nested tables in content controls reach about 60. */
  depth: 256,
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[]
}

/** Namespaces whose prefix a writer may choose freely, and the prefix by which the readers know them. */
const PREFIX_OF_NAMESPACE: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
}

/**
 * The tree of an XML part. No document type, no entities beyond the five of XML, bounded by {@link XML_LIMITS}.
 *
 * @throws UnreadableFile `bomb` for a DOCTYPE, too many or too deep elements; `broken` where it is not well formed
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const text = decodeXml(bytes)
  const root: OpenElement = { name: '', attributes: {}, children: [] }
  const open: OpenElement[] = [root]
  let prefixes: ReadonlyMap<string, string> | null = null
  let elements = 0
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('doctype', () => {
    throw new UnreadableFile('bomb', 'XML with a DOCTYPE')
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => {
    elements += 1
    if (elements > XML_LIMITS.elements) throw new UnreadableFile('bomb', 'XML with too many elements')
    if (open.length > XML_LIMITS.depth) throw new UnreadableFile('bomb', 'XML nested too deeply')
    prefixes ??= otherPrefixes(tag.attributes)
    const element: OpenElement =
      prefixes.size === 0
        ? { name: tag.name, attributes: tag.attributes, children: [] }
        : { name: rename(tag.name, prefixes), attributes: renameKeys(tag.attributes, prefixes), children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  const addText = (piece: string) => {
    open.at(-1)?.children.push(piece)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  try {
    parser.write(text).close()
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    throw new UnreadableFile('broken', `XML: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
  return root
}

function decodeXml(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  try {
    return new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new UnreadableFile('broken', 'XML that is neither UTF-8 nor UTF-16', { cause: error })
  }
}

/** Prefixes declared on the root that stand for a known namespace under another name. */
function otherPrefixes(attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const others = new Map<string, string>()
  for (const [key, uri] of Object.entries(attributes)) {
    const known = PREFIX_OF_NAMESPACE[uri]
    const prefix = key === 'xmlns' ? '' : key.startsWith('xmlns:') ? key.slice(6) : null
    if (known !== undefined && prefix !== null && prefix !== known) others.set(prefix, known)
  }
  return others
}

function rename(name: string, prefixes: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':')
  const known = prefixes.get(colon < 0 ? '' : name.slice(0, colon))
  return known === undefined ? name : `${known}:${name.slice(colon + 1)}`
}

function renameKeys(
  attributes: Readonly<Record<string, string>>,
  prefixes: ReadonlyMap<string, string>,
): Record<string, string> {
  // An attribute without a prefix has no namespace, whatever the default one is.
  return Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [key.includes(':') ? rename(key, prefixes) : key, value]),
  )
}

const isElement = (child: XmlElement | string): child is XmlElement => typeof child !== 'string'

export function childElements(parent: XmlElement | undefined): XmlElement[] {
  return parent?.children.filter(isElement) ?? []
}

export function childrenNamed(parent: XmlElement | undefined, name: string): XmlElement[] {
  return childElements(parent).filter((child) => child.name === name)
}

export function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((node): node is XmlElement => typeof node !== 'string' && node.name === name)
}

/** The first descendant of that name, in document order. */
export function descendant(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const node of childElements(parent)) {
    const found = node.name === name ? node : descendant(node, name)
    if (found !== undefined) return found
  }
  return undefined
}

/** All text inside, markup dropped. */
export function textOf(node: XmlElement): string {
  return node.children.map((inner) => (typeof inner === 'string' ? inner : textOf(inner))).join('')
}

/** The attribute `w:val` of a property element. */
export function val(property: XmlElement | undefined): string | undefined {
  return property?.attributes['w:val']
}

/** An on/off property: present means on, unless its value says otherwise. */
export function isOn(property: XmlElement | undefined): boolean {
  return property !== undefined && !['0', 'false', 'none', 'off'].includes(val(property) ?? '1')
}
