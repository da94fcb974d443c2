import { describe, expect, it } from 'vitest'
import { readPdf } from './pdf.ts'
import { aPdf, centred, LETTER_WIDTH, pdfOf, pdfStream, typeset, type PdfSheet, type PdfText } from './samples.ts'

const LONG =
  'Căn cứ Luật Bình đẳng giới ngày 29 tháng 11 năm 2006 và các văn bản hướng dẫn thi hành Luật này của Chính phủ, của các bộ, ngành ở trung ương và của địa phương trong cả nước;'
const OTHER =
  'Trường Tiểu học Hoa Mai xây dựng kế hoạch thực hiện công tác bình đẳng giới và vì sự tiến bộ của phụ nữ trong năm học này với những nội dung cụ thể được trình bày ở phần dưới đây.'

/** Filling text, so that the page has margins to measure. */
const body = (y: number) => [...typeset(LONG, { y, indent: 36 }), ...typeset(OTHER, { y: y + 75, indent: 36 })]

async function texts(sheets: readonly PdfSheet[]): Promise<string[]> {
  const { blocks } = await readPdf(aPdf(sheets))
  return blocks.map((block) => (block.kind === 'table' ? block.rows.map((row) => row.join(' ¦ ')).join(' ⏎ ') : `${block.marker === undefined ? '' : `${block.marker} `}${block.text}`))
}

describe('paragraphs', () => {
  it('are joined from their lines, by the indent of the first', async () => {
    expect(await texts([{ texts: body(100) }])).toEqual([LONG, OTHER])
  })

  it('go on over the end of a page, without the page number', async () => {
    const lines = typeset(LONG, { y: 760, indent: 36 })
    const [first = [], second = []] = [lines.slice(0, 2), lines.slice(2).map((line, at) => ({ ...line, y: 80 + at * 17 }))]
    const number: PdfText = { text: '2', x: 297, y: 50, size: 13 }
    expect(await texts([{ texts: [...body(100), ...first] }, { texts: [number, ...second, ...body(200)] }])).toEqual([LONG, OTHER, LONG, LONG, OTHER])
  })

  it('join a document number without a blank where it wraps', async () => {
    const [one, two] = ['Thực hiện Kế hoạch số 15/2025 của Ủy ban nhân dân và số 85/2015/NĐ-', 'CP ngày 01 tháng 10 năm 2015 của Chính phủ quy định chi tiết;']
    const lines = [
      { text: one, x: 85, y: 300 },
      { text: two, x: 85, y: 317 },
    ]
    expect(await texts([{ texts: [...body(100), ...lines] }])).toContain(`${one}${two}`)
  })

  it('join an address without a blank where it wraps', async () => {
    const [one, two] = ['Tài liệu được đăng tải đầy đủ tại địa chỉ của nhà trường https://mai-xuan.edu.', 'vn để các tổ chuyên môn tham khảo;']
    const lines = [
      { text: one, x: 85, y: 300 },
      { text: two, x: 85, y: 317 },
    ]
    expect(await texts([{ texts: [...body(100), ...lines] }])).toContain(`${one}${two}`)
  })

  it('end where the next word would still have had room', async () => {
    const items = ['- Lồng ghép giới vào kế hoạch;', '- Tổ chức truyền thông;', '- Báo cáo kết quả.']
    const lines = items.map((text, at) => ({ text, x: 85, y: 300 + at * 17 }))
    expect((await texts([{ texts: [...body(100), ...lines] }])).slice(2)).toEqual(items)
  })

  it('are kept where pages begin with items that differ only in their numbers', async () => {
    const page = (day: number) => ({ texts: [{ text: `- Hoàn thành việc kiện toàn trước ngày ${day} tháng 6;`, x: 121, y: 60 }, ...body(100)] })
    const read = await texts([page(5), page(22), page(9)])
    expect(read.filter((text) => text.startsWith('- Hoàn thành'))).toHaveLength(3)
  })

  it('leave out a running head that counts the pages', async () => {
    const page = (number: number) => ({ texts: [{ text: `Kế hoạch bình đẳng giới, trang ${number}`, x: 121, y: 60 }, ...body(100)] })
    expect((await texts([page(1), page(2), page(3)])).join(' ')).not.toContain('trang')
  })

  it('know bold, italic and the middle of the page', async () => {
    const { blocks } = await readPdf(aPdf([{ texts: [centred('KẾ HOẠCH', 60), centred('(Kèm theo Quyết định số 5)', 80, { face: 'italic' }), ...body(120)] }]))
    expect(blocks.slice(0, 2)).toEqual([
      { kind: 'paragraph', text: 'KẾ HOẠCH', bold: true, align: 'center', page: 1 },
      { kind: 'paragraph', text: '(Kèm theo Quyết định số 5)', italic: true, align: 'center', page: 1 },
    ])
  })

  it('of footnotes follow the text that cites them', async () => {
    const mark: PdfText = { text: '1', x: 85 + 30 * 13 * LETTER_WIDTH, y: 295, size: 8 }
    const citing: PdfText = { text: 'Theo chương trình của Chính ph', x: 85, y: 300 }
    const note = [{ text: '1', x: 85, y: 776, size: 6 }, { text: 'Quyết định số 2282/QĐ-TTg.', x: 90, y: 780, size: 10 }]
    const read = await texts([{ texts: [...body(100), citing, mark, ...note] }, { texts: body(100) }])
    expect(read.slice(2, 4)).toEqual(['Theo chương trình của Chính ph', '[1] Quyết định số 2282/QĐ-TTg.'])
  })
})

