import { describe, expect, it } from 'vitest'
import { groupSentences, sentencesOfText } from './group-sentences.ts'

const said = (unitName: string, text: string) => ({ key: `${unitName}/${text}`, reportId: unitName, unitName, text })

describe('sentences of many reports', () => {
  it('stand together when they share half of their words, whatever the diacritics and numbers', () => {
    const groups = groupSentences([
      said('A', 'Thiếu kinh phí cho hoạt động truyền thông'),
      said('B', 'Chưa có báo cáo viên về giới'),
      said('C', 'Kinh phí cho các hoạt động truyền thông còn thiếu 5 triệu'),
      said('D', 'THIEU KINH PHI HOAT DONG TRUYEN THONG'),
    ])
    expect(groups.map(({ text, units }) => [text, units])).toEqual([
      ['Thiếu kinh phí cho hoạt động truyền thông', ['A', 'C', 'D']],
      ['Chưa có báo cáo viên về giới', ['B']],
    ])
  })

  it('count a unit once that says the same twice', () => {
    expect(groupSentences([said('A', 'Thiếu giáo viên nữ'), said('A', 'Thiếu giáo viên nữ')])[0]).toMatchObject({ units: ['A'], sentences: [{}, {}] })
  })

  it('are cut at lines, full stops and semicolons, not inside numbers', () => {
    expect(sentencesOfText('- Thiếu phòng học; Chưa có nhà vệ sinh riêng.\n+ Có 1.200 học sinh. Thiếu tài liệu')).toEqual(['Thiếu phòng học', 'Chưa có nhà vệ sinh riêng', 'Có 1.200 học sinh', 'Thiếu tài liệu'])
  })
})
