import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { request as sendRequest } from 'node:http'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildServer } from '#app/server.ts'
import type { Actor } from '#core/access/request.ts'
import { SESSION_COOKIE } from '#core/access/session.ts'
import { newToken, tokenHash } from '#core/access/token.ts'
import type { Services } from '#core/services.ts'
import { testServices } from '#testing/services.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { UNREADABLE_REASONS } from '@songhanh/vanban/files/unreadable'
import en from './i18n/en.json' with { type: 'json' }
import vi from './i18n/vi.json' with { type: 'json' }
import { aReading } from './model/a-reading.ts'

let world: World
let services: Services
let sector: Awaited<ReturnType<typeof aSector>>
let app: FastifyInstance
let address: string
let clerk: string
let teacher: string

beforeAll(async () => {
  world = await aWorld()
  services = testServices(world, { SONGHANH_UPLOAD_MB: '2' })
  sector = await aSector(world)
  app = await buildServer({ config: services.config, db: world.db, jobs: world.jobs, product: world.product, services, clock: () => world.now })
  address = await app.listen({ port: 0, host: '127.0.0.1' })
  clerk = await sessionOf(await world.person(sector.highSchool, ['clerk']))
  teacher = await sessionOf(await world.person(sector.highSchool, ['teacher']))
})
afterAll(() => app.close())

async function sessionOf(actor: Actor): Promise<string> {
  const token = newToken()
  await sql`insert into access.session (token_hash, id, account_id, created_at, last_seen_at, expires_at)
    values (${tokenHash(token)}, ${actor.sessionId}, ${actor.accountId}, ${world.now}, ${world.now}, ${new Date(world.now.getTime() + 3_600_000)})`.execute(world.db)
  return `${SESSION_COOKIE}=${token}`
}

interface Answer {
  readonly status: number
  readonly body: { documentId?: string; readingSource?: string; duplicateOf?: string | null; code?: string; kind?: string; params?: Record<string, unknown> }
}

async function send(bytes: Uint8Array, name: string, cookie = clerk, path = `/api/units/${sector.highSchool}/documents/incoming`): Promise<Answer> {
  const form = new FormData()
  form.append('file', new File([bytes as Uint8Array<ArrayBuffer>], name))
  const answer = await fetch(address + path, { method: 'POST', headers: { cookie }, body: form })
  return { status: answer.status, body: (await answer.json()) as Answer['body'] }
}

async function get(path: string, cookie = clerk, headers: Record<string, string> = {}) {
  return fetch(address + path, { headers: { cookie, ...headers } })
}

const PLAN = `SỞ GIÁO DỤC VÀ ĐÀO TẠO SÔNG MƠ
Số: 45/KH-SGDĐT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sông Mơ, ngày 12 tháng 02 năm 2026

KẾ HOẠCH
Thực hiện công tác bình đẳng giới năm 2026

Căn cứ Luật Bình đẳng giới ngày 29 tháng 11 năm 2006;
Sở Giáo dục và Đào tạo xây dựng Kế hoạch như sau:

I. MỤC ĐÍCH
1. Nâng cao nhận thức về bình đẳng giới.
II. TỔ CHỨC THỰC HIỆN
1. Các trường báo cáo trước ngày 28/5/2026.

Nơi nhận:
- Các trường;
- Lưu: VT.
GIÁM ĐỐC
Lê Thị Mơ
`

/** What lies in the file store, and what is in the database: refused files must not change it. */
async function everythingKept(): Promise<unknown> {
  const folder = join(services.config.dataDir, 'files')
  const bytes = existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String).filter((name) => !/(^|\/)(incoming|[0-9a-f]{2})$/.test(name)).sort() : []
  const rows = await world.rows(sql`select (select count(*) from documents.document) as documents, (select count(*) from files.file) as files`)
  return { bytes, rows }
}

/** A ZIP with one entry of many zeros. */
function zipOfZeros(name: string, megabytes: number): Buffer {
  const plain = Buffer.alloc(megabytes * 1_048_576)
  return zipOf(name, deflateRawSync(plain, { level: 9 }), plain.length, 8)
}

