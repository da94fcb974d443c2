/** Takes the marks of markdown, web pages and signing programs out of a text. */

/** Stand for “bold begins” and “bold ends” while lines are joined; private letters that no document uses. */
const BOLD = '\ue000'
const UNBOLD = '\ue001'
const BOLD_MARKS = /[\ue000\ue001]/g

export interface Marked {
  readonly text: string
  readonly bold: boolean
}

/** Takes the marks of bold out again; `bold` when nothing stands outside them. */
export function unmark(text: string): Marked {
  if (!text.includes(BOLD)) return { text: text.replace(BOLD_MARKS, ''), bold: false }
  const outside = text.replace(/\ue000[^\ue001]*(?:\ue001|$)/g, '')
  return { text: text.replace(BOLD_MARKS, ''), bold: !/[\p{L}\p{N}]/u.test(outside) }
}

/** Inside one stretch of bold or italic a line break is a wrap, unless two spaces say that it is meant. */
function unwrap(inner: string): string {
  return inner.replace(/(?<! {2})\n/g, ' ')
}

function bold(inner: string): string {
  const lines = unwrap(inner).split('\n')
  return lines.map((line) => (line.trim() === '' ? '' : `${BOLD}${line}${UNBOLD}`)).join('\n')
}

/** Markdown to plain text; bold keeps its private marks. */
export function stripMarkdown(text: string): string {
  return text
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?(?:b|i|u|em|strong|p|div|span|sup|sub|table|tbody|tr|td|th|font|center)(?:\s[^<>\n]{0,200})?>/gi, ' ')
    .replace(/&nbsp;/gi, ' ')
    .replace(/&amp;/gi, '&')
    .replace(/!?\[([^[\]\n]{1,300})\]\([^()\n]{0,300}\)/g, '$1')
    .replace(/^[ \t]*>[ \t]?/gm, '')
    .replace(/^[ \t]{0,3}#{1,6}[ \t]+(.*?)[ \t#]*$/gm, (_, heading: string) => `${BOLD}${heading.replace(/[*_]{2,3}/g, '')}${UNBOLD}`)
    .replace(/^[ \t]*\*{1,3}[ \t]+\*{1,3}[ \t]*$/gm, '')
    .replace(/\*\*([ \t]*)\*\*/g, '$1')
    .replace(/\*\*\*?((?:(?!\n[ \t]*\n|\*\*)[^]){1,900})\*\*\*?/g, (_, inner: string) => bold(inner))
    .replace(/(^|[^\w*])__([^_\n]{1,300})__(?!\w)/gm, (_, before: string, inner: string) => `${before}${bold(inner)}`)
    .replace(/\*\*+/g, '')
    .replace(/(?<!\*)\*(?![\s*])((?:(?!\n[ \t]*\n)[^*]){1,900})\*(?!\*)/g, (_, inner: string) => unwrap(inner))
    .replace(/\\([-+*.#_()[\]{}!>|~`])/g, '$1')
}

const STAMPS = [
  /đã ký lên văn bản này/i,
  /^(?:\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4},?\s+\d{1,2}:\d{2}:\d{2})/,
  /^(?:thời gian ký|ngày ký|ký bởi|người ký|ký ngày|signature|signed by|digitally signed)\s*:/i,
  /^(?:email|cơ quan)\s*:\s*\S+@\S+$/i,
  /^\S+@\S+\.\w{2,}$/,
]
const FURNITURE = [
  /^[#*]?\s*source:\s*\S+$/i,
  /^https?:\/\/\S+$/i,
  /thư viện pháp luật|thuvienphapluat|luatvietnam/i,
  /^(?:trang chủ|tải về|in văn bản|chia sẻ|đăng nhập|đăng ký|văn bản liên quan|tin liên quan|xem thêm|lượt xem|đang tải văn bản)\b/i,
  /^click vào|bôi vàng/i,
  /^(?:ngày đăng|đăng lúc|cập nhật lúc|lượt tải)\s*:?\s/i,
]
const PAGE_NUMBER = /^(?:[-–—]\s*)?\d{1,3}(?:\s*[-–—])?$|^(?:trang|page)\s+\d{1,3}(?:\s*(?:\/|of)\s*\d{1,3})?$/i
const RULE = /^[-–—_=~*.\s]*[-–—_=~*]{3,}[-–—_=~*.\s]*$/

export function isPageNumber(line: string): boolean {
  return PAGE_NUMBER.test(line)
}

/** Only dashes: the line under a heading. */
export function isRule(line: string): boolean {
  return RULE.test(line)
}

/** Specks of dust that a scanner took for signs. */
export function isSpeck(line: string): boolean {
  return !/[\p{L}\d]{2}/u.test(line)
}

/** The line without a speck that stands far before it. */
export function withoutSpeck(line: string): string {
  return line.replace(/^(\s*)[.,'`·](\s{3,})(?=\S)/, '$1 $2')
}

export function isStamp(line: string): boolean {
  return STAMPS.some((pattern) => pattern.test(line))
}

/** A stamp of a signing program or a piece of the web page around the document. */
export function isFurniture(line: string): boolean {
  return isStamp(line) || FURNITURE.some((pattern) => pattern.test(line))
}
