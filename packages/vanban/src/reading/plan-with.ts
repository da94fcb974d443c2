import type { DocumentModel } from '../model.ts'
import { readDocument } from './read-document.ts'
import { textToBlocks } from './text-blocks.ts'

/** An invented plan of 2026 with the given lines as its body, for the tests of one part of the reader. */
export function planWith(...lines: readonly string[]): DocumentModel {
  const head = ['TRƯỜNG TIỂU HỌC HOA BAN', 'Số: 27/KH-THHB', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'An Hòa, ngày 05 tháng 02 năm 2026', 'KẾ HOẠCH', 'Công tác bình đẳng giới năm 2026', 'Trường Tiểu học Hoa Ban xây dựng Kế hoạch như sau:']
  return readDocument(textToBlocks([...head, ...lines].join('\n\n')))
}