function zipOf(name: string, data: Buffer, size: number, method: number): Buffer {
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(20, 4)
  local.writeUInt16LE(method, 8)
  local.writeUInt32LE(data.length, 18)
  local.writeUInt32LE(size, 22)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(20, 6)
  central.writeUInt16LE(method, 10)
  central.writeUInt32LE(data.length, 20)
  central.writeUInt32LE(size, 24)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length + data.length, 16)
  return Buffer.concat([local, Buffer.from(name), data, central, Buffer.from(name), end])
}

/** A PDF of one page with a drawn square and no text: what a scanner makes, without its picture. */
function pdfWithoutText(): Buffer {
  const drawing = 'q 200 0 0 200 100 400 cm 0 0 1 1 re f Q'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(`${text}xref\n0 5\n0000000000 65535 f \n${table}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`)
}

/** Sends a file that never ends, without saying its length, until the server answers and closes the line. */
function sendWithoutEnd(): Promise<{ status: number; code: string; sent: number }> {
  return new Promise((resolve, reject) => {
    let sent = 0
    let answer: { status: number; code: string } | null = null
    const request = sendRequest(`${address}/api/units/${sector.highSchool}/documents/incoming`, { method: 'POST', headers: { cookie: clerk, 'content-type': 'multipart/form-data; boundary=x' } }, (response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => (body += chunk.toString()))
      response.on('end', () => (answer = { status: response.statusCode ?? 0, code: (JSON.parse(body) as { code: string }).code }))
    })
    const timer = setInterval(() => {
      sent += 262_144
      request.write(Buffer.alloc(262_144))
    }, 5)
    request.on('error', () => undefined)
    request.on('close', () => {
      clearInterval(timer)
      if (answer) resolve({ ...answer, sent })
      else reject(new Error('the server closed the line without an answer'))
    })
    request.write('--x\r\nContent-Disposition: form-data; name="file"; filename="lon.pdf"\r\n\r\n')
  })
}

