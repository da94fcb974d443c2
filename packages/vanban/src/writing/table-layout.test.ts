import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formOf } from './form.ts'
import { rulesOn } from './form-rules.ts'
import { layoutTable, leastWidth } from './table-layout.ts'

const { portraitText } = formOf(rulesOn(null))

const cell = fc.constantFrom('', '1', '1.250.000', 'Quý II/2026', 'Tuyên truyền Luật Bình đẳng giới trong sinh hoạt dưới cờ', 'x', 'Hiệu trưởng')
const tables = fc.integer({ min: 1, max: 9 }).chain((columns) =>
  fc.record({
    head: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { maxLength: 2 }),
    rows: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 6 }),
  }),
)

test('columns fill the width of the text exactly and every row covers all columns once', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const part = layoutTable(table, portraitText)
      const columns = part.columns.length
      expect(part.columns.reduce((sum, width) => sum + width, 0)).toBeCloseTo(portraitText, 0)
      expect(Math.min(...part.columns)).toBeGreaterThan(0)
      const area = (rows: typeof part.rows): number => rows.flat().reduce((sum, own) => sum + own.columnSpan * own.rowSpan, 0)
      expect(area(part.head)).toBe(part.head.length * columns)
      expect(area(part.rows)).toBe(part.rows.length * columns)
    }),
    { seed: 30, numRuns: 300 },
  )
})

test('an empty cell of the head continues the one above it, in the first row the one to its left', () => {
  const { head } = layoutTable({ head: [['TT', 'Dự toán', '', 'Ghi chú'], ['', 'Số lượng', 'Đơn giá', '']], rows: [['1', '2', '500.000', '']] }, portraitText)
  expect(head.map((row) => row.map(({ lines, columnSpan, rowSpan }) => [lines.join('|'), columnSpan, rowSpan]))).toEqual([
    [['TT', 1, 2], ['Dự toán', 2, 1], ['Ghi chú', 1, 2]],
    [['Số lượng', 1, 1], ['Đơn giá', 1, 1]],
  ])
})

describe('cells', () => {
  const part = layoutTable(
    {
      head: [['TT', 'Nội dung', 'Thành tiền', 'Số buổi', 'Thời gian']],
      rows: [['A. Truyền thông'], ['1', 'Tập huấn cho giáo viên, nhân viên', '4.200.000', '2', 'Quý I'], ['', 'Tổng cộng', '4.200.000', '2', '']],
    },
    portraitText,
  )

  test('amounts stand right, serial numbers, counts and short entries in the middle, prose left', () => {
    expect(part.rows[1]?.map((own) => own.align)).toEqual(['centre', 'left', 'right', 'centre', 'centre'])
  })

  test('a row of one cell spans the table, totals are bold', () => {
    expect(part.rows[0]).toMatchObject([{ columnSpan: 5, bold: true }])
    expect(part.rows.map((row) => row[0]?.bold)).toEqual([true, false, true])
  })

  test('the column with the longest texts is the widest', () => {
    expect(part.columns.indexOf(Math.max(...part.columns))).toBe(1)
  })
})

test('a cell keeps its lines', () => {
  expect(layoutTable({ head: [], rows: [['- Một;\n\n- Hai.', 'x']] }, 160).rows[0]?.[0]?.lines).toEqual(['- Một;', '- Hai.'])
})

test('widths of the model are kept in proportion', () => {
  expect(layoutTable({ head: [], rows: [['a', 'b']], widths: [1, 3] }, 160).columns).toEqual([40, 120])
})

test('a table that needs more than the page is wide is set smaller', () => {
  const wide = { head: [Array.from({ length: 12 }, () => 'Nghiên')], rows: [Array.from({ length: 12 }, () => 'trường')] }
  expect(leastWidth(wide)).toBeGreaterThan(portraitText)
  expect(layoutTable(wide, portraitText).size).toBeLessThan(12)
})
