import {
  AlignmentType,
  BorderStyle,
  Header,
  HeadingLevel,
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
import { LANDSCAPE_TEXT, LINE_PITCH, millimetres, MOTTO, NATIONAL_TITLE, PAGE, points, PORTRAIT_TEXT, SIGNATURE_HEIGHT, SIZE } from './form.ts'
import { textWidth } from './font.ts'
import type { Addressees, Cell, Centred, Ending, Letterhead, Part, Run, Sheet, TablePart } from './parts.ts'
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
export function sheetSection(sheet: Sheet, isAppendix: boolean): ISectionOptions {
  const width = sheet.landscape ? LANDSCAPE_TEXT : PORTRAIT_TEXT
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        size: {
          width: lengthTwips(PAGE.width),
          height: lengthTwips(PAGE.height),
          orientation: sheet.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: lengthTwips(PAGE.top),
          bottom: lengthTwips(PAGE.bottom),
          left: lengthTwips(PAGE.left),
          right: lengthTwips(PAGE.right),
          header: lengthTwips(PAGE.header),
          footer: lengthTwips(PAGE.header),
        },
        ...(isAppendix ? { pageNumbers: { start: 1 } } : {}),
      },
    },
    headers: {
      first: new Header({ children: [new Paragraph({ children: [] })] }),
      default: new Header({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ size: halfPoints(SIZE.pageNumber), children: [PageNumber.CURRENT] })],
          }),
        ],
      }),
    },
    children: sheet.parts.flatMap((part) => partChildren(part, width)),
  }
}

function partChildren(part: Part, width: number): readonly FileChild[] {
  switch (part.kind) {
    case 'letterhead':
      return letterheadTable(part)
    case 'centred':
      return centredParagraphs(part, width)
    case 'addressees':
      return addresseeParagraphs(part)
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
      return [gap(6, true), endingTable(part)]
  }
}

function letterheadTable(part: Letterhead): readonly FileChild[] {
  const { small, large } = part.sizes
  const left = (children: readonly Paragraph[]): TableCell => plainCell(part.leftWidth, children)
  const right = (children: readonly Paragraph[]): TableCell => plainCell(part.rightWidth, children)
  const names = new TableRow({
    children: [
      left([
        ...linesParagraph(part.parent, { size: small }),
        ...linesParagraph(part.issuer, { size: small, bold: true }),
        ...ruleParagraph(part.issuerRule, part.leftWidth),
      ]),
      right([
        ...linesParagraph([NATIONAL_TITLE], { size: small, bold: true }),
        ...linesParagraph([MOTTO], { size: large, bold: true }),
        ...ruleParagraph(part.mottoRule, part.rightWidth),
      ]),
    ],
  })
  const numbers = new TableRow({
    children: [
      left([
        ...linesParagraph(part.number === null ? [] : [part.number], { size: SIZE.number }, { spacing: { before: twips(4) } }),
        ...linesParagraph(part.abstract, { size: SIZE.abstract }, { spacing: { before: twips(6) } }),
        ...draftMark(part),
      ]),
      right(linesParagraph(part.placeAndDate, { size: large, italics: true }, { spacing: { before: twips(4) } })),
    ],
  })
  return [plainTable([part.leftWidth, part.rightWidth], [names, numbers])]
}

function draftMark(part: Letterhead): readonly Paragraph[] {
  if (part.draft === null) return []
  const side = lengthTwips((part.leftWidth - millimetres(textWidth(part.draft, 'bold', SIZE.number)) - 4) / 2)
  return linesParagraph([part.draft], { size: SIZE.number, bold: true }, {
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
    ...linesParagraph(part.lines, { size: SIZE.body, bold: !part.italic, italics: part.italic }, paragraph),
    ...ruleParagraph(part.rule, width, part.after),
  ]
}

/** “Kính gửi:” with its only addressee, or over a list with the dashes below the colon. */
function addresseeParagraphs(part: Addressees): readonly Paragraph[] {
  const [first] = part.names
  if (part.names.length === 1 && first !== undefined) {
    return linesParagraph([`${part.intro} ${first}`], { size: SIZE.body }, { spacing: { before: twips(8), after: twips(12) } })
  }
  const margin = 24
  const dash = margin + millimetres(textWidth(part.intro.slice(0, -1), 'regular', SIZE.body))
  const hanging = lengthTwips(3)
  const pitch = { line: twips(LINE_PITCH), lineRule: LineRuleType.EXACT }
  return [
    new Paragraph({ indent: { left: lengthTwips(margin) }, spacing: { before: twips(12), ...pitch }, keepNext: true, children: [textRun(part.intro)] }),
    ...part.names.map(
      (name, index) =>
        new Paragraph({
          indent: { left: lengthTwips(dash) + hanging, hanging },
          spacing: { after: index === part.names.length - 1 ? twips(12) : 0, ...pitch },
          tabStops: [{ type: 'left', position: lengthTwips(dash) + hanging }],
          children: [new TextRun('-\t'), textRun(name)],
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

/** Recipients and signer side by side in one row that is never split. */
function endingTable(part: Ending): Table {
  const width = PORTRAIT_TEXT / 2
  const line = (text: string, options: IRunOptions): Paragraph => new Paragraph({ children: [textRun(text, options)] })
  const recipients =
    part.recipients.length === 0
      ? []
      : [
          line('Nơi nhận:', { size: halfPoints(SIZE.recipientsHead), bold: true, italics: true }),
          ...part.recipients.map((text) => line(text, { size: halfPoints(SIZE.recipients) })),
        ]
  const signer = [
    ...part.titles.flatMap((text) => linesParagraph([text], { size: SIZE.body, bold: true })),
    ...linesParagraph(part.name === null ? [] : [part.name], { size: SIZE.body, bold: true }, { spacing: { before: twips(points(SIGNATURE_HEIGHT)) } }),
  ]
  const row = new TableRow({
    cantSplit: part.recipients.length <= 40,
    children: [plainCell(width, recipients), plainCell(width, signer)],
  })
  return plainTable([width, width], [row])
}

function plainTable(widths: readonly number[], rows: readonly TableRow[]): Table {
  return new Table({
    columnWidths: widths.map(lengthTwips),
    width: { size: lengthTwips(PORTRAIT_TEXT), type: WidthType.DXA },
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

interface LineStyle {
  readonly size: number
  readonly bold?: boolean
  readonly italics?: boolean
}

/** Centred lines as one paragraph. */
function linesParagraph(lines: readonly string[], style: LineStyle, over: Partial<IParagraphOptions> = {}): readonly Paragraph[] {
  if (lines.length === 0) return []
  const options = { ...style, size: halfPoints(style.size) }
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
      spacing: { before: twips(2), after: twips(after), line: twips(3), lineRule: LineRuleType.EXACT },
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
