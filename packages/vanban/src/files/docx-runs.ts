import { runProperties, type Style, type StyleSheet } from './docx-styles.ts'
import { child, childElements, descendant, textOf, val, type XmlElement } from './xml.ts'

/** A stretch of text with one look. Line breaks are `\n`, tabs `\t`, as in the file. */
export interface Run {
  text: string
  readonly bold: boolean
  readonly italic: boolean
  readonly font: string
}

/** What the runs of one paragraph hold. */
export interface InlineContent {
  readonly runs: Run[]
  /** The contents (`w:txbxContent`) of text boxes anchored here. */
  readonly boxes: XmlElement[]
  /** Footnotes and endnotes cited: `footnote/3`. */
  readonly notes: string[]
}

export type Warn = (message: string) => void

export const DOCX_WARNINGS = {
  hidden: 'Bỏ qua chữ ẩn trong tệp',
  deleted: 'Bỏ phần đã xóa trong chế độ theo dõi thay đổi',
  inserted: 'Nhận phần đã thêm trong chế độ theo dõi thay đổi',
  picture: 'Không đọc chữ trong hình ảnh hoặc đối tượng nhúng',
  symbol: 'Bỏ qua ký hiệu của phông chữ đặc biệt',
  formula: 'Công thức chỉ được đọc thành chữ thường',
  embedded: 'Không đọc phần văn bản nhúng từ tệp khác',
} as const

const SYMBOLS: Readonly<Record<string, string>> = {
  F0FE: '☑',
  F0FC: '✓',
  F0A8: '☐',
  F06F: '☐',
  F0A3: '☐',
  F0B7: '•',
  F0A7: '•',
  F02D: '-',
  F0E0: '→',
}

/** A field stands as code, then result; only the result is printed. Fields may stand inside each other. */
type FieldPart = 'code' | 'result'