describe('columns', () => {
  const at = (text: string, centre: number, y: number, face: PdfText['face'] = 'bold', size = 12): PdfText => ({
    text,
    x: centre - (text.length * size * LETTER_WIDTH) / 2,
    y,
    size,
    ...(face === undefined ? {} : { face }),
  })

  it('of the letterhead come one after the other, however close they stand', async () => {
    const letterhead = [
      at('UBND XÃ HOA MAI', 160, 60, 'regular'),
      at('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 400, 60),
      at('TRƯỜNG TIỂU HỌC HOA MAI SỐ BA', 187, 77),
      at('Độc lập - Tự do - Hạnh phúc', 400, 77),
      at('Số: 05/KH-THHM', 160, 105, 'regular'),
      at('Hoa Mai, ngày 05 tháng 01 năm 2026', 400, 105, 'italic'),
      centred('KẾ HOẠCH', 140),
    ]
    expect((await texts([{ texts: [...letterhead, ...body(200)] }])).slice(0, 7)).toEqual([
      'UBND XÃ HOA MAI',
      'TRƯỜNG TIỂU HỌC HOA MAI SỐ BA',
      'Số: 05/KH-THHM',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Hoa Mai, ngày 05 tháng 01 năm 2026',
      'KẾ HOẠCH',
    ])
  })

  it('of recipients and signer come one after the other, wrapped recipients joined', async () => {
    const closing: PdfText[] = [
      { text: 'Nơi nhận:', x: 85, y: 300, size: 12, face: 'bold' },
      at('KT. HIỆU TRƯỞNG', 420, 300),
      { text: '- Phòng Văn hóa - Xã hội (để', x: 85, y: 314, size: 11 },
      at('PHÓ HIỆU TRƯỞNG', 420, 318),
      { text: 'báo cáo);', x: 85, y: 327, size: 11 },
      { text: '- Lưu: VT.', x: 85, y: 340, size: 11 },
      at('Nguyễn Thị An', 420, 400),
    ]
    expect((await texts([{ texts: [...body(100), ...closing] }])).slice(2)).toEqual([
      'Nơi nhận:',
      '- Phòng Văn hóa - Xã hội (để báo cáo);',
      '- Lưu: VT.',
      'KT. HIỆU TRƯỞNG',
      'PHÓ HIỆU TRƯỞNG',
      'Nguyễn Thị An',
    ])
  })
})

describe('tables', () => {
  const grid = (ys: readonly number[], xs: readonly number[]) => [
    ...ys.map((y) => [xs[0] ?? 0, y, xs.at(-1) ?? 0, y] as const),
    ...xs.map((x) => [x, ys[0] ?? 0, x, ys.at(-1) ?? 0] as const),
  ]
  const cell = (text: string, x: number, y: number): PdfText => ({ text, x, y, size: 11 })

  it('are read by their ruling lines, wrapped cells joined', async () => {
    const rules = grid([300, 320, 352], [85, 120, 330, 510])
    const cells = [cell('TT', 90, 314), cell('Nội dung', 125, 314), cell('Thời gian', 335, 314), cell('1', 90, 334), cell('Truyền thông về bình đẳng giới cho học', 125, 334), cell('sinh toàn trường', 125, 347), cell('Tháng 3', 335, 334)]
    expect((await texts([{ texts: [...body(100), ...cells], rules }])).at(-1)).toBe(
      'TT ¦ Nội dung ¦ Thời gian ⏎ 1 ¦ Truyền thông về bình đẳng giới cho học sinh toàn trường ¦ Tháng 3',
    )
  })

  it('that go on overleaf are one, with one head', async () => {
    const xs = [85, 120, 510]
    const head = (y: number) => [cell('TT', 90, y), cell('Nội dung', 125, y)]
    const first = { texts: [...body(100), ...head(714), cell('1', 90, 734), cell('Một', 125, 734)], rules: grid([700, 720, 740], xs) }
    const second = { texts: [...head(84), cell('2', 90, 104), cell('Hai', 125, 104), ...body(300)], rules: grid([70, 90, 110], xs) }
    expect((await texts([first, second]))[2]).toBe('TT ¦ Nội dung ⏎ 1 ¦ Một ⏎ 2 ¦ Hai')
  })
})

describe('files without readable text', () => {
  const reasonOf = async (bytes: Uint8Array) =>
    readPdf(bytes).then(
      () => null,
      (error: { reason?: string }) => error.reason,
    )
  const whole = aPdf([{ texts: body(100) }])

  it.each([
    ['pages without letters are a scan', aPdf([{ texts: [] }, { texts: [] }]), 'scan'],
    ['a page tree that bites its tail', pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 1/Kids[2 0 R]>>']), 'broken'],
    ['the first half of a file', whole.subarray(0, 60), 'truncated'],
    ['more pages than a document has', pdfOf(['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Count 9000/Kids[${'3 0 R '.repeat(9000)}]>>`, '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>']), 'too_large'],
    ['a password', pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 0/Kids[]>>', `<</Filter/Standard/V 1/R 2/O<${'00'.repeat(32)}>/U<${'00'.repeat(32)}>/P -4>>`], `/Encrypt 3 0 R/ID[<${'00'.repeat(16)}><${'00'.repeat(16)}>]`), 'encrypted'],
    ['a stream that is no text', pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 1/Kids[3 0 R]>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>', pdfStream('x y z')]), 'scan'],
  ])('%s', async (_, bytes, reason) => {
    expect(await reasonOf(bytes)).toBe(reason)
  })
})
