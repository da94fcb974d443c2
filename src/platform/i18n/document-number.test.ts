import { expect, test } from 'vitest'
import { splitAtNumbers } from './document-number.ts'

test.each([
  ['Sở đã ban hành kế hoạch 45/KH-SGDĐT ngày 12/01', ['Sở đã ban hành kế hoạch ', '45/KH-SGDĐT', ' ngày 12/01']],
  ['Nghị quyết 02/2026/NQ-HĐND', ['Nghị quyết ', '02/2026/NQ-HĐND', '']],
  ['Số: KH-THPTBH', ['Số: ', 'KH-THPTBH', '']],
  ['năm học 2025-2026, học kỳ I - II', ['năm học 2025-2026, học kỳ I - II']],
])('the numbers of documents are found in “%s”', (text, pieces) => expect(splitAtNumbers(text)).toEqual(pieces))
