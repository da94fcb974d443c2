import { describe, expect, test } from 'vitest'
import type { Block } from '../blocks.ts'
import { textToBlocks } from './text-blocks.ts'

const texts = (text: string): readonly string[] => textToBlocks(text).blocks.map((block: Block) => (block.kind === 'paragraph' ? block.text : JSON.stringify(block.rows)))

const LONG = 'Tiếp tục quán triệt, phổ biến kịp thời quan điểm, chủ trương, đường lối của Đảng,'

describe('paragraphs', () => {
  test('a line of an unwrapped text is a paragraph', () => {
    const long = `${LONG} ${LONG} ${LONG}`
    expect(texts(`${long}\n${long}\n\nNgắn`)).toEqual([long, long, 'Ngắn'])
  })

  test('lines broken at the width of the page are joined, also with a blank line after each', () => {
    const lines = ['1. Tiếp tục quán triệt, phổ biến, triển khai thực hiện kịp thời quan điểm,', 'chủ trương, đường lối của Đảng, chính sách pháp luật của Nhà nước, mục tiêu,', 'nhiệm vụ.', '2. Lồng ghép có hiệu quả công tác bình đẳng giới trong các hoạt động của nhà', 'trường.', '3. Phòng ngừa, ứng phó với bạo lực trên cơ sở giới, nâng cao nhận thức của', 'cán bộ, giáo viên, nhân viên, học sinh và tăng cường khả năng phòng ngừa của', 'nhà trường.']
    const expected = ['1. Tiếp tục quán triệt, phổ biến, triển khai thực hiện kịp thời quan điểm, chủ trương, đường lối của Đảng, chính sách pháp luật của Nhà nước, mục tiêu, nhiệm vụ.', '2. Lồng ghép có hiệu quả công tác bình đẳng giới trong các hoạt động của nhà trường.', '3. Phòng ngừa, ứng phó với bạo lực trên cơ sở giới, nâng cao nhận thức của cán bộ, giáo viên, nhân viên, học sinh và tăng cường khả năng phòng ngừa của nhà trường.']
    expect(texts(lines.join('\n'))).toEqual(expected)
    expect(texts(lines.join(' \n\n'))).toEqual(expected)
    expect(texts([...lines.slice(0, 4), '', '12', '', ...lines.slice(4)].join('\n'))).toEqual(expected)
  })

  test('a symbol broken at its hyphen gets no space', () => {
    const lines = ['Triển khai thực hiện các nhiệm vụ được giao tại Công điện số 131/CĐ-', 'TTg ngày 11/12/2024 của Thủ tướng Chính phủ và các kế hoạch của Chính phủ,', 'Bộ, ngành về cải cách thủ tục hành chính trên địa bàn tỉnh theo quy định', 'hiện hành; tiếp tục rà soát các văn bản quy định thủ tục hành chính thuộc', 'thẩm quyền; kiến nghị sửa đổi các quy định không còn phù hợp với tình hình', 'thực tế; công khai kết quả giải quyết thủ tục hành chính theo quy định của', 'pháp luật; báo cáo kết quả thực hiện về Văn phòng Chính phủ theo định kỳ', 'hằng tháng, hằng quý và hằng năm.']
    expect(texts(lines.join('\n'))[0]).toContain('131/CĐ-TTg ngày')
  })
})

describe('what is no content', () => {
  test('page numbers, rules, stamps and pieces of the web page are left out', () => {
    expect(texts('# source: a.txt\nKẾ HOẠCH\n––––––––\n- 2 -\n\t\t2025-03-13T16:48:24+0700\n\tViệt Nam\n\tNguyễn Văn A<a@b.vn> đã ký lên văn bản này!\nĐang tải văn bản...')).toEqual(['KẾ HOẠCH'])
  })

  test('marks of markdown go, bold is kept as a fact', () => {
    const { blocks } = textToBlocks('**I. MỤC ĐÍCH,\nYÊU CẦU**\n\n## II. NỘI DUNG\n\n**1.** Nâng *cao* nhận thức [tại đây](http://x)\n\n** **\n\n***Nơi nhận:***')
    expect(blocks).toEqual([
      { kind: 'paragraph', text: 'I. MỤC ĐÍCH, YÊU CẦU', bold: true },
      { kind: 'paragraph', text: 'II. NỘI DUNG', bold: true },
      { kind: 'paragraph', text: '1. Nâng cao nhận thức tại đây' },
      { kind: 'paragraph', text: 'Nơi nhận:', bold: true },
    ])
  })
})

describe('tables', () => {
  test('markdown with bars', () => {
    expect(texts('| Thời gian | Nội dung |\n|---|---|\n| Tháng 3 | Hội thi |')).toEqual([JSON.stringify([['Thời gian', 'Nội dung'], ['Tháng 3', 'Hội thi']])])
  })

  test('cells one below the other between lines with a bar', () => {
    expect(texts('|\n**ỦY BAN\nNHÂN DÂN**\nTỈNH A\n-------\n|\nCỘNG HÒA\n|\n|\nSố: 1/KH-UBND\n|\nA, ngày 1\n|\n\nKẾ HOẠCH')).toEqual([JSON.stringify([['ỦY BAN NHÂN DÂN\nTỈNH A', 'CỘNG HÒA'], ['Số: 1/KH-UBND', 'A, ngày 1']]), 'KẾ HOẠCH'])
  })
})
