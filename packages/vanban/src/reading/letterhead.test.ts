import { describe, expect, test } from 'vitest'
import { toFlow } from './flow.ts'
import { readCaption, readHead, readPlaceDate } from './letterhead.ts'
import { textToBlocks } from './text-blocks.ts'

const header = (text: string) => readHead(toFlow(textToBlocks(text))).header

describe('issuer', () => {
  test('the superior body stands above it', () => {
    expect(header('ỦY BAN NHÂN DÂN\nXÃ A\nTRƯỜNG TIỂU HỌC B\nSố: 1/KH-THB\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nKẾ HOẠCH\nNăm học mới')).toMatchObject({ parentIssuer: 'ỦY BAN NHÂN DÂN XÃ A', issuer: 'TRƯỜNG TIỂU HỌC B' })
  })

  test('each may take several lines, with the “V/v” of a letter below them', () => {
    const left = ['SỞ GIÁO DỤC', 'VÀ ĐÀO TẠO HẢI LÂM', 'TRƯỜNG TRUNG HỌC', 'CƠ SỞ BẾN TRĂNG', 'Số: 164/THCSBT-VP', 'V/v báo cáo kết quả']
    expect(header([...left, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Kính gửi: UBND xã'].join('\n'))).toMatchObject({ parentIssuer: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO HẢI LÂM', issuer: 'TRƯỜNG TRUNG HỌC CƠ SỞ BẾN TRĂNG' })
  })

  test('a committee and its place are one body', () => {
    expect(header('ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH B Độc lập - Tự do - Hạnh phúc\nSố: 22 /BC-UBND An Hòa, ngày 3 tháng 01 năm 2025\nBÁO CÁO\nTình hình')).toMatchObject({ parentIssuer: null, issuer: 'ỦY BAN NHÂN DÂN TỈNH B', number: '22', symbol: 'BC-UBND', place: 'An Hòa', date: '2025-01-03' })
  })
})

describe('number, date, title', () => {
  test('a title in capitals runs over lines that begin like a body or a date', () => {
    const lines = ['KẾ HOẠCH', 'TRIỂN KHAI LUẬT SỬA ĐỔI,', 'BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT VIỆC LÀM', 'NGÀY 23/7/2025 CỦA QUỐC HỘI', 'Căn cứ Luật Việc làm;']
    expect(header(['Số: 1/KH-UBND', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', ...lines].join('\n\n')).title).toBe('TRIỂN KHAI LUẬT SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT VIỆC LÀM NGÀY 23/7/2025 CỦA QUỐC HỘI')
  })

  test('blanks stay blank', () => {
    expect(header('Số:      /KH-THPTST\nMỹ Hòa, ngày    tháng 8 năm 2026\nKẾ HOẠCH\nCông tác nữ')).toMatchObject({ number: null, symbol: 'KH-THPTST', date: '2026-08', place: 'Mỹ Hòa' })
  })

  test('all lines of the title are joined, the preamble is not', () => {
    expect(header('KẾ HOẠCH\nThực hiện công tác bình đẳng giới\nvà vì sự tiến bộ của phụ nữ\nTrường Mầm non A năm 2025\n––––\nThực hiện Kế hoạch số 166/KH-PGDĐT ngày 27/02/2025 của Phòng;')).toMatchObject({ docType: 'Kế hoạch', title: 'Thực hiện công tác bình đẳng giới và vì sự tiến bộ của phụ nữ Trường Mầm non A năm 2025' })
  })

  test('a letter has its abstract under the number', () => {
    expect(header('SỞ NỘI VỤ\nSố: 15/SNV-BĐG\nV/v báo cáo công tác\nAn Hòa, ngày 2 tháng 3 năm 2026\nKính gửi:\n- Các sở;\n- Ủy ban nhân dân các xã.\nCăn cứ')).toMatchObject({ docType: 'Công văn', title: 'báo cáo công tác', addressees: ['Các sở', 'Ủy ban nhân dân các xã'] })
  })
})

test('place and date are told from a sentence', () => {
  expect(readPlaceDate('Cần Thơ, ngày 19 tháng 11 năm 2025')).toMatchObject({ place: 'Cần Thơ', date: '2025-11-19' })
  expect(readPlaceDate('Báo cáo trước ngày 19 tháng 11')).toBeNull()
})

test('the caption of an appendix gives number and date of a document of the same kind', () => {
  const caption = '(Kèm theo Kế hoạch số 72/KH-MNHH ngày 11/3/2025 của Trường Mầm non A)'
  expect(readCaption(caption, 'Kế hoạch')).toMatchObject({ number: '72', symbol: 'KH-MNHH', date: '2025-03-11' })
  expect(readCaption(caption, 'Quyết định')).toBeNull()
})
