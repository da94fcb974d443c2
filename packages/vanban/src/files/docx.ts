import type { Block, Paragraph, RawDocument } from '../blocks.ts'
import { readNumbering, type ListRef, type Numbering } from './docx-numbering.ts'
import {
  alignmentOf,
  createRunReader,
  DOCX_WARNINGS,
  isMarkDeleted,
  type InlineContent,
  type Run,
  type Warn,
} from './docx-runs.ts'
import { readStyles, type Style, type StyleSheet } from './docx-styles.ts'
import { readTable } from './docx-table.ts'
import { splitLetterheadLines } from './letterhead.ts'
import { paragraphsOf } from './paragraph.ts'
import { UnreadableFile } from './unreadable.ts'
import { child, childElements, childrenNamed, descendant, isOn, parseXml, val, type XmlElement } from './xml.ts'
import { openZip, type ZipArchive } from './zip.ts'

/**
 * Reads a DOCX into blocks in reading order.
 *
 * Automatic numbers become `marker`s. Tracked changes are read as accepted, hidden text is left out, text boxes are
 * read once, a footnote follows the paragraph that cites it with the marker `[n]`. The letterhead and the table of
 * recipients and signer (Nghị định 30/2020/NĐ-CP, Phụ lục I) come as paragraphs, left column before right.
 *
 * @throws UnreadableFile `truncated`, `encrypted`, `bomb` or `broken`
 */
export async function readDocx(bytes: Uint8Array): Promise<RawDocument> {
  const archive = await openZip(bytes)
  const parts = await readParts(archive)
  const body = descendant(parts.document, 'w:body')
  if (body === undefined) throw new UnreadableFile('broken', 'no document body')
  const warnings = new Set<string>()
  const sheet = readStyles(parts.styles)
  const reader = createBodyReader(sheet, readNumbering(parts.numbering), notesOf(parts), (message) => warnings.add(message))
  const blocks = splitLetterheadLines(reader.readBody(body))
  return { blocks, warnings: [...warnings] }
}

interface Parts {
  readonly document: XmlElement
  readonly styles: XmlElement | undefined
  readonly numbering: XmlElement | undefined
  readonly footnotes: XmlElement | undefined
  readonly endnotes: XmlElement | undefined
}

async function readParts(archive: ZipArchive): Promise<Parts> {
  const documentName = await mainPartName(archive)
  const relations = await relationsOf(archive, documentName)
  const read = async (type: string) => {
    const bytes = await archive.read(relations.get(type) ?? `word/${type}.xml`)
    return bytes === null ? undefined : parseXml(bytes)
  }
  const document = await archive.read(documentName)
  if (document === null) throw new UnreadableFile('broken', `no part ${documentName}`)
  return {
    document: parseXml(document),
    styles: await read('styles'),
    numbering: await read('numbering'),
    footnotes: await read('footnotes'),
    endnotes: await read('endnotes'),
  }
}

async function mainPartName(archive: ZipArchive): Promise<string> {
  const relations = await relationsOf(archive, '')
  const target = relations.get('officeDocument')
  if (target !== undefined && archive.names.includes(target)) return target
  const usual = archive.names.find((name) => /^word\/document\d*\.xml$/.test(name))
  if (usual === undefined) throw new UnreadableFile('broken', 'no main document part')
  return usual
}

/** Targets of a part's relations by the last word of their type (`styles`, `numbering` …), as names in the archive. */
async function relationsOf(archive: ZipArchive, part: string): Promise<Map<string, string>> {
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, slash + 1)
  const bytes = await archive.read(`${folder}_rels/${part.slice(slash + 1)}.rels`)
  const targets = new Map<string, string>()
  if (bytes === null) return targets
  for (const relation of childrenNamed(child(parseXml(bytes), 'Relationships'), 'Relationship')) {
    const { Type: type = '', Target: target = '', TargetMode: mode } = relation.attributes
    if (mode === 'External') continue
    targets.set(type.slice(type.lastIndexOf('/') + 1), target.startsWith('/') ? target.slice(1) : folder + target)
  }
  return targets
}

/** Footnotes and endnotes by `footnote/3`, without the separators that Word keeps among them. */
function notesOf(parts: Parts): Map<string, XmlElement> {
  const notes = new Map<string, XmlElement>()
  const collect = (part: XmlElement | undefined, list: string, kind: string) => {
    for (const note of childrenNamed(child(part, list), `w:${kind}`)) {
      const type = note.attributes['w:type']
      if (type === undefined || type === 'normal') notes.set(`${kind}/${note.attributes['w:id']}`, note)
    }
  }
  collect(parts.footnotes, 'w:footnotes', 'footnote')
  collect(parts.endnotes, 'w:endnotes', 'endnote')
  return notes
}

