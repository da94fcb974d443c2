import { fold, sentenceCase, squeeze } from '../vietnamese.ts'

/**
 * Kinds of documents with their abbreviations in symbols (Decree 30, annex III.I; normative documents after Decree 78/2025;
 * party documents after Guidance 36-HD/VPTW). A letter (công văn) has none.
 */
export const DOCUMENT_TYPES: Readonly<Record<string, readonly string[]>> = {
  'Nghị quyết liên tịch': ['NQLT'],
  'Nghị quyết': ['NQ'],
  'Nghị định': ['NĐ'],
  'Quyết định': ['QĐ'],
  'Quy chế phối hợp': ['QCPH'],
  'Quy chế': ['QC'],
  'Quy định': ['QyĐ', 'QĐi', 'QĐ'],
  'Quy trình': [],
  'Chỉ thị': ['CT'],
  'Thông tư liên tịch': ['TTLT'],
  'Thông tư': ['TT'],
  'Thông tri': ['TT', 'TTr'],
  'Thông cáo': ['TC'],
  'Thông báo': ['TB'],
  'Hướng dẫn liên ngành': ['HDLN', 'HD'],
  'Hướng dẫn liên tịch': ['HDLT', 'HD'],
  'Hướng dẫn': ['HD'],
  'Chương trình phối hợp': ['CTPH', 'CTrPH', 'CTPHCT'],
  'Chương trình hành động': ['CTr', 'CTrHĐ', 'CTHĐ'],
  'Chương trình công tác': ['CTr'],
  'Chương trình': ['CTr'],
  'Kế hoạch liên tịch': ['KHLT', 'KH'],
  'Kế hoạch liên ngành': ['KHLN', 'KH'],
  'Kế hoạch phối hợp': ['KHPH', 'KH'],
  'Kế hoạch hành động': ['KH'],
  'Kế hoạch': ['KH'],
  'Phương án': ['PA'],
  'Đề án': ['ĐA'],
  'Dự án': ['DA'],
  'Báo cáo': ['BC'],
  'Biên bản': ['BB'],
  'Tờ trình': ['TTr'],
  'Hợp đồng': ['HĐ'],
  'Công điện': ['CĐ'],
  'Công văn': [],
  'Kết luận': ['KL'],
  'Văn bản hợp nhất': ['VBHN'],
  'Văn bản': [],
  'Giấy mời': ['GM'],
  'Giấy ủy quyền': ['GUQ'],
  'Pháp lệnh': [],
  'Lệnh': ['L'],
  'Bộ luật': [],
  'Luật': [],
}

const byFold = new Map(Object.keys(DOCUMENT_TYPES).map((type) => [fold(type), type]))
const foldedTypes = [...byFold.keys()].sort((a, b) => b.length - a.length)

export interface TypeLine {
  /** In sentence case. */
  readonly type: string
  /** What follows on the same line: the first words of the title. */
  readonly rest: string
}

/** A line that names the kind of the document in capitals: “KẾ HOẠCH”; null for any other line. */
export function readTypeLine(line: string): TypeLine | null {
  const text = squeeze(line).replace(/\s*:$/, '')
  const folded = fold(text)
  const type = foldedTypes.find((name) => folded.startsWith(name) && !/\p{L}/u.test(text.charAt(name.length)))
  if (type === undefined || type === 'luat' || type === 'lenh') return null
  const printed = text.slice(0, type.length)
  if (printed !== printed.toLocaleUpperCase('vi')) return null
  const rest = text.slice(type.length).trim()
  if (/^[/\d(]/.test(rest)) return null
  return { type: sentenceCase(printed), rest }
}

/** The known kind that the words begin with, in any case; the longest name wins. */
export function typeNamedBy(words: string): string | null {
  const folded = fold(words)
  const type = foldedTypes.find((name) => folded.startsWith(name))
  return type === undefined ? null : (byFold.get(type) ?? null)
}

/** “KH-UBND”, “2025/QĐ-TTg”, “CT/TW” → the kind that the symbol stands for; null when it names none. */
export function typeOfSymbol(symbol: string): string | null {
  const first = symbol.split(/[-/]/, 1)[0] ?? ''
  if (/^QH\d+$/.test(first)) return 'Luật'
  const found = ['Kế hoạch', 'Quyết định', 'Nghị quyết', 'Chỉ thị', 'Hướng dẫn', 'Thông báo', 'Báo cáo', 'Nghị định', 'Chương trình', 'Kết luận', 'Công điện', 'Tờ trình', 'Đề án', 'Thông tư', 'Nghị quyết liên tịch', 'Chương trình phối hợp', 'Thông tư liên tịch', 'Quy định', 'Quy chế', 'Văn bản hợp nhất']
    .find((type) => DOCUMENT_TYPES[type]?.includes(first))
  return found ?? null
}

/** Every kind whose symbols may begin like this one. */
export function typesOfSymbol(symbol: string): readonly string[] {
  const first = symbol.split(/[-/]/, 1)[0] ?? ''
  return Object.keys(DOCUMENT_TYPES).filter((type) => DOCUMENT_TYPES[type]?.includes(first))
}

export const TYPE_NAMES: readonly string[] = Object.keys(DOCUMENT_TYPES).sort((a, b) => b.length - a.length)