describe('an upload', () => {
  it('of a text, a Word and a PDF file is read and waits in the register', async () => {
    const model = aReading()
    const files = { 'ke-hoach.txt': Buffer.from(PLAN), 'ke-hoach.docx': await services.writer.docx(model), 'ke-hoach.pdf': await services.writer.pdf(model) }
    for (const [name, bytes] of Object.entries(files)) {
      const { status, body } = await send(bytes, name)
      expect({ status, source: body.readingSource }, name).toEqual({ status: 200, source: 'file' })
      const document = (await (await get(`/api/documents/${body.documentId}`)).json()) as { numberText: string; symbol: string; docType: string; readText: string; reading: { sections: unknown[] } }
      expect(document, name).toMatchObject({ numberText: '45', symbol: 'KH-SGDĐT', docType: 'Kế hoạch', state: 'draft' })
      expect(document.reading.sections.length, name).toBeGreaterThan(0)
      expect(document.readText, name).toContain('KẾ HOẠCH')
    }
  })

  it('of a document that is no plan is read as far as it goes', async () => {
    const { status, body } = await send(Buffer.from('Kính gửi cô Mơ,\nChiều nay họp lúc 14 giờ.\n'), 'thu.txt')
    expect(status).toBe(200)
    expect(await (await get(`/api/documents/${body.documentId}`)).json()).toMatchObject({ docType: null, state: 'draft' })
  })

  it('of a scan keeps the file and says that it must be typed', async () => {
    const bytes = pdfWithoutText()
    const { status, body } = await send(bytes, 'ban-quet.pdf')
    expect({ status, source: body.readingSource }).toEqual({ status: 200, source: 'scan' })
    const file = await get(`/api/documents/${body.documentId}/files/original`)
    expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true)

    const added = await send(await services.writer.docx(aReading()), 'ban-word.docx', clerk, `/api/documents/${body.documentId}/files`)
    expect(added).toMatchObject({ status: 200, body: { readingSource: 'file' } })
  })

  it('of what the unit wrote in Word begins an outgoing document, under the unit that sends it in', async () => {
    const path = `/api/units/${sector.highSchool}/documents/drafts/outgoing`
    const { status, body } = await send(await services.writer.docx(aReading({ issuer: null, parentIssuer: null })), 'ke-hoach.docx', clerk, path)
    expect(status).toBe(200)
    const document = (await (await get(`/api/documents/${body.documentId}`)).json()) as { reading: { sections: unknown[] }; files: { role: string }[] }
    expect(document).toMatchObject({ direction: 'outgoing', state: 'draft', docType: 'Kế hoạch', numberText: null, issuedOn: null, issuer: 'Trường THPT Sông Mơ' })
    expect(document.reading.sections.length).toBeGreaterThan(0)
    expect(document.files.map(({ role }) => role)).toEqual(['original'])

    const before = await everythingKept()
    expect(await send(pdfWithoutText(), 'quet.pdf', clerk, path)).toMatchObject({ status: 422, body: { code: 'documents.unreadable_scan' } })
    expect(await send(Buffer.from(PLAN), 'a.txt', teacher, path)).toMatchObject({ status: 403 })
    expect(await send(Buffer.from(PLAN), 'a.txt', clerk, path.replace('outgoing', 'incoming'))).toMatchObject({ status: 422 })
    expect(await everythingKept()).toEqual(before)
  })

  it('says when the unit has the file already', async () => {
    const first = await send(Buffer.from(`${PLAN}\nBản thứ hai.`), 'a.txt')
    const second = await send(Buffer.from(`${PLAN}\nBản thứ hai.`), 'b.txt')
    expect(second.body.duplicateOf).toBe(first.body.documentId)
  })

  const bad: [string, string, () => Promise<Uint8Array>, string][] = [
    ['an empty file', 'rong.docx', async () => Buffer.alloc(0), 'documents.unreadable_empty'],
    ['a picture', 'anh.docx', async () => Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), randomBytes(500)]), 'documents.unreadable_wrong_type'],
    ['a program', 'chay.exe', async () => Buffer.concat([Buffer.from('MZ'), randomBytes(2_000)]), 'documents.unreadable_wrong_type'],
    ['a Word file under a password', 'khoa.docx', async () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]), 'documents.unreadable_encrypted'],
    ['a Word file that was cut off', 'dut.docx', async () => (await services.writer.docx(aReading())).subarray(0, 4_000), 'documents.unreadable_truncated'],
    ['a zip bomb', 'bom.docx', async () => zipOfZeros('word/document.xml', 300), 'documents.unreadable_bomb'],
  ]
  it.each(bad)('of %s is refused with a sentence and leaves nothing behind', async (_what, name, make, code) => {
    const before = await everythingKept()
    const { status, body } = await send(await make(), name)
    expect({ status, kind: body.kind, code: body.code, params: body.params }).toEqual({ status: 422, kind: 'invalid', code, params: { name } })
    expect(await everythingKept()).toEqual(before)
  })

  it('above the limit is refused while it streams, whether it says its length or not, and the line is closed', async () => {
    const before = await everythingKept()
    expect(await send(randomBytes(3 * 1_048_576), 'lon.pdf')).toMatchObject({ status: 413, body: { code: 'files.too_large', params: { megabytes: 2 } } })

    const { status, code, sent } = await sendWithoutEnd()
    expect({ status, code }).toEqual({ status: 413, code: 'files.too_large' })
    expect(sent).toBeLessThan(60 * 1_048_576)
    expect(await everythingKept()).toEqual(before)
  })

  it('that breaks off half-way leaves nothing behind', async () => {
    const before = await everythingKept()
    const broken = new AbortController()
    const halves = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('--x\r\nContent-Disposition: form-data; name="file"; filename="dut.pdf"\r\n\r\n%PDF-1.4 '))
        setTimeout(() => broken.abort(), 150)
      },
    })
    const init = { method: 'POST', headers: { cookie: clerk, 'content-type': 'multipart/form-data; boundary=x' }, body: halves, duplex: 'half', signal: broken.signal } as RequestInit
    await expect(fetch(`${address}/api/units/${sector.highSchool}/documents/incoming`, init)).rejects.toThrow()
    await expect.poll(everythingKept).toEqual(before)
  })

  it('of a form that ends in the middle of its file says that the line broke', async () => {
    const before = await everythingKept()
    const half = '--x\r\nContent-Disposition: form-data; name="file"; filename="dut.pdf"\r\n\r\n%PDF-1.4 '
    const answer = await fetch(`${address}/api/units/${sector.highSchool}/documents/incoming`, { method: 'POST', headers: { cookie: clerk, 'content-type': 'multipart/form-data; boundary=x' }, body: half })
    expect({ status: answer.status, body: await answer.json() }).toMatchObject({ status: 503, body: { code: 'documents.upload_broken' } })
    expect(await everythingKept()).toEqual(before)
  })

  it('without a file says so', async () => {
    const answer = await fetch(`${address}/api/units/${sector.highSchool}/documents/incoming`, { method: 'POST', headers: { cookie: clerk, 'content-type': 'application/json' }, body: '{}' })
    expect({ status: answer.status, body: await answer.json() }).toMatchObject({ status: 422, body: { code: 'documents.no_file' } })
  })

  it('is not for a teacher, a stranger or nobody', async () => {
    const before = await everythingKept()
    const stranger = await sessionOf(await world.person(sector.primarySchool, ['clerk']))
    expect(await send(Buffer.from(PLAN), 'a.txt', teacher)).toMatchObject({ status: 403 })
    expect(await send(Buffer.from(PLAN), 'a.txt', stranger)).toMatchObject({ status: 404 })
    expect(await send(Buffer.from(PLAN), 'a.txt', '')).toMatchObject({ status: 401 })
    expect(await everythingKept()).toEqual(before)
  })
})