/** Reads the runs of paragraphs in document order; keeps the state of fields that span paragraphs. */
export function createRunReader(sheet: StyleSheet, warn: Warn) {
  const fields: FieldPart[] = []

  function read(parent: XmlElement, chain: readonly Style[], into: InlineContent): void {
    for (const element of childElements(parent)) {
      switch (element.name) {
        case 'w:r':
          readRun(element, chain, into)
          break
        case 'w:del':
        case 'w:moveFrom':
          warn(DOCX_WARNINGS.deleted)
          break
        case 'w:ins':
        case 'w:moveTo':
          warn(DOCX_WARNINGS.inserted)
          read(element, chain, into)
          break
        case 'w:hyperlink':
        case 'w:smartTag':
        case 'w:customXml':
        case 'w:fldSimple':
        case 'w:bdo':
        case 'w:dir':
          read(element, chain, into)
          break
        case 'w:sdt': {
          const content = child(element, 'w:sdtContent')
          if (content !== undefined) read(content, chain, into)
          break
        }
        case 'm:oMath':
        case 'm:oMathPara':
          warn(DOCX_WARNINGS.formula)
          into.runs.push({ text: textOf(element), bold: false, italic: false, font: '' })
          break
      }
    }
  }

  function readRun(run: XmlElement, chain: readonly Style[], into: InlineContent): void {
    const properties = runProperties(child(run, 'w:rPr'), chain, sheet)
    if (properties.isOn('w:vanish')) {
      // Marks of fields count even where nothing of them is printed.
      for (const part of childElements(run)) if (part.name === 'w:fldChar') trackField(part)
      if (textOf(run).trim() !== '') warn(DOCX_WARNINGS.hidden)
      return
    }
    let text = readParts(run, chain, into)
    if (text === '') return
    if (properties.isOn('w:caps')) text = text.toLocaleUpperCase('vi')
    const fonts = properties.find('w:rFonts')?.attributes ?? {}
    into.runs.push({
      text,
      bold: properties.isOn('w:b'),
      italic: properties.isOn('w:i'),
      font: fonts['w:hAnsi'] ?? fonts['w:ascii'] ?? '',
    })
  }

  function readParts(run: XmlElement, chain: readonly Style[], into: InlineContent): string {
    let text = ''
    for (const part of childElements(run)) {
      if (part.name === 'w:fldChar') trackField(part)
      if (fields.at(-1) === 'code') continue
      text += textOfPart(part, chain, into)
    }
    return text
  }

  function textOfPart(part: XmlElement, chain: readonly Style[], into: InlineContent): string {
    switch (part.name) {
      case 'w:t':
        return textOf(part)
      case 'w:tab':
      case 'w:ptab':
        return '\t'
      case 'w:br':
      case 'w:cr':
        return '\n'
      case 'w:noBreakHyphen':
        return '-'
      case 'w:sym':
        return symbolOf(part)
      case 'w:ruby':
        return rubyBase(part, chain, into)
      case 'w:footnoteReference':
        into.notes.push(`footnote/${part.attributes['w:id']}`)
        return ''
      case 'w:endnoteReference':
        into.notes.push(`endnote/${part.attributes['w:id']}`)
        return ''
      case 'mc:AlternateContent':
        // Word writes every drawing twice, for itself and for old versions: one of them is read.
        readDrawing(child(part, 'mc:Choice') ?? child(part, 'mc:Fallback') ?? part, into)
        return ''
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        readDrawing(part, into)
        return ''
      default:
        return ''
    }
  }

  function readDrawing(drawing: XmlElement, into: InlineContent): void {
    const boxes = textBoxesOf(drawing)
    into.boxes.push(...boxes)
    const isPicture = ['pic:pic', 'v:imagedata', 'c:chart', 'dgm:relIds', 'o:OLEObject'].some((name) => descendant(drawing, name))
    if (boxes.length === 0 && isPicture) warn(DOCX_WARNINGS.picture)
  }

  function symbolOf(part: XmlElement): string {
    const symbol = SYMBOLS[(part.attributes['w:char'] ?? '').toUpperCase()]
    if (symbol === undefined) warn(DOCX_WARNINGS.symbol)
    return symbol ?? ''
  }

  function rubyBase(part: XmlElement, chain: readonly Style[], into: InlineContent): string {
    const before = into.runs.length
    const base = child(part, 'w:rubyBase')
    if (base !== undefined) read(base, chain, into)
    return into.runs
      .splice(before)
      .map((run) => run.text)
      .join('')
  }

  function trackField(mark: XmlElement): void {
    switch (mark.attributes['w:fldCharType']) {
      case 'begin':
        fields.push('code')
        break
      case 'separate':
        if (fields.length > 0) fields[fields.length - 1] = 'result'
        break
      case 'end':
        fields.pop()
        break
    }
  }

  return { read }
}

/** Outermost text boxes of a drawing; those of a group stand side by side. */
function textBoxesOf(drawing: XmlElement): XmlElement[] {
  return childElements(drawing).flatMap((element) => {
    if (element.name === 'w:txbxContent') return [element]
    if (element.name === 'mc:AlternateContent') return textBoxesOf(child(element, 'mc:Choice') ?? element)
    return textBoxesOf(element)
  })
}

/** The tracked state of a paragraph mark: deleted marks join the paragraph with the next one. */
export function isMarkDeleted(paragraphProperties: XmlElement | undefined): boolean {
  const mark = child(paragraphProperties, 'w:rPr')
  return child(mark, 'w:del') !== undefined || child(mark, 'w:moveFrom') !== undefined
}

export function alignmentOf(
  paragraphProperties: XmlElement | undefined,
  chain: readonly Style[],
  sheet: StyleSheet,
): 'left' | 'center' | 'right' | 'justify' | undefined {
  const layers = [paragraphProperties, ...chain.map((style) => style.paragraph), sheet.defaultParagraphProperties]
  const value = layers.map((layer) => val(child(layer, 'w:jc'))).find((found) => found !== undefined)
  switch (value) {
    case 'center':
      return 'center'
    case 'right':
    case 'end':
      return 'right'
    case 'both':
    case 'distribute':
      return 'justify'
    case 'left':
    case 'start':
      return 'left'
    default:
      return undefined
  }
}
