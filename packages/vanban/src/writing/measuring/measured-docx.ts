import { openZip, type ZipArchive } from '../../files/zip.ts'
import { child, childElements, childrenNamed, descendant, isOn, parseXml, textOf, val, type XmlElement } from '../../files/xml.ts'
import { readStyles, runProperties, type RunProperties, type StyleSheet } from '../../files/docx-styles.ts'
import { textWidth } from '../font.ts'
import { points } from '../form.ts'
import type { Measured, MeasuredLine, MeasuredPageNumber, MeasuredSheet } from './measured.ts'

const MILLIMETRES = 25.4 / 1440

/** Measures a DOCX by its XML: what each paragraph's own properties, its style and the defaults come to. */
export async function measureDocx(file: Uint8Array): Promise<Measured> {
  const zip = await openZip(file)
  const document = child(child(await part(zip, 'word/document.xml'), 'w:document'), 'w:body')
  const sheet = readStyles(await part(zip, 'word/styles.xml'))
  const relations = childElements(child(await part(zip, 'word/_rels/document.xml.rels'), 'Relationships'))
  const target = (id: string): string => relations.find((own) => own.attributes['Id'] === id)?.attributes['Target'] ?? ''
  const sheets: MeasuredSheet[] = []
  let blocks: XmlElement[] = []
  for (const block of childElements(document)) {
    blocks.push(block)
    const section = block.name === 'w:sectPr' ? block : child(child(block, 'w:pPr'), 'w:sectPr')
    if (section === undefined) continue
    const headers = await Promise.all(
      ['first', 'default'].map(async (kind) => {
        const reference = [...childrenNamed(section, 'w:headerReference'), ...childrenNamed(section, 'w:footerReference')].find((own) => own.attributes['w:type'] === kind)
        return reference === undefined ? undefined : await part(zip, `word/${target(reference.attributes['r:id'] ?? '')}`)
      }),
    )
    sheets.push(measureSection(section, blocks, headers, sheet))
    blocks = []
  }
  const runs = descendants(document, 'w:r').map((run) => runProperties(child(run, 'w:rPr'), [], sheet))
  return {
    sheets,
    fonts: distinct(runs.flatMap((run) => ['w:ascii', 'w:hAnsi', 'w:cs', 'w:eastAsia'].map((key) => run.find('w:rFonts')?.attributes[key] ?? ''))),
    colours: distinct(runs.map((run) => val(run.find('w:color')) ?? '000000')),
  }
}

async function part(zip: ZipArchive, name: string): Promise<XmlElement | undefined> {
  const bytes = await zip.read(name)
  return bytes === null ? undefined : parseXml(bytes)
}

function measureSection(section: XmlElement, blocks: readonly XmlElement[], [first, other]: readonly (XmlElement | undefined)[], sheet: StyleSheet): MeasuredSheet {
  const size = child(section, 'w:pgSz')
  const margin = child(section, 'w:pgMar')
  const length = (element: XmlElement | undefined, name: string): number => Number(element?.attributes[`w:${name}`]) * MILLIMETRES
  const [left, right, width] = [length(margin, 'left'), length(margin, 'right'), length(size, 'w')]
  const lines = withRules(blocks.flatMap((block) => linesOf(block, width - left - right, sheet)))
  const body = blocks.find((block) => block.name === 'w:p' && val(child(child(block, 'w:pPr'), 'w:pStyle')) === 'BodyText')
  const measure = (name: string, key: string): number | null => {
    const found = body === undefined ? undefined : paragraphProperty(body, name, key, sheet)
    return found === undefined ? null : Number(found)
  }
  const [pitch, gap, indent] = [measure('w:spacing', 'w:line'), measure('w:spacing', 'w:after'), measure('w:ind', 'w:firstLine')]
  const start = child(section, 'w:pgNumType')?.attributes['w:start']
  const isInMargin = length(margin, 'header') < length(margin, 'top')
  const place = !isInMargin ? 'text' : childrenNamed(section, 'w:footerReference').length > 0 ? 'bottom' : 'top'
  const hasTitlePage = isOn(child(section, 'w:titlePg'))
  return {
    width,
    height: length(size, 'h'),
    top: length(margin, 'top'),
    bottom: length(margin, 'bottom'),
    bottomSlack: 0,
    left,
    right,
    pitch: pitch === null ? null : pitch / 20,
    paragraphGap: gap === null ? null : gap / 20,
    firstLineIndent: indent === null ? null : indent * MILLIMETRES,
    ragged: [],
    pageNumbers: [
      pageNumber(hasTitlePage ? first : other, start ?? '1', place, sheet),
      pageNumber(other, String(Number(start ?? 1) + 1), place, sheet),
    ],
    lines,
  }
}

