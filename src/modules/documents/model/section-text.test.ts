import type { Item, TextItem } from '@songhanh/vanban/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromLines, toLines } from './section-text.ts'

const table: Item = { table: { head: [['Việc', 'Hạn']], rows: [['Nói chuyện', '8/3']] } }

describe('the text under a heading', () => {
  it('is typed as lines', () => {
    const items: Item[] = [
      { marker: null, text: 'Nhà trường tổ chức:', items: [] },
      { marker: '-', text: 'Tuyên truyền', items: [{ marker: '+', text: 'trong giờ chào cờ', items: [] }] },
      table,
    ]
    expect(toLines(items)).toBe('Nhà trường tổ chức:\n- Tuyên truyền\n  + trong giờ chào cờ\n⟦1⟧')
  })

  it('puts a plus under the dash before it, as people type it', () => {
    expect(fromLines('- Tuyên truyền\n+ chào cờ\n+ bảng tin\n- Tập huấn', [])).toEqual([
      { marker: '-', text: 'Tuyên truyền', items: [{ marker: '+', text: 'chào cờ', items: [] }, { marker: '+', text: 'bảng tin', items: [] }] },
      { marker: '-', text: 'Tập huấn', items: [] },
    ])
  })

  it('loses a table with its line, and makes none up', () => {
    expect(fromLines('Chữ\n⟦1⟧', [table])).toEqual([{ marker: null, text: 'Chữ', items: [] }, table])
    expect(fromLines('Chữ\n⟦2⟧', [table])).toEqual([{ marker: null, text: 'Chữ', items: [] }])
  })

  it('comes back as it was when nothing is changed', () => {
    const words = fc.array(fc.constantFrom('bình', 'đẳng', 'giới', '8/3', 'Điều 5', '(lần 1)'), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '))
    const { item } = fc.letrec<{ item: TextItem }>((tie) => ({
      item: fc.record({
        marker: fc.constantFrom(null, '-', '•', 'a)', '1.'),
        text: words,
        items: fc.oneof({ maxDepth: 2 }, fc.constant([]), fc.array(tie('item'), { maxLength: 2 })),
      }),
    }))
    fc.assert(
      fc.property(fc.array(fc.oneof(item, fc.constant(table)), { maxLength: 6 }), (items) => {
        expect(fromLines(toLines(items), items)).toEqual(items)
      }),
      { seed: 7 },
    )
  })
})
