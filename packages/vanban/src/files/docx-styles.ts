import { child, childrenNamed, isOn, val, type XmlElement } from './xml.ts'

interface Style {
  readonly id: string
  readonly basedOn: string | undefined
  readonly paragraph: XmlElement | undefined
  readonly run: XmlElement | undefined
  readonly table: XmlElement | undefined
}

export interface StyleSheet {
  /** The style and those it is based on, nearest first; empty for an unknown style. */
  chain(id: string | undefined): readonly Style[]
  /** The style of a paragraph that names none. */
  readonly defaultParagraph: string | undefined
  readonly defaultRun: XmlElement | undefined
  readonly defaultParagraphProperties: XmlElement | undefined
}

export type { Style }

/** Reads `styles.xml`; a document without it has an empty sheet. */
export function readStyles(part: XmlElement | undefined): StyleSheet {
  const sheet = child(part, 'w:styles')
  const defaults = child(sheet, 'w:docDefaults')
  const byId = new Map<string, Style>()
  let defaultParagraph: string | undefined
  for (const element of childrenNamed(sheet, 'w:style')) {
    const id = element.attributes['w:styleId']
    if (id === undefined) continue
    byId.set(id, {
      id,
      basedOn: val(child(element, 'w:basedOn')),
      paragraph: child(element, 'w:pPr'),
      run: child(element, 'w:rPr'),
      table: child(element, 'w:tblPr'),
    })
    const isDefault = ['1', 'true', 'on'].includes(element.attributes['w:default'] ?? '')
    if (isDefault && element.attributes['w:type'] === 'paragraph') defaultParagraph = id
  }
  const chains = new Map<string, readonly Style[]>()
  return {
    defaultParagraph,
    defaultRun: child(child(defaults, 'w:rPrDefault'), 'w:rPr'),
    defaultParagraphProperties: child(child(defaults, 'w:pPrDefault'), 'w:pPr'),
    chain(id) {
      if (id === undefined) return []
      const known = chains.get(id)
      if (known !== undefined) return known
      const chain = chainOf(id, byId)
      chains.set(id, chain)
      return chain
    },
  }
}

function chainOf(id: string, byId: ReadonlyMap<string, Style>): Style[] {
  const chain: Style[] = []
  const seen = new Set<string>()
  for (let style = byId.get(id); style !== undefined && !seen.has(style.id); style = byId.get(style.basedOn ?? '')) {
    seen.add(style.id)
    chain.push(style)
  }
  return chain
}

/** Run properties of one paragraph's runs: what stands on the run, then its character style, then the paragraph's. */
export interface RunProperties {
  find(name: string): XmlElement | undefined
  isOn(name: string): boolean
}

export function runProperties(run: XmlElement | undefined, paragraphChain: readonly Style[], sheet: StyleSheet): RunProperties {
  const layers = [
    run,
    ...sheet.chain(val(child(run, 'w:rStyle'))).map((style) => style.run),
    ...paragraphChain.map((style) => style.run),
    sheet.defaultRun,
  ]
  const find = (name: string) => {
    for (const layer of layers) {
      const property = child(layer, name)
      if (property !== undefined) return property
    }
    return undefined
  }
  return { find, isOn: (name) => isOn(find(name)) }
}