/** What the header shows; Word fills in the number itself. */
function pageNumber(header: XmlElement | undefined, number: string, place: string, sheet: StyleSheet): MeasuredPageNumber {
  const paragraph = descendant(header, 'w:p')
  const run = descendant(paragraph, 'w:r')
  const style = runProperties(child(run, 'w:rPr'), [], sheet)
  const shows = descendants(header, 'w:instrText').some((field) => /\bPAGE\b/u.test(textOf(field)))
  return {
    shown: shows ? number : null,
    ...runStyle(style),
    place,
    align: paragraph === undefined ? '' : alignOf(paragraph, sheet),
  }
}

/** Paragraphs of a block, those of the cells of letterhead and ending too, each with the rule that may follow it. */
function linesOf(block: XmlElement, width: number, sheet: StyleSheet): readonly Ruled[] {
  if (block.name === 'w:tbl') {
    return childrenNamed(block, 'w:tr').flatMap((row) =>
      childrenNamed(row, 'w:tc').flatMap((cell) => {
        const own = Number(child(child(cell, 'w:tcPr'), 'w:tcW')?.attributes['w:w'] ?? 0) * MILLIMETRES
        return childrenNamed(cell, 'w:p').map((paragraph) => lineOf(paragraph, own, sheet))
      }),
    )
  }
  return block.name === 'w:p' ? [lineOf(block, width, sheet)] : []
}

interface Ruled extends MeasuredLine {
  readonly longest: number
  readonly ruleLength: number
}

function lineOf(paragraph: XmlElement, width: number, sheet: StyleSheet): Ruled {
  const run = childrenNamed(paragraph, 'w:r').find((own) => child(own, 'w:t') !== undefined)
  const style = runStyle(runProperties(child(run, 'w:rPr'), styleChain(paragraph, sheet), sheet))
  const lines = brokenText(paragraph).split('\n')
  const border = child(child(child(paragraph, 'w:pPr'), 'w:pBdr'), 'w:top')
  const side = (key: string): number => Number(paragraphProperty(paragraph, 'w:ind', key, sheet) ?? 0) * MILLIMETRES
  const face = style.bold ? (style.italic ? 'boldItalic' : 'bold') : style.italic ? 'italic' : 'regular'
  return {
    text: lines.join(' '),
    ...style,
    align: alignOf(paragraph, sheet),
    rule: 0,
    before: Number(paragraphProperty(paragraph, 'w:spacing', 'w:before', sheet) ?? 0) / 20,
    longest: Math.max(...lines.map((line) => textWidth(line, face, style.size))),
    ruleLength: border !== undefined && lines.join('') === '' ? points(width - side('w:left') - side('w:right')) : 0,
  }
}

/** A rule is an empty paragraph with a border above: it belongs to the line before it. */
function withRules(lines: readonly Ruled[]): readonly MeasuredLine[] {
  return lines.flatMap((line, index) => {
    const next = lines[index + 1]
    return line.ruleLength > 0 ? [] : [{ ...line, rule: next === undefined ? 0 : next.ruleLength / line.longest }]
  })
}

function brokenText(paragraph: XmlElement): string {
  return childrenNamed(paragraph, 'w:r')
    .flatMap((run) => childElements(run))
    .map((own) => (own.name === 'w:t' ? textOf(own) : own.name === 'w:br' ? '\n' : own.name === 'w:noBreakHyphen' ? '-' : own.name === 'w:tab' ? ' ' : ''))
    .join('')
}

function runStyle(style: RunProperties): { readonly size: number; readonly bold: boolean; readonly italic: boolean } {
  return { size: Number(val(style.find('w:sz')) ?? 0) / 2, bold: style.isOn('w:b'), italic: style.isOn('w:i') }
}

const ALIGNMENTS: Readonly<Record<string, string>> = { center: 'centre', both: 'justify', left: 'left', start: 'left', right: 'right' }

function alignOf(paragraph: XmlElement, sheet: StyleSheet): string {
  return ALIGNMENTS[paragraphProperty(paragraph, 'w:jc', 'w:val', sheet) ?? 'left'] ?? ''
}

/** The nearest of the paragraph's own property, its style's and the default. */
function paragraphProperty(paragraph: XmlElement, name: string, key: string, sheet: StyleSheet): string | undefined {
  const layers = [child(paragraph, 'w:pPr'), ...styleChain(paragraph, sheet).map((style) => style.paragraph), sheet.defaultParagraphProperties]
  return layers.map((layer) => child(layer, name)?.attributes[key]).find((found) => found !== undefined)
}

function styleChain(paragraph: XmlElement, sheet: StyleSheet): ReturnType<StyleSheet['chain']> {
  return sheet.chain(val(child(child(paragraph, 'w:pPr'), 'w:pStyle')) ?? sheet.defaultParagraph)
}

function descendants(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  return childElements(parent).flatMap((own) => [...(own.name === name ? [own] : []), ...descendants(own, name)])
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].filter((value) => value !== '')
}
