import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { aZip } from '@songhanh/vanban/files/samples'
import type { DocumentModel } from '@songhanh/vanban/model'
import { samplePlan } from '@songhanh/vanban/writing/samples'
import { beforeAll, describe, expect, it } from 'vitest'
import { aCommandLine } from '#testing/command-line.ts'

// What the command line does without a database.

const { folder, file, songhanh, here } = aCommandLine()

const PLAN = `SỞ GIÁO DỤC VÀ ĐÀO TẠO SÔNG LAM          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                                          Độc lập - Tự do - Hạnh phúc
Số: 45/KH-SGDĐT                           Sông Lam, ngày 02 tháng 3 năm 2026

KẾ HOẠCH
Công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2026

Căn cứ Luật Bình đẳng giới ngày 29 tháng 11 năm 2006;
Sở Giáo dục và Đào tạo Sông Lam xây dựng Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Thu hẹp khoảng cách giới trong ngành.

II. NHIỆM VỤ
1. Tuyên truyền, phổ biến pháp luật về bình đẳng giới
- Tổ chức Tháng hành động vì bình đẳng giới từ 15/11 đến 15/12/2026.
2. Tập huấn cho cán bộ, giáo viên
- Mỗi đơn vị cử ít nhất 02 người dự tập huấn.

III. TỔ CHỨC THỰC HIỆN
Các đơn vị gửi báo cáo về Sở trước ngày 30/11/2026.

Nơi nhận:
- Các trường trực thuộc;
- Lưu: VT.
GIÁM ĐỐC
Nguyễn Văn Mẫu
`

