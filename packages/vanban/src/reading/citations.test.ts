import { describe, expect, test } from 'vitest'
import { citeParagraph, citeTable, mergeCitations } from './citations.ts'

const cite = (text: string, inPreamble = false) => mergeCitations(citeParagraph(text, inPreamble), { number: null, symbol: null })

describe('number and symbol', () => {
  test.each([
    ['Kế hoạch số 45/KH-SGDĐT', 'Kế hoạch', '45', 'KH-SGDĐT'],
    ['Kế hoạch 45/KH-SGDĐT', 'Kế hoạch', '45', 'KH-SGDĐT'],
    ['Nghị định số 125/2021/NĐ-CP', 'Nghị định', '125/2021', 'NĐ-CP'],
    ['Chỉ thị số 21-CT/TW', 'Chỉ thị', '21', 'CT/TW'],
    ['Chỉ thị số 22- CT/TU', 'Chỉ thị', '22', 'CT/TU'],
    ['Chương trình hành động số 10-CTr/TU', 'Chương trình hành động', '10', 'CTr/TU'],
    ['Công văn số 8935/BNV-CTTN&BĐG', 'Công văn', '8935', 'BNV-CTTN&BĐG'],
    ['Nghị quyết số 101/2025/UBTVQH15', 'Nghị quyết', '101/2025', 'UBTVQH15'],
    ['Kế hoạch số /KH-SGDĐT', 'Kế hoạch', null, 'KH-SGDĐT'],
    ['Luật Khiếu nại số 02/2011/QH13', 'Luật', '02/2011', 'QH13'],
  ])('%s', (text, type, number, symbol) => {
    expect(cite(`Triển khai ${text} trong nhà trường.`)).toMatchObject([{ type, number, symbol }])
  })

  test.each(['Báo cáo trước ngày 10/6/2026', 'tỷ lệ 1/3 số giáo viên', 'theo Mẫu số 03/HNMT', 'Trường THCS 2/9'])('%s cites nothing', (text) => expect(cite(text)).toEqual([]))

  test('a list goes on with the kind named first', () => {
    expect(cite('tại các Công văn: số 87/HĐND-KTNS ngày 15/5/2024, số 208/HĐND-KTNS ngày 30/10/2024').map(({ type, number }) => [type, number])).toEqual([['Công văn', '87'], ['Công văn', '208']])
  })
})

describe('date, issuer, subject', () => {
  test('in the order of the decree', () => {
    expect(cite('Quyết định số 12/QĐ-BGDĐT ngày 20 tháng 01 năm 2026 của Bộ Giáo dục và Đào tạo về việc ban hành Kế hoạch bình đẳng giới;')).toMatchObject([{ date: '2026-01-20', issuer: 'Bộ Giáo dục và Đào tạo', subject: 'ban hành Kế hoạch bình đẳng giới' }])
  })

  test('a verb begins the subject where “về” is left out', () => {
    expect(cite('Thông tư số 75/2024/TT-BTC ngày 31/10/2024 của Bộ trưởng Bộ Tài chính sửa đổi, bổ sung một số điều của Thông tư số 55/2023/TT-BTC')[0]).toMatchObject({ issuer: 'Bộ trưởng Bộ Tài chính', subject: expect.stringMatching(/^sửa đổi, bổ sung/) })
  })

  test('a name with commas is one issuer, the next verb is none of it', () => {
    expect(cite('theo Công văn số 5990/VPCP-KSTT ngày 22/8/2024 của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ và tham mưu, trình Chủ tịch')).toMatchObject([{ issuer: 'Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ', subject: null }])
  })

  test('“của” within the subject is no issuer', () => {
    expect(cite('Kế hoạch số 22/KH-PGDĐT ngày 22/03/2022 về công tác nữ của trường Tiểu học A')).toMatchObject([{ issuer: null }])
  })

  test('blank parts of a date cut it short', () => {
    expect(cite('Kế hoạch số /KH-SGDĐT ngày   tháng 5 năm 2026 của Sở')).toMatchObject([{ date: '2026-05' }])
  })

  test('a quote that is never closed does not swallow the next document', () => {
    expect(cite('Quyết định số 1/QĐ-TTg ngày 1/1/2020 của Thủ tướng Chính phủ về Chương trình “Tăng cường sự tham gia; Kế hoạch số 2/KH-UBND ngày 1/2/2022 của Ủy ban nhân dân tỉnh về truyền thông').map(({ number, subject }) => [number, subject])).toEqual([['1', 'Chương trình “Tăng cường sự tham gia'], ['2', 'truyền thông']])
  })
})

