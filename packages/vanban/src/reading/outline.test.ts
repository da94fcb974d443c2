import { describe, expect, test } from 'vitest'
import type { Section } from '../model.ts'
import { toFlow } from './flow.ts'
import { readOutline } from './outline.ts'
import { textToBlocks } from './text-blocks.ts'
import { countItems } from './walk.ts'

const outline = (...lines: readonly string[]): readonly Section[] => readOutline(toFlow(textToBlocks(lines.join('\n\n'))))
const sketch = (sections: readonly Section[]): readonly unknown[] => sections.map((section) => [section.label, section.title, countItems(section), ...(section.children.length > 0 ? [sketch(section.children)] : [])])

describe('sections and items', () => {
  test('a numbered line is a section when something hangs under it', () => {
    expect(sketch(outline('I. NỘI DUNG', '1. Tuyên truyền', '- Một;', '- Hai.', '2. Tập huấn', '- Ba.'))).toEqual([['I', 'NỘI DUNG', 0, [['1', 'Tuyên truyền', 2], ['2', 'Tập huấn', 1]]]])
  })

  test('numbered paragraphs alone are items', () => {
    expect(sketch(outline('I. MỤC ĐÍCH', '1. Nâng cao nhận thức.', '2. Phòng ngừa bạo lực.', 'II. KINH PHÍ', 'Từ ngân sách.'))).toEqual([['I', 'MỤC ĐÍCH', 2], ['II', 'KINH PHÍ', 1]])
  })

  test('a run-in heading and a paragraph beside sections are sections with one item', () => {
    const [part] = outline('I. NỘI DUNG', '1. Tuyên truyền', '- Một.', '2. Công tác kiểm tra: Kiểm tra việc thực hiện.', '3. Khen thưởng các tập thể có thành tích.')
    expect(part?.children.map(({ title, runIn, items }) => [title, runIn, items.length])).toEqual([['Tuyên truyền', undefined, 1], ['Công tác kiểm tra', true, 1], ['Khen thưởng các tập thể có thành tích', true, 1]])
  })

  test('a heading with nothing under it has no items', () => {
    expect(sketch(outline('I. NỘI DUNG', '1. Đầu tư trang thiết bị', '2. Tập huấn', '- Một.'))).toEqual([['I', 'NỘI DUNG', 0, [['1', 'Đầu tư trang thiết bị', 0], ['2', 'Tập huấn', 1]]]])
  })

  test('deeper bullets belong to theirs, whatever the signs', () => {
    for (const [outer, inner] of [['-', '+'], ['\uf0b7', 'o'], ['+', '•']]) {
      const [part] = outline('I. NỘI DUNG', `${outer} Một:`, `${inner} Hai;`, `${inner} Ba.`, `${outer} Bốn.`)
      expect(part?.items).toMatchObject([{ text: 'Một:', items: [{ text: 'Hai;' }, { text: 'Ba.' }] }, { text: 'Bốn.' }])
    }
  })

  test('a sentence that only introduces the list is no item', () => {
    const [part] = outline('I. CHỈ TIÊU', 'Đến năm 2030, phấn đấu:', '- Một;', '- Hai.')
    expect(part).toMatchObject({ leadIns: ['Đến năm 2030, phấn đấu:'], items: [{}, {}] })
  })

  test('a heading that has lost its number still heads what follows', () => {
    expect(sketch(outline('I. MỤC ĐÍCH, YÊU CẦU', 'Mục đích', 'Quán triệt sâu sắc và tổ chức thực hiện nghiêm túc, có hiệu quả kế hoạch của cấp trên.', '2. Yêu cầu', '- Kịp thời.'))).toEqual([['I', 'MỤC ĐÍCH, YÊU CẦU', 0, [[null, 'Mục đích', 1], ['2', 'Yêu cầu', 1]]]])
  })

  test('“1)” takes the place of “1.” where there is none', () => {
    expect(sketch(outline('I. NỘI DUNG', '1) Tuyên truyền', '- Một.', '2) Tập huấn', '- Hai.'))).toEqual([['I', 'NỘI DUNG', 0, [['1', 'Tuyên truyền', 1], ['2', 'Tập huấn', 1]]]])
  })

  test('articles of a decision stand at the top', () => {
    expect(sketch(outline('Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.', 'Điều 2. Quyết định có hiệu lực từ ngày ký.'))).toEqual([['Điều 1', 'Ban hành kèm theo Quyết định này Kế hoạch', 1], ['Điều 2', 'Quyết định có hiệu lực từ ngày ký', 1]])
  })
})

describe('tables', () => {
  const tableOf = (rows: readonly (readonly string[])[]): unknown => {
    const [part] = readOutline(toFlow({ blocks: [{ kind: 'paragraph', text: 'I. KINH PHÍ' }, { kind: 'table', rows }], warnings: [] }))
    return part?.items[0]
  }

  test('have a head of two rows where the second names columns below a cell that spans them', () => {
    const head = [['TT', 'Nội dung', 'Dự toán', '', 'Nguồn'], ['', '', 'Đơn giá', 'Thành tiền', '']]
    expect(tableOf([...head, ['1', 'Tập huấn', '120.000', '240.000', '']])).toMatchObject({ table: { head, rows: [['1', 'Tập huấn', '120.000', '240.000', '']] } })
  })

  test('have a head of one row where the second has words of its own', () => {
    const rows = [['TT', 'Nội dung', 'Kinh phí', '', 'Nguồn'], ['', 'Tập huấn', '120.000', '', 'Công đoàn']]
    expect(tableOf(rows)).toMatchObject({ table: { head: [rows[0]], rows: [rows[1]] } })
  })
})

describe('kinds', () => {
  test('by the heading, else as the part around', () => {
    const parts = outline('I. MỤC ĐÍCH, YÊU CẦU', '1. Mục đích', '- Một.', '2. Yêu cầu', '- Hai.', 'II. MỤC TIÊU', '- Ba.', 'III. NHIỆM VỤ', '1. Công tác kiểm tra, giám sát', '- Bốn.', 'IV. KINH PHÍ', 'Năm.', 'V. TỔ CHỨC THỰC HIỆN', '1. Công đoàn', '- Sáu.')
    expect(parts.map(({ kind, children }) => [kind, ...children.map((child) => child.kind)])).toEqual([['purpose', 'purpose', 'requirements'], ['objectives'], ['tasks', 'tasks'], ['budget'], ['organisation', 'organisation']])
  })

  test('a heading that a scanner has garbled', () => {
    expect(outline('I. MVC DICH, YEU cAu', '- Mot.', 'V. TO CHUC THVC HI:¢N', '- Hai.').map(({ kind }) => kind)).toEqual(['purpose', 'organisation'])
  })
})