beforeAll(() => {
  mkdirSync(file('thu-muc'))
  mkdirSync(file('thu-muc.pdf'))
  writeFileSync(file('thu.txt'), 'Kính gửi ông Mẫu, hôm nay trời đẹp.')
  writeFileSync(file('ke-hoach.txt'), PLAN)
  writeFileSync(file('trong.txt'), '')
  writeFileSync(file('bang.docx'), aZip([{ name: 'xl/workbook.xml', content: '<x/>' }]))
  writeFileSync(file('khoa.docx'), Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]))
  writeFileSync(file('mau.json'), JSON.stringify(samplePlan()))
  writeFileSync(file('hong.json'), '{"header": ')
  writeFileSync(file('sai.json'), JSON.stringify({ ...samplePlan(), lead: 7, recipients: ['VT', null] }))
  writeFileSync(file('sau.json'), '['.repeat(200_000) + ']'.repeat(200_000))
})
describe('the command line', () => {
  it('lists its words when asked', async () => {
    const { code, out, err } = await songhanh(['help'])
    expect({ code, out }).toEqual({ code: 0, out: '' })
    for (const word of ['start', 'read', 'check', 'compare', 'verify', 'sign', 'draft', 'render', 'migrate', 'import-units', 'import-admin-units', 'demo', 'create-admin']) expect(err).toContain(`npx songhanh ${word}`)
  })

  it('ends its process with 2 after an unknown option', async () => {
    expect(await songhanh(['check', '--nhanh', 'a'])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Không có tùy chọn “--nhanh”') })
  })

  it.each([
    ['no word', [], ''],
    ['an unknown word', ['bay'], 'Không có lệnh “bay”'],
    ['a missing file name', ['read'], 'Thiếu FILE'],
    ['two files', ['read', 'a', 'b'], 'Thừa “b”'],
    ['an unknown option', ['check', '--nhanh', 'a'], 'Không có tùy chọn “--nhanh”'],
    ['an option without its value', ['render', 'mau.json', '--out'], 'cần một giá trị'],
    ['one file to compare', ['compare', 'a'], 'cần hai tệp'],
    ['no key to sign with', ['sign', 'a.pdf', '--out', 'b.pdf'], 'Thiếu --p12'],
    ['no output', ['render', 'mau.json'], 'Thiếu --out'],
    ['another kind of output', ['render', 'mau.json', '--out', 'a.odt'], '“a.odt” phải có đuôi .docx hoặc .pdf'],
    ['an unknown kind of unit', ['draft', '--from', 'ke-hoach.txt', '--kind', 'uni', '--unit', 'A', '--out', 'a.docx'], 'cần một trong kindergarten, primary'],
    ['a year that is none', ['draft', '--from', 'ke-hoach.txt', '--kind', 'primary', '--unit', 'A', '--year', '26', '--out', 'a.docx'], 'từ 2000 đến 2100'],
    ['a name that is left out', ['create-admin', '--unit', 'A'], 'Cần --name'],
    ['words behind a command that takes none', ['migrate', 'ngay'], 'Thừa “ngay”'],
    ['an unknown option of the start', ['start', '--demo'], 'Không có tùy chọn “--demo”'],
  ])('ends with 2 and says how it is used after %s', async (_, args, sentence) => {
    const { code, out, err } = await here(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(sentence)
    expect(err).toContain('npx songhanh')
  })

  it.each([
    ['a missing file', ['read', 'khong-co.docx'], '“khong-co.docx” không có ở đó'],
    ['a folder', ['read', 'thu-muc'], '“thu-muc” là một thư mục'],
    ['an empty file', ['check', 'trong.txt'], 'không có nội dung'],
    ['a workbook', ['read', 'bang.docx', '--json'], 'không phải Word (.docx), PDF'],
    ['a file under a password', ['read', 'khoa.docx'], 'có đặt mật khẩu'],
    ['broken JSON', ['render', 'hong.json', '--out', 'a.pdf'], 'không phải JSON đúng'],
    ['a model with wrong places', ['render', 'sai.json', '--out', 'a.pdf'], 'lead: cần chữ\n  recipients[1]: cần chữ'],
    ['a model without end', ['render', 'sau.json', '--out', 'a.pdf'], '“sau.json”'],
    ['a folder to write into that is not there', ['render', 'mau.json', '--out', 'x/a.pdf'], 'Thư mục “x” không có ở đó'],
    ['a folder in the place of the output', ['render', 'mau.json', '--out', 'thu-muc.pdf'], '“thu-muc.pdf” là một thư mục'],
    ['a document that asks nothing', ['draft', '--from', 'thu.txt', '--kind', 'primary', '--unit', 'A', '--out', 'a.docx'], 'Không thấy nhiệm vụ nào'],
  ])('ends with 1 and a sentence after %s', async (_, args, sentence) => {
    const { code, out, err } = await here(args)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(sentence)
    expect(err).not.toMatch(/\n\s+at /)
  })

  it.each([
    ['a file of units that is no table', ['import-units', 'khoa.docx'], 'Tệp XLS kiểu cũ hoặc có mật khẩu'],
    ['a port that is none', ['start'], 'PORT="8080x" không dùng được'],
  ])('ends its process with 1 and a sentence after %s', async (_, args, sentence) => {
    const { code, out, err } = await songhanh(args, args[0] === 'start' ? { PORT: '8080x' } : {})
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(sentence)
    expect(err).not.toMatch(/\n\s+at /)
  })

  it('does not start on a port that is taken, and says which one to take', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const { code, err } = await songhanh(['start'], { PORT: String(port) })
    other.close()
    expect(code).toBe(1)
    expect(err).toContain(`Cổng ${port} đang được chương trình khác dùng. Hãy chạy với cổng khác, ví dụ: PORT=${port + 1} npm start`)
  })

  it('leaves nothing half-written behind a refusal', () => {
    expect(readdirSync(folder).filter((name) => name.endsWith('.part') || name.startsWith('a.'))).toEqual([])
  })
})

describe('a document on the command line', () => {
  it('is read as one JSON object, or as an outline', async () => {
    const json = await songhanh(['read', 'ke-hoach.txt', '--json'])
    expect(json.code).toBe(0)
    expect((JSON.parse(json.out) as DocumentModel).header).toMatchObject({ docType: 'Kế hoạch', number: '45', symbol: 'KH-SGDĐT', date: '2026-03-02' })
    const { code, out } = await songhanh(['read', 'ke-hoach.txt'])
    expect(code).toBe(0)
    expect(out).toContain('Kế hoạch số 45/KH-SGDĐT')
    expect(out).toContain('ngày 02/03/2026')
    expect(out).toContain('II. NHIỆM VỤ')
  })

  it('is checked, with code, quotation and note of each finding', async () => {
    writeFileSync(file('thieu-so.txt'), PLAN.replace('Số: 45/', 'Số:    /'))
    const json = await songhanh(['check', 'thieu-so.txt', '--json'])
    const { findings } = JSON.parse(json.out) as Pick<DocumentModel, 'findings'>
    const { code, out } = await songhanh(['check', 'thieu-so.txt'])
    expect([json.code, code]).toEqual([0, 0])
    for (const { code, note } of findings) expect(out).toContain(`${code}: ${note}`)
    expect(findings.length).toBeGreaterThan(0)
  })

  it.each(['docx', 'pdf'])('is printed as %s, which reads back', async (format) => {
    expect(await songhanh(['render', 'mau.json', '--out', `mau.${format}`])).toMatchObject({ code: 0, out: '' })
    const { out } = await songhanh(['read', `mau.${format}`, '--json'])
    const [printed, read] = [samplePlan(), JSON.parse(out) as DocumentModel]
    expect(read.header.title).toBe(printed.header.title)
    expect(read.sections.length).toBe(printed.sections.length)
  })

  it('becomes a draft of a unit below, as a model or printed', async () => {
    const draft = ['draft', '--from', 'ke-hoach.txt', '--kind', 'upper_secondary', '--unit', 'Trường THPT Hoa Sữa', '--out']
    const model = await songhanh([...draft, 'du-thao.json'])
    expect(model).toMatchObject({ code: 0, out: '' })
    expect(model.err).toContain('Kế hoạch năm 2026')
    const { header, preamble, sections } = JSON.parse(readFileSync(file('du-thao.json'), 'utf8')) as DocumentModel
    expect(header).toMatchObject({ issuerName: 'Trường THPT Hoa Sữa', docType: 'Kế hoạch' })
    expect(preamble.join(' ')).toContain('45/KH-SGDĐT')
    expect(sections.length).toBeGreaterThan(2)
    expect(await songhanh([...draft, 'du-thao.docx', '--year', '2027'])).toMatchObject({ code: 0, err: expect.stringContaining('Kế hoạch năm 2027') as string })
    expect(await songhanh(['render', 'du-thao.json', '--out', 'du-thao.pdf'])).toMatchObject({ code: 0 })
  })
})
