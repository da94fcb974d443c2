import { describe, expect, test } from 'vitest'
import { headingForm, numberSections, printedLabel } from './numbering.ts'
import { sampleDeepPlan, section } from './samples.ts'
import type { Section } from '../model.ts'

test.each([
  ['I', 'I.'], ['A', 'A.'], ['1', '1.'], ['1.1', '1.1.'], ['a', 'a)'], ['đ', 'đ)'], ['a1', 'a1)'],
  ['Điều 1', 'Điều 1.'], ['Phần I', 'Phần I'], ['Chương II', 'Chương II'], ['Phụ lục', 'Phụ lục'], ['*', '*'], ['1)', '1)'], ['a)', 'a)'],
])('the label %s is printed as %s', (label, printed) => {
  expect(printedLabel(label)).toBe(printed)
})

describe('the form of a heading follows its label', () => {
  test.each([
    ['I', 'Mục đích', 'heading'],
    ['1', 'Mục đích', 'titledClause'],
    ['1', 'Tổ chức thực hiện nghiêm túc kế hoạch này.', 'clause'],
    ['a', 'Đối với học sinh', 'point'],
    ['Điều 2', 'Tổ chức thực hiện', 'article'],
    ['Phần I', 'Kết quả', 'division'],
    ['Mục 1', 'Quy định chung', 'division'],
    [null, 'Nội dung', 'titledClause'],
  ])('%s %s', (label, title, style) => {
    expect(headingForm(label, title).style).toBe(style)
  })
})

const labels = (sections: readonly Section[]): unknown => sections.map((own) => (own.children.length === 0 ? own.label : [own.label, labels(own.children)]))

describe('sections without labels are numbered', () => {
  test('three levels as I, 1, a with the Vietnamese alphabet', () => {
    const points = Array.from({ length: 6 }, () => section(null, 'Điểm'))
    expect(labels(numberSections([section(null, 'Phần', [], [section(null, 'Mục', [], points)]), section(null, 'Phần')]))).toEqual([
      ['I', [['1', ['a', 'b', 'c', 'd', 'đ', 'e']]]],
      'II',
    ])
  })

  test('five levels as I, 1, 1.1, 1.1.1, a', () => {
    const deepest = (sections: readonly Section[]): readonly (string | null)[] => {
      const [first] = sections
      return first ? [first.label, ...deepest(first.children)] : []
    }
    expect(deepest(numberSections(sampleDeepPlan().sections))).toEqual(['I', '1', '1.1', '1.1.1', 'a'])
  })

  test('labels that are there are kept, appendices are counted apart', () => {
    const appendix = section(null, 'Bảng', [], [section(null, 'Phần')], 'appendix')
    expect(labels(numberSections([section('A', 'Phần'), section(null, 'Phần')]))).toEqual(['A', 'II'])
    expect(labels(numberSections([appendix, section(null, 'Phần'), appendix]))).toEqual(['I', ['Phụ lục I', ['I']], ['Phụ lục II', ['I']]])
    expect(labels(numberSections([appendix]))).toEqual([['Phụ lục', ['I']]])
  })
})
