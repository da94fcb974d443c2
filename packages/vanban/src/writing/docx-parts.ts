import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  NoBreakHyphen,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type FileChild,
  type IParagraphOptions,
  type IRunOptions,
  type ISectionOptions,
} from 'docx'
import { halfPoints, lengthTwips, STYLE, twips } from './docx-styles.ts'
import { millimetres, points, SIGNATURE_HEIGHT, type Form, type TextStyle } from './form.ts'
import { textWidth } from './font.ts'
import type { Addressees, Cell, Centred, ChartPart, Ending, Letterhead, Part, Run, Sheet, Signature, TablePart } from './parts.ts'
import { faceOf } from './letterhead.ts'
import { unbroken } from './unbroken.ts'

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const NO_LINES = { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE, insideHorizontal: NO_LINE, insideVertical: NO_LINE }
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const LINES = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE }
const NO_MARGINS = { top: 0, bottom: 0, left: 0, right: 0 }
const CELL_MARGINS = { top: 40, bottom: 40, left: 85, right: 85 }

/** One section of the file: the document, or an appendix that starts on a new page with page number 1. */
export function sheetSection(sheet: Sheet, isAppendix: boolean, form: Form, pictures: ChartPictures): ISectionOptions {
  const { page } = form
  const width = sheet.landscape ? form.landscapeText : form.portraitText
  const { place, firstPage, from, eachAppendix } = form.pageNumbers
  const startsCount = isAppendix ? eachAppendix : from !== 1
  const blank = { children: [new Paragraph({ children: [] })] }
  const numbered = {
    children: [
      new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ ...runStyle(form.styles.pageNumber), children: [PageNumber.CURRENT] })] }),
    ],
  }
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: !firstPage && (eachAppendix || !isAppendix),
      page: {
        size: {
          width: lengthTwips(page.width),
          height: lengthTwips(page.height),
          orientation: sheet.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: lengthTwips(page.top),
          bottom: lengthTwips(page.bottom),
          left: lengthTwips(page.left),
          right: lengthTwips(page.right),
          header: lengthTwips(page.header),
          footer: lengthTwips(page.header),
        },
        ...(startsCount ? { pageNumbers: { start: from } } : {}),
      },
    },
    ...(place === 'top' ? { headers: { first: new Header(blank), default: new Header(numbered) } } : { footers: { first: new Footer(blank), default: new Footer(numbered) } }),
    children: sheet.parts.flatMap((part) => partChildren(part, width, form, pictures)),
  }
}

function partChildren(part: Part, width: number, form: Form, pictures: ChartPictures): readonly FileChild[] {
  switch (part.kind) {
    case 'letterhead':
      return letterheadTable(part, form)
    case 'centred':
      return centredParagraphs(part, width)
    case 'addressees':
      return addresseeParagraphs(part, form)
    case 'heading': {
      const heading = HEADINGS[part.level - 1] ?? HeadingLevel.HEADING_6
      return [new Paragraph({ heading, children: runs(part.runs) })]
    }
    case 'paragraph':
      return [
        new Paragraph({
          style: part.role === 'basis' ? STYLE.basis : STYLE.body,
          keepNext: part.keepWithNext,
          children: part.role === 'basis' ? part.runs.map((run) => textRun(run.text)) : runs(part.runs),
        }),
      ]
    case 'table':
      return [dataTable(part, width), gap(6)]
    case 'ending':
      return [gap(6, true), ...endingTables(part, form)]
    case 'chart':
      return [chartParagraph(part, pictures), gap(6)]
  }
}

function letterheadTable(part: Letterhead, form: Form): readonly FileChild[] {
  const { styles } = part
  const left = (children: readonly Paragraph[]): TableCell => plainCell(part.leftWidth, children)
  const right = (children: readonly Paragraph[]): TableCell => plainCell(part.rightWidth, children)
  const names = new TableRow({
    children: [
      left([
        ...linesParagraph(part.parent, styles.parent),
        ...linesParagraph(part.issuer, styles.issuer),
        ...ruleParagraph(part.issuerRule, part.leftWidth),
      ]),
      right([
        ...linesParagraph([form.nationalTitle], styles.nationalTitle),
        ...linesParagraph([form.motto], styles.motto),
        ...ruleParagraph(part.mottoRule, part.rightWidth),
      ]),
    ],
  })
  const numbers = new TableRow({
    children: [
      left([
        ...linesParagraph(part.number === null ? [] : [part.number], styles.number, { spacing: { before: twips(4) } }),
        ...linesParagraph(part.abstract, styles.abstract, { spacing: { before: twips(form.abstractGap) } }),
        ...draftMark(part),
      ]),
      right(linesParagraph(part.placeAndDate, styles.date, { spacing: { before: twips(4) } })),
    ],
  })
  return [plainTable([part.leftWidth, part.rightWidth], [names, numbers])]
}