function createBodyReader(sheet: StyleSheet, numbering: Numbering, notes: ReadonlyMap<string, XmlElement>, warn: Warn) {
  const runReader = createRunReader(sheet, warn)
  const cited: string[] = []
  const readNotes = new Set<string>()
  /** Inside tables and notes, notes wait for the end of the block that the page shows as one. */
  let nesting = 0
  /** Text of paragraphs whose mark was deleted: it belongs to the next paragraph. */
  let carried: InlineContent = emptyContent()

  function readBlocks(parent: XmlElement): Block[] {
    return childElements(parent).flatMap((element) => {
      const blocks = readBlock(element)
      return nesting === 0 ? [...blocks, ...citedNotes()] : blocks
    })
  }

  function readNested(parent: XmlElement): Block[] {
    nesting += 1
    const blocks = readBlocks(parent)
    nesting -= 1
    return blocks
  }

  function readBlock(element: XmlElement): Block[] {
    switch (element.name) {
      case 'w:p':
        return readParagraph(element)
      case 'w:tbl':
        return readTable(element, sheet, readNested)
      case 'w:sdt': {
        const content = child(element, 'w:sdtContent')
        return content === undefined ? [] : readBlocks(content)
      }
      case 'w:ins':
      case 'w:moveTo':
      case 'w:customXml':
      case 'w:smartTag':
        return readBlocks(element)
      case 'mc:AlternateContent':
        return readBlocks(child(element, 'mc:Choice') ?? child(element, 'mc:Fallback') ?? element)
      case 'w:del':
      case 'w:moveFrom':
        warn(DOCX_WARNINGS.deleted)
        return []
      case 'w:altChunk':
      case 'w:subDoc':
        warn(DOCX_WARNINGS.embedded)
        return []
      default:
        return []
    }
  }

  function readParagraph(paragraph: XmlElement): Block[] {
    const properties = child(paragraph, 'w:pPr')
    const styleId = val(child(properties, 'w:pStyle')) ?? sheet.defaultParagraph
    const chain = sheet.chain(styleId)
    const content = carried
    carried = emptyContent()
    runReader.read(paragraph, chain, content)
    if (isMarkDeleted(properties)) {
      carried = content
      return []
    }
    const boxes = content.boxes.flatMap(readNested)
    cited.push(...content.notes)
    const isHidden = content.runs.length === 0 && isOn(child(child(properties, 'w:rPr'), 'w:vanish'))
    const list = listOf(properties, styleId, chain)
    // A paragraph that only anchors a drawing prints no number, nor does a hidden one.
    const marker = list === null || isHidden || isOnlyAnchor(content) ? null : numbering.next(list)
    const align = alignmentOf(properties, chain, sheet)
    return [...boxes, ...paragraphsOf(content.runs, { marker, ...(align === undefined ? {} : { align }) })]
  }

  function listOf(properties: XmlElement | undefined, styleId: string | undefined, chain: readonly Style[]): ListRef | null {
    const own = child(properties, 'w:numPr')
    const styled = chain.map((style) => ({ id: style.id, list: child(style.paragraph, 'w:numPr') }))
    const numId = val(child(own, 'w:numId')) ?? styled.map(({ list }) => val(child(list, 'w:numId'))).find((id) => id !== undefined)
    if (numId === undefined) return null
    const ownLevel = val(child(own, 'w:ilvl'))
    const styleLevel =
      styled.map(({ id }) => numbering.levelOfStyle(numId, id)).find((level) => level !== undefined) ??
      styled.map(({ list }) => val(child(list, 'w:ilvl'))).find((level) => level !== undefined)
    const level = Number(ownLevel ?? (own === undefined || val(child(own, 'w:numId')) === undefined ? styleLevel : undefined) ?? 0)
    return { numId, level: Number.isInteger(level) ? level : 0 }
  }

  /** The notes cited since the last call, as paragraphs. */
  function citedNotes(): Paragraph[] {
    return cited.splice(0).flatMap((id) => {
      const note = notes.get(id)
      if (note === undefined || readNotes.has(id)) return []
      readNotes.add(id)
      const number = readNotes.size
      const paragraphs = readNested(note).filter((block) => block.kind === 'paragraph')
      return paragraphs.map((block, at) => (at === 0 ? { ...block, marker: `[${number}]` } : block))
    })
  }

  return { readBody: readBlocks }
}

function emptyContent(): InlineContent {
  return { runs: [] as Run[], boxes: [], notes: [] }
}

function isOnlyAnchor(content: InlineContent): boolean {
  return content.boxes.length > 0 && content.runs.every((run) => run.text.trim() === '')
}
