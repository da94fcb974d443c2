import { describe, expect, test } from 'vitest'
import { readDocument } from '../reading/read-document.ts'
import { SAMPLE_PLAN } from '../reading/sample-plan.ts'
import { textToBlocks } from '../reading/text-blocks.ts'
import { noveltyOf } from './novelty.ts'
import { clausesOf, isBoilerplate } from './sentences.ts'

const OWN = '- Câu lạc bộ Bạn gái khối 5 quay phim ngắn về việc nhà và chiếu trong buổi họp phụ huynh cuối kỳ.'
const TASK = '- Chỉ đạo thực hiện kế hoạch.'
const read = (text: string) => readDocument(textToBlocks(text))
const lastYear = read(SAMPLE_PLAN.replace(TASK, `${TASK}\n\n- Tổ chức tọa đàm cho cha mẹ học sinh về phòng, chống bạo lực gia đình vào tháng 6 năm 2025 tại hội trường.`))

describe('a draft beside last year’s', () => {
  test('that is the same but for its years is copied as a whole', () => {
    const { copiedShare, copied } = noveltyOf(read(SAMPLE_PLAN.replaceAll('2026', '2027')), [lastYear])
    expect(copiedShare).toBeGreaterThan(0.98)
    expect(copied.every(({ isSame }) => isSame)).toBe(true)
  })
  test('tells its own sentences from those taken over', () => {
    const taken = '- Tổ chức toạ đàm cho cha mẹ học sinh về phòng, chống bạo lực gia đình và xâm hại trẻ em vào tháng 6 năm 2026 tại hội trường.'
    const { copied } = noveltyOf(read(SAMPLE_PLAN.replace(TASK, `${taken}\n\n${OWN}`)), [lastYear])
    expect(copied.find(({ text }) => text.includes('xâm hại trẻ em'))).toMatchObject({ isSame: false, source: 0, other: expect.stringContaining('năm 2025 tại hội trường') })
    expect(copied.some(({ text }) => text.includes('quay phim ngắn'))).toBe(false)
  })
  test('of which nothing is alike has no share, and without others there is none to tell', () => {
    const other = read('KẾ HOẠCH\nDọn vệ sinh\n\nI. NỘI DUNG\n\n- Mỗi chi đoàn nhận một đoạn đường ven sông và trồng thêm hai hàng cây.')
    expect(noveltyOf(read(SAMPLE_PLAN), [other])).toMatchObject({ copiedShare: 0, copied: [] })
    expect(noveltyOf(read(SAMPLE_PLAN), [])).toMatchObject({ shareOf: [], copied: [] })
  })
})

test('a name in a column is no sentence, and what is said twice counts once', () => {
  const plan = (lines: readonly string[]) => read(`KẾ HOẠCH\nCông tác năm\n\nI. NỘI DUNG\n\n${lines.map((line) => `- ${line}`).join('\n\n')}`)
  const said = 'Tổ chức tọa đàm cho cha mẹ học sinh về phòng, chống bạo lực gia đình tại hội trường.'
  expect(noveltyOf(plan([said, said, 'Ban Vì sự tiến bộ của phụ nữ nhà trường']), [plan([said])])).toMatchObject({ sentences: 1, copiedShare: 1 })
})

test('bases, standing phrases and closings are nobody’s own words', () => {
  for (const text of [
    'Căn cứ Luật Bình đẳng giới ngày 29 tháng 11 năm 2006;',
    'Trong quá trình thực hiện nếu có khó khăn, vướng mắc, các đơn vị báo cáo về Sở để được hướng dẫn.',
    'Thực hiện Quyết định số 383/QĐ-BGDĐT ngày 26/01/2022 của Bộ Giáo dục và Đào tạo;',
    'Trên đây là Kế hoạch công tác năm 2026 của Trường./.',
  ]) expect(isBoilerplate(text), text).toBe(true)
  expect(isBoilerplate(OWN)).toBe(false)
})

test('a list in one paragraph is compared clause by clause; a number is no end of a sentence', () => {
  expect(clausesOf('Tổ chức hội thi; phát thanh măng non. Kinh phí 1.500.000 đồng do trường chi.')).toEqual(['Tổ chức hội thi;', 'phát thanh măng non.', 'Kinh phí 1.500.000 đồng do trường chi.'])
})