function draftMark(part: Letterhead): readonly Paragraph[] {
  if (part.draft === null) return []
  const side = lengthTwips((part.leftWidth - millimetres(textWidth(part.draft, 'bold', part.styles.number.size)) - 4) / 2)
  return linesParagraph([part.draft], { ...part.styles.number, bold: true }, {
    spacing: { before: twips(8) },
    indent: { left: side, right: side },
    border: { top: { ...LINE, space: 1 }, bottom: { ...LINE, space: 1 }, left: { ...LINE, space: 1 }, right: { ...LINE, space: 1 } },
  })
}

function centredParagraphs(part: Centred, width: number): readonly Paragraph[] {
  const ruled = part.rule > 0
  const paragraph: Partial<IParagraphOptions> = {
    keepNext: true,
    spacing: { before: twips(part.before), after: ruled ? 0 : twips(part.after) },
    ...(part.level > 0 ? { heading: HEADINGS[part.level - 1] ?? HeadingLevel.HEADING_6, indent: { firstLine: 0 } } : {}),
  }
  return [
    ...linesParagraph(part.lines, part.style, paragraph),
    ...ruleParagraph(part.rule, width, part.after),
  ]
}

/** “Kính gửi:” with its only addressee, or over a list with the dashes below the colon. */
function addresseeParagraphs(part: Addressees, form: Form): readonly Paragraph[] {
  const style = form.styles.addressees
  const [first] = part.names
  if (part.names.length === 1 && first !== undefined) {
    return linesParagraph([`${part.intro} ${first}`], style, { spacing: { before: twips(8), after: twips(12) } })
  }
  const margin = 24
  const dash = margin + millimetres(textWidth(part.intro.slice(0, -1), faceOf(style), style.size))
  const hanging = lengthTwips(3)
  const pitch = { line: twips(form.linePitch), lineRule: LineRuleType.EXACT }
  return [
    new Paragraph({ indent: { left: lengthTwips(margin) }, spacing: { before: twips(12), ...pitch }, keepNext: true, children: [textRun(part.intro, runStyle(style))] }),
    ...part.names.map(
      (name, index) =>
        new Paragraph({
          indent: { left: lengthTwips(dash) + hanging, hanging },
          spacing: { after: index === part.names.length - 1 ? twips(12) : 0, ...pitch },
          tabStops: [{ type: 'left', position: lengthTwips(dash) + hanging }],
          children: [new TextRun({ text: '-\t', ...runStyle(style) }), textRun(name, runStyle(style))],
        }),
    ),
  ]
}

function dataTable(part: TablePart, width: number): Table {
  const columns = part.columns.map(lengthTwips)
  const row = (cells: readonly Cell[], isHead: boolean): TableRow =>
    new TableRow({ tableHeader: isHead, cantSplit: true, children: cells.map((cell) => dataCell(cell, part.size)) })
  return new Table({
    columnWidths: columns,
    width: { size: lengthTwips(width), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: LINES,
    margins: { ...CELL_MARGINS, marginUnitType: WidthType.DXA },
    rows: [...part.head.map((cells) => row(cells, true)), ...part.rows.map((cells) => row(cells, false))],
  })
}

const ALIGNMENTS = { left: AlignmentType.LEFT, centre: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

function dataCell(cell: Cell, size: number): TableCell {
  return new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    columnSpan: cell.columnSpan,
    rowSpan: cell.rowSpan,
    children: cell.lines.map(
      (line) => new Paragraph({ alignment: ALIGNMENTS[cell.align], children: [textRun(line, { size: halfPoints(size), bold: cell.bold })] }),
    ),
  })
}

/**
 * Recipients and signer side by side in one row that is never split; where two sign, both in that row and the recipients
 * below.
 */
function endingTables(part: Ending, form: Form): readonly FileChild[] {
  const width = form.portraitText / 2
  const recipients = recipientParagraphs(part.recipients, form)
  const right = signatureParagraphs(part.right, form)
  const rowOf = (left: readonly Paragraph[]): Table =>
    plainTable([width, width], [new TableRow({ cantSplit: part.recipients.length <= 40, children: [plainCell(width, left), plainCell(width, right)] })])
  if (part.left === null) return [rowOf(recipients)]
  return [rowOf(signatureParagraphs(part.left, form)), gap(12), ...recipients]
}