describe('basis and mention', () => {
  const roles = (clause: string) => cite(clause, true).map(({ number, subject, role, nested }) => `${number ?? subject} ${role}${nested ? ' nested' : ''}`)

  test('what a basis carries out is a mention within it', () => {
    expect(roles('Căn cứ Kế hoạch số 24/KH-UBND ngày 14/8/2025 của UBND tỉnh thực hiện Nghị quyết số 66-NQ/TW ngày 30/4/2025 của Bộ Chính trị về pháp luật;')).toEqual(['24 basis', '66 mention nested'])
  })

  test('documents in a row are all bases', () => {
    expect(roles('Thực hiện Kế hoạch số 14-KH/TU ngày 29/7/2025 của Tỉnh ủy và Kế hoạch số 24/KH-UBND ngày 14/8/2025 của UBND tỉnh; Chỉ thị số 5/CT-UBND ngày 1/2/2025')).toEqual(['14 basis', '24 basis', '5 basis'])
  })

  test('in brackets stands what amends', () => {
    expect(roles('Căn cứ Quyết định số 650/QĐ-A ngày 21/7/2022 của Bộ A (được điều chỉnh bởi Quyết định số 128/QĐ-A ngày 17/3/2023 của Bộ A)')).toEqual(['650 basis', '128 mention nested'])
  })

  test('outside the preamble all are mentions', () => {
    expect(cite('Căn cứ Kế hoạch số 24/KH-UBND, các đơn vị thực hiện.')).toMatchObject([{ role: 'mention' }])
  })
})

describe('laws by name', () => {
  test('the name ends where the sentence goes on', () => {
    expect(cite('thi hành Luật Việc làm trên địa bàn; Luật Phòng, chống bạo lực gia đình và các văn bản; Luật Giáo dục 2019.').map(({ subject, date }) => [subject, date])).toEqual([['Luật Việc làm', null], ['Luật Phòng, chống bạo lực gia đình', null], ['Luật Giáo dục 2019', '2019']])
  })

  test('a short name counts for the full one', () => {
    expect(cite('Căn cứ Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân; theo Điều 55 Luật Bầu cử.')).toMatchObject([{ subject: 'Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân', occurrences: 2 }])
  })

  test.each(['chấp hành pháp luật của Nhà nước', 'kỷ luật Đảng', 'hướng dẫn thi hành Luật, chủ trương'])('%s names no law', (text) => expect(cite(text)).toEqual([]))
})

test('in a table the cells beside the number name issuer and subject', () => {
  expect(citeTable([['UBND xã A', 'Kế hoạch số 97/KH-UBND ngày 24/5/2021', 'Triển khai công tác bình đẳng giới']])).toMatchObject([{ issuer: 'UBND xã A', subject: 'Triển khai công tác bình đẳng giới' }])
})

test('the same document is one entry, the document itself is none', () => {
  const cited = citeParagraph('Kế hoạch số 5/KH-A ngày 1/2/2026 của Sở A; Kế hoạch số 5/KH-A; Kế hoạch số 9/KH-B', false)
  expect(mergeCitations(cited, { number: '9', symbol: 'KH-B' })).toMatchObject([{ number: '5', occurrences: 2 }])
})
