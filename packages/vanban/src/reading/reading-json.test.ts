import { expect, test } from 'vitest'
import { readDocument } from './read-document.ts'
import { toReading } from './reading-json.ts'

test('a table counts its rows, not its head and those that only group them', () => {
  const rows = [['TT', 'Nội dung', 'Thời gian'], ['1', 'Hội thi', 'Tháng 3'], ['Buổi chiều', '', ''], ['2', 'Tọa đàm', 'Tháng 4']]
  const model = readDocument({ blocks: [{ kind: 'paragraph', text: 'I. LỊCH TRÌNH' }, { kind: 'table', rows }], warnings: [] })
  expect(toReading(model).sections).toMatchObject([{ label: 'I', itemCount: 2 }])
})