function recipientParagraphs(recipients: readonly string[], { styles }: Form): readonly Paragraph[] {
  const line = (text: string, options: IRunOptions): Paragraph => new Paragraph({ children: [textRun(text, options)] })
  return recipients.length === 0 ? [] : [line('Nơi nhận:', runStyle(styles.recipientsHead)), ...recipients.map((text) => line(text, runStyle(styles.recipients)))]
}

function signatureParagraphs({ titles, name }: Signature, { styles }: Form): readonly Paragraph[] {
  return [
    ...titles.flatMap((text) => linesParagraph([text], styles.post)),
    ...linesParagraph(name === null ? [] : [name], styles.name, { spacing: { before: twips(points(SIGNATURE_HEIGHT)) } }),
  ]
}

/** The PNG that stands for each drawing in programs without SVG. */
export type ChartPictures = ReadonlyMap<ChartPart, Uint8Array>

function chartParagraph(part: ChartPart, pictures: ChartPictures): Paragraph {
  const picture = pictures.get(part)
  if (picture === undefined) throw new Error('a chart has no picture')
  const pixels = (length: number): number => Math.round((length * 96) / 25.4)
  const drawing = new ImageRun({
    type: 'svg',
    data: Buffer.from(part.svg),
    fallback: { type: 'png', data: Buffer.from(picture) },
    transformation: { width: pixels(part.width), height: pixels(part.height) },
    altText: { name: 'Biểu đồ', title: 'Biểu đồ', description: part.description },
  })
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: twips(4), after: 0 }, children: [drawing] })
}

function plainTable(widths: readonly number[], rows: readonly TableRow[]): Table {
  return new Table({
    columnWidths: widths.map(lengthTwips),
    width: { size: lengthTwips(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: NO_LINES,
    margins: { ...NO_MARGINS, marginUnitType: WidthType.DXA },
    rows,
  })
}

function plainCell(width: number, children: readonly Paragraph[]): TableCell {
  return new TableCell({
    width: { size: lengthTwips(width), type: WidthType.DXA },
    borders: { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE },
    children: children.length === 0 ? [new Paragraph({ children: [] })] : children,
  })
}

type RunStyle = Pick<TextStyle, 'size' | 'bold' | 'italic'>

function runStyle({ size, bold, italic }: RunStyle): IRunOptions {
  return { size: halfPoints(size), bold, italics: italic }
}

/** Centred lines as one paragraph. */
function linesParagraph(lines: readonly string[], style: RunStyle, over: Partial<IParagraphOptions> = {}): readonly Paragraph[] {
  if (lines.length === 0) return []
  const options = runStyle(style)
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 0, after: 0 },
      ...over,
      children: lines.flatMap((text, index) => [...(index === 0 ? [] : [new TextRun({ break: 1 })]), textRun(text, options)]),
    }),
  ]
}

/** A centred rule: the upper border of an empty paragraph, indented on both sides; it prints alike everywhere. */
function ruleParagraph(length: number, width: number, after = 0): readonly Paragraph[] {
  if (length === 0) return []
  const side = lengthTwips((width - length) / 2)
  return [
    new Paragraph({
      indent: { left: side, right: side },
      spacing: { before: twips(3), after: twips(after), line: twips(3), lineRule: LineRuleType.EXACT },
      border: { top: { ...LINE, space: 1 } },
      keepNext: after > 0,
      children: [],
    }),
  ]
}

/** Points of white between a table and what follows. */
function gap(size: number, keepNext = false): Paragraph {
  return new Paragraph({ keepNext, spacing: { before: 0, after: 0, line: twips(size), lineRule: LineRuleType.EXACT }, children: [] })
}

function runs(all: readonly Run[]): readonly TextRun[] {
  return all.map((run) => textRun(run.text, { bold: run.bold, italics: run.italic }))
}

/** Word's own no-break hyphen keeps the font, which U+2011 may not. */
function textRun(text: string, options: IRunOptions = {}): TextRun {
  const children = unbroken(text).flatMap((piece): (string | NoBreakHyphen)[] => {
    if (!piece.keep) return [piece.text]
    const words = piece.text.split('-')
    return words.flatMap((word, index) => (index === 0 ? [word] : [new NoBreakHyphen(), word])).filter((word) => word !== '')
  })
  return new TextRun({ ...options, children })
}
