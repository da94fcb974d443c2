import { describe, expect, it } from 'vitest'
import type { Block } from '../blocks.ts'
import { readDocx } from './docx.ts'
import { aDocx, aZip, RULED, wordParagraph, wordRun, wordTable } from './samples.ts'

async function blocksOf(parts: Parameters<typeof aDocx>[0]): Promise<readonly Block[]> {
  return (await readDocx(aDocx(parts))).blocks
}

/** Blocks as short lines: marker, text; a table as its rows. */
async function printed(parts: Parameters<typeof aDocx>[0]): Promise<string[]> {
  return (await blocksOf(parts)).map((block) =>
    block.kind === 'table'
      ? block.rows.map((row) => row.join(' ¦ ')).join(' ⏎ ')
      : `${block.marker === undefined ? '' : `${block.marker} `}${block.text}`,
  )
}

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
const list = (id: number, levels: string) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`
const use = (id: number, abstract: number, more = '') => `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`
const numbered = (text: string, at: number, id = 1) =>
  wordParagraph(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`)
const plan = list(0, level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%2.') + level(2, 'lowerLetter', '%3)') + level(3, 'bullet', '\uf02d'))

describe('automatic numbers', () => {
  it('are kept as printed, each level starting anew under the one above', async () => {
    expect(
      await printed({
        numbering: plan + use(1, 0),
        body: [
          numbered('MỤC ĐÍCH', 0),
          numbered('Mục đích', 1),
          numbered('Yêu cầu', 1),
          numbered('NỘI DUNG', 0),
          numbered('Truyền thông', 1),
          numbered('điểm a', 2),
          numbered('điểm b', 2),
          numbered('gạch đầu dòng', 3),
        ].join(''),
      }),
    ).toEqual(['I. MỤC ĐÍCH', '1. Mục đích', '2. Yêu cầu', 'II. NỘI DUNG', '1. Truyền thông', 'a) điểm a', 'b) điểm b', '- gạch đầu dòng'])
  })

  it('show the numbers of all levels, in decimals where the list is a legal one', async () => {
    const levels = level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%1.%2.', '<w:isLgl/>')
    expect(await printed({ numbering: list(0, levels) + use(1, 0), body: numbered('A', 0) + numbered('B', 0) + numbered('C', 1) })).toEqual([
      'I. A',
      'II. B',
      '2.1. C',
    ])
  })

  it('start anew where a list of the same kind overrides its start, and go on where it does not', async () => {
    const numbering = plan + use(1, 0) + use(2, 0) + use(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>')
    const body = numbered('A', 0, 1) + numbered('B', 0, 2) + numbered('C', 0, 3) + numbered('D', 0, 3)
    expect(await printed({ numbering, body })).toEqual(['I. A', 'II. B', 'V. C', 'VI. D'])
  })

  it('come from the paragraph style', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="Dieu"><w:name w:val="Dieu"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    const numbering = list(0, level(0, 'decimal', 'Chương %1') + level(1, 'decimal', 'Điều %2.', '<w:pStyle w:val="Dieu"/>')) + use(1, 0)
    const article = (text: string) => wordParagraph(text, '<w:pStyle w:val="Dieu"/>')
    expect(await printed({ styles, numbering, body: article('Phạm vi') + article('Hiệu lực') })).toEqual(['Điều 1. Phạm vi', 'Điều 2. Hiệu lực'])
  })

  it('use the Vietnamese alphabet where the format lists it', async () => {
    const format = '<w:lvl w:ilvl="0"><w:start w:val="4"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="a, b, c, d, đ"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1)"/></w:lvl>'
    expect(await printed({ numbering: list(0, format) + use(1, 0), body: numbered('bốn', 0) + numbered('năm', 0) + numbered('sáu', 0) })).toEqual([
      'd) bốn',
      'đ) năm',
      'e) sáu',
    ])
  })

  it('stay short when a file asks for an absurd start', async () => {
    const levels = '<w:lvl w:ilvl="0"><w:start w:val="2000000000"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl>'
    const [block] = await blocksOf({ numbering: list(0, levels) + use(1, 0), body: numbered('x', 0) })
    expect(block?.kind === 'paragraph' && (block.marker ?? '').length).toBeLessThan(20)
  })
})