describe('every reason why a file cannot be read', () => {
  it.each([...UNREADABLE_REASONS])('has its sentence in both languages: %s', (reason) => {
    for (const words of [vi, en]) expect(words[`errors.documents.unreadable_${reason}`].length).toBeGreaterThan(40)
  })
})

describe('a download', () => {
  it('is an attachment under its digest, for those who may read the document', async () => {
    const bytes = Buffer.from(`${PLAN}\nTải về.`)
    const { body } = await send(bytes, 'Kế hoạch số 45 "bản chính".txt')
    const path = `/api/documents/${body.documentId}/files/original`
    const answer = await get(path, teacher)
    const tag = `"${createHash('sha256').update(bytes).digest('hex')}"`
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      etag: tag,
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="Ke hoach so 45 _ban chinh_.txt"; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20s%E1%BB%91%2045%20%22b%E1%BA%A3n%20ch%C3%ADnh%22.txt`,
    })
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
    expect((await get(path, teacher, { 'if-none-match': tag })).status).toBe(304)
    expect((await get(`/api/documents/${body.documentId}/files/pdf`)).status).toBe(404)

    const stranger = await sessionOf(await world.person(sector.primarySchool, ['clerk']))
    expect((await get(path, stranger)).status).toBe(404)
    expect((await get(path, '')).status).toBe(401)
  })

  it('of a PDF is shown inside our own pages on request, and nowhere else', async () => {
    const { body } = await send(pdfWithoutText(), 'quet-xem.pdf')
    const path = `/api/documents/${body.documentId}/files/original`
    const policyOf = (answer: Response) => answer.headers.get('content-security-policy')
    const shown = await get(`${path}?view=1`, teacher)
    expect(shown.headers.get('content-disposition')).toBe('inline')
    expect(policyOf(shown)).toMatch(/^default-src 'none';.*frame-ancestors 'self'$/)
    const handedOut = await get(path, teacher)
    expect(handedOut.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(policyOf(handedOut)).toContain("frame-ancestors 'none'")
    // What is no PDF is never shown: a browser might take it for a page.
    const text = await send(Buffer.from(`${PLAN}\nChỉ tải về.`), 'van-ban.txt')
    expect((await get(`/api/documents/${text.body.documentId}/files/original?view=1`)).headers.get('content-disposition')).toMatch(/^attachment/)
  })

  it('of the register is a spreadsheet with the ten columns of the decree', async () => {
    const { readXlsx } = await import('hucre/xlsx')
    const answer = await get(`/api/units/${sector.highSchool}/document-register.xlsx?direction=incoming&year=2026`)
    expect(answer.status).toBe(200)
    const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
    expect(sheets[0]?.rows[0]?.[0]).toBe('Sổ đăng ký văn bản đến năm 2026 - Trường THPT Sông Mơ')
    expect(sheets[0]?.rows[2]).toEqual(['Ngày đến', 'Số đến', 'Tác giả', 'Số, ký hiệu', 'Ngày văn bản', 'Tên loại và trích yếu nội dung', 'Đơn vị hoặc người nhận', 'Ngày chuyển', 'Ký nhận', 'Ghi chú'])
  })
})