describe('text', () => {
  it('is read as if tracked changes were accepted', async () => {
    const inserted = `<w:ins>${wordRun('31/7')}</w:ins>`
    const { blocks, warnings } = await readDocx(
      aDocx({ body: wordParagraph(`${wordRun('Thời hạn ')}<w:del><w:r><w:delText>30/6</w:delText></w:r></w:del>${inserted}${wordRun('/2026')}`) }),
    )
    expect(blocks).toMatchObject([{ text: 'Thời hạn 31/7/2026' }])
    expect(warnings).toHaveLength(2)
  })

  it('joins a paragraph with the next one when its mark was deleted', async () => {
    expect(await printed({ body: wordParagraph(wordRun('Kế hoạch '), '<w:rPr><w:del/></w:rPr>') + wordParagraph('năm 2026') })).toEqual(['Kế hoạch năm 2026'])
  })

  it('leaves hidden text out and says so', async () => {
    const { blocks, warnings } = await readDocx(aDocx({ body: wordParagraph(wordRun('Thấy') + wordRun(' ẩn', '<w:vanish/>')) }))
    expect(blocks).toMatchObject([{ text: 'Thấy' }])
    expect(warnings).toEqual(['Bỏ qua chữ ẩn trong tệp'])
  })

  it('reads a text box once although Word writes it twice', async () => {
    const box = '<w:txbxContent><w:p><w:r><w:t>DỰ THẢO</w:t></w:r></w:p></w:txbxContent>'
    const drawing = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    expect(await printed({ body: wordParagraph(drawing + wordRun('KẾ HOẠCH')) })).toEqual(['DỰ THẢO', 'KẾ HOẠCH'])
  })

  it('prints the result of a field, not its code', async () => {
    const field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:t>mã</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>06/3/2026</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    expect(await printed({ body: wordParagraph(`${wordRun('Ngày ')}${field}`) })).toEqual(['Ngày 06/3/2026'])
  })

  it('takes a hyphen that may not break as a hyphen, and capitals by format as capitals', async () => {
    const number = '<w:r><w:t>2282/QĐ</w:t><w:noBreakHyphen/><w:t>TTg</w:t></w:r>'
    expect(await printed({ body: wordParagraph(number) + wordParagraph('Kế hoạch', '', '<w:caps/>') })).toEqual(['2282/QĐ-TTg', 'KẾ HOẠCH'])
  })

  it('keeps a soft line break, and parts bullets that are set with one', async () => {
    const lines = (...texts: string[]) => texts.map((text) => `<w:r><w:t>${text}</w:t></w:r>`).join('<w:r><w:br/></w:r>')
    expect(await printed({ body: wordParagraph(lines('KẾ HOẠCH', 'Năm 2026')) + wordParagraph(lines('- một;', '- hai.')) })).toEqual([
      'KẾ HOẠCH\nNăm 2026',
      '- một;',
      '- hai.',
    ])
  })

  it('puts a footnote after the paragraph that cites it', async () => {
    const footnotes = `<w:footnote w:type="separator" w:id="0">${wordParagraph('')}</w:footnote><w:footnote w:id="2">${wordParagraph('Quyết định 2282.')}</w:footnote>`
    const body = wordParagraph(`${wordRun('Theo chương trình')}<w:r><w:footnoteReference w:id="2"/></w:r>${wordRun(';')}`) + wordParagraph('Sau đó')
    expect(await printed({ footnotes, body })).toEqual(['Theo chương trình;', '[1] Quyết định 2282.', 'Sau đó'])
  })

  it('survives a footnote that cites itself', async () => {
    const footnotes = `<w:footnote w:id="1">${wordParagraph('<w:r><w:t>vòng</w:t><w:footnoteReference w:id="1"/></w:r>')}</w:footnote>`
    expect(await printed({ footnotes, body: wordParagraph('<w:r><w:t>x</w:t><w:footnoteReference w:id="1"/></w:r>') })).toEqual(['x', '[1] vòng'])
  })

  it('knows bold, italic and alignment, also from styles', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="T"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    expect(await blocksOf({ styles, body: wordParagraph('KẾ HOẠCH', '<w:pStyle w:val="T"/>') + wordParagraph('Căn cứ', '', '<w:i/>') })).toEqual([
      { kind: 'paragraph', text: 'KẾ HOẠCH', bold: true, align: 'center' },
      { kind: 'paragraph', text: 'Căn cứ', italic: true },
    ])
  })

  it('turns legacy fonts into Unicode, but not Unicode typed over an old style', async () => {
    const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`
    const body =
      wordParagraph('B×nh ®¼ng giíi', '', font('.VnTime')) +
      wordParagraph('kÕ ho¹ch', '', font('.VnTimeH')) +
      wordParagraph('Coäng hoøa xaõ hoäi chuû nghóa', '', font('VNI-Times')) +
      wordParagraph('Bình đẳng giới', '', font('.VnTime'))
    expect(await printed({ body })).toEqual(['Bình đẳng giới', 'KẾ HOẠCH', 'Cộng hòa xã hội chủ nghĩa', 'Bình đẳng giới'])
  })

  it('is the same under another namespace prefix', async () => {
    const document =
      '<a:document xmlns:a="http://purl.oclc.org/ooxml/wordprocessingml/main"><a:body><a:p><a:pPr><a:jc a:val="center"/></a:pPr><a:r><a:t>Chào</a:t></a:r></a:p></a:body></a:document>'
    expect(await blocksOf({ body: '', document })).toEqual([{ kind: 'paragraph', text: 'Chào', align: 'center' }])
  })
})

describe('tables', () => {
  it('give merged cells once and keep their columns', async () => {
    const merged = '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + wordParagraph('TT') + '</w:tc>'
    const below = '<w:tc><w:tcPr><w:vMerge/></w:tcPr>' + wordParagraph('') + '</w:tc>'
    const wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + wordParagraph('Kinh phí') + '</w:tc>'
    const cell = (text: string) => `<w:tc>${wordParagraph(text)}</w:tc>`
    const body = `<w:tbl><w:tblPr>${RULED}</w:tblPr><w:tr>${merged}${wide}</w:tr><w:tr>${below}${cell('Ngân sách')}${cell('Xã hội hóa')}</w:tr></w:tbl>`
    expect(await printed({ body })).toEqual(['TT ¦ Kinh phí ¦  ⏎  ¦ Ngân sách ¦ Xã hội hóa'])
  })

  it('keep the paragraphs of a cell and the rows of a table inside it', async () => {
    const inner = wordParagraph('Gồm:') + wordTable([['a', 'b']], RULED)
    expect(await printed({ body: wordTable([['1', inner], ['2', 'x']], RULED) })).toEqual(['1 ¦ Gồm:\na | b ⏎ 2 ¦ x'])
  })

  it('of the letterhead are read column by column', async () => {
    const left = ['ỦY BAN NHÂN DÂN', 'TRƯỜNG TIỂU HỌC HOA MAI'].map((text) => wordParagraph(text)).join('')
    const right = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'].map((text) => wordParagraph(text)).join('')
    expect(await printed({ body: wordTable([[left, right], ['Số: 05/KH-THHM', 'Hoa Mai, ngày 05 tháng 01 năm 2026']]) })).toEqual([
      'ỦY BAN NHÂN DÂN',
      'TRƯỜNG TIỂU HỌC HOA MAI',
      'Số: 05/KH-THHM',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Hoa Mai, ngày 05 tháng 01 năm 2026',
    ])
  })

  it('of recipients and signer are read column by column, also when the name has a row of its own', async () => {
    const recipients = ['Nơi nhận:', '- Như trên;', '- Lưu: VT.'].map((text) => wordParagraph(text)).join('')
    expect(await printed({ body: wordTable([[recipients, wordParagraph('HIỆU TRƯỞNG')], ['', 'Nguyễn Thị An']]) })).toEqual([
      'Nơi nhận:',
      '- Như trên;',
      '- Lưu: VT.',
      'HIỆU TRƯỞNG',
      'Nguyễn Thị An',
    ])
  })

  it('without lines but with rows of data stay tables', async () => {
    const body = wordTable([['1', 'Nguyễn Thị An', 'Trưởng ban'], ['2', 'Trần Văn Bình', 'Phó ban'], ['3', 'Lê Thị Cúc', 'Ủy viên'], ['4', 'Lý Văn Dũng', 'Ủy viên']])
    expect((await blocksOf({ body })).map((block) => block.kind)).toEqual(['table'])
  })

  it('of one cell are a frame around text', async () => {
    expect(await printed({ body: wordTable([['Đóng khung']], RULED) })).toEqual(['Đóng khung'])
  })
})

it('reads a letterhead set with tabs: the left halves, then the right ones', async () => {
  const line = (left: string, right: string) => wordParagraph(`<w:r><w:t>${left}</w:t><w:tab/><w:t>${right}</w:t></w:r>`)
  const body =
    line('UBND XÃ HOA MAI', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') +
    line('TRƯỜNG TIỂU HỌC', 'Độc lập - Tự do - Hạnh phúc') +
    line('Số: 05/KH-THHM', 'Hoa Mai, ngày 05 tháng 01 năm 2026') +
    wordParagraph('KẾ HOẠCH')
  expect(await printed({ body })).toEqual([
    'UBND XÃ HOA MAI',
    'TRƯỜNG TIỂU HỌC',
    'Số: 05/KH-THHM',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Hoa Mai, ngày 05 tháng 01 năm 2026',
    'KẾ HOẠCH',
  ])
})

describe('hostile files', () => {
  const refusal = async (bytes: Uint8Array) => {
    const error: unknown = await readDocx(bytes).then(
      () => null,
      (caught: unknown) => caught,
    )
    return (error as { reason?: string } | null)?.reason ?? null
  }
  const big = Buffer.alloc(8 * 1024 * 1024, 'A')

  it.each([
    ['an archive bomb', aDocx({ body: '', document: big }), 'bomb'],
    ['an archive bomb that lies about its size', aZip([{ name: 'word/document.xml', content: big, claimedSize: 1000 }]), 'bomb'],
    ['a document type with entities', aDocx({ body: '', document: '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }), 'bomb'],
    ['XML nested without end', aDocx({ body: '<w:sdt><w:sdtContent>'.repeat(5000) }), 'bomb'],
    ['thousands of entries', aZip(Array.from({ length: 4100 }, (_, at) => ({ name: `word/x${at}.xml`, content: '' }))), 'bomb'],
    ['two entries of one name', aZip([{ name: 'word/document.xml', content: 'a' }, { name: 'word/document.xml', content: 'b' }]), 'broken'],
    ['XML that is not well formed', aDocx({ body: '<w:p>' }), 'broken'],
    ['an archive without a document', aZip([{ name: 'word/other.xml', content: '<x/>' }]), 'broken'],
    ['half a file', aDocx({ body: wordParagraph('x') }).subarray(0, 400), 'truncated'],
  ])('refuses %s', async (_, bytes, reason) => {
    expect(await refusal(bytes)).toBe(reason)
  })

  it('refuses more elements than a document has', async () => {
    const many = Buffer.from(`<x>${'<a>bcdef</a>'.repeat(1_000_001)}</x>`)
    expect(await refusal(aZip([{ name: 'word/document.xml', content: many, stored: true }]))).toBe('bomb')
  })
})
