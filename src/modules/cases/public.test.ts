import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { withKeys } from '#testing/case-keys.ts'
import { aServer } from '#testing/server.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { readFollowUpCode } from './model/follow-up-code.ts'
import { caseOfCode } from './operations/follow-up.ts'
import { caseSeal } from './sealed-store.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let app: FastifyInstance
let handlerId: string

beforeAll(async () => {
  world = await aWorld()
  sector = await aSector(world)
  const handler = await world.person(sector.highSchool, ['case_handler'], { name: 'Nguyễn Thị Hoa' })
  handlerId = handler.accountId
  const above = await world.person(sector.department, ['case_handler'], { name: 'Lê Thị Mây' })
  await withKeys(world, [handler, above])
  app = await aServer(world)
})

type Fields = Readonly<Record<string, string | readonly string[] | Blob>>

async function post(url: string, fields: Fields, headers: Record<string, string> = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    if (value instanceof Blob) form.append(name, value, 'ảnh của em.jpg')
    else for (const one of [value].flat()) form.append(name, one)
  }
  const body = new Response(form)
  const payload = Buffer.from(await body.arrayBuffer())
  return app.inject({ method: 'POST', url, payload, headers: { 'content-type': body.headers.get('content-type')!, ...headers } })
}

const formAt = async (unitId: string, base = '/giup-do') => {
  const page = await app.inject({ url: `${base}/${unitId}` })
  return { page, form: /name="form" value="([0-9a-f-]{36})"/.exec(page.body)?.[1] ?? '' }
}
const codesOf = (body: string) => [...body.matchAll(/class="code">([^<]+)</g)].map(([, text]) => text!)
/** What the reporter's code opens. */
async function sealOfCode(code: string, secret: string) {
  const { caseId, toldKey } = (await caseOfCode(world.as(null), readFollowUpCode({ code, secret })!))!
  return caseSeal('', toldKey, caseId)
}
const newest = async () => (await world.rows(sql<{ id: string; unitId: string; report: Buffer }>`select id, unit_id, report from cases.case_file order by year, number desc limit 1`))[0]!

describe.each([['/giup-do', 'vi'], ['/get-help', 'en']])('the pages at %s', (base, language) => {
  const urls = () => [base, `${base}/${sector.highSchool}`, `${base}/tra-loi`, `${base}/nothing-here`]

  it('leave no trace: no cookie, nothing kept, no referrer, a neutral title, nothing from elsewhere', async () => {
    for (const url of urls()) {
      const page = await app.inject({ url, headers: { cookie: 'songhanh_session=abc' } })
      expect(page.headers['set-cookie']).toBeUndefined()
      expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'content-type': 'text/html; charset=utf-8' })
      expect(page.body).toContain(`<html lang="${language}">`)
      expect(page.body).toContain(language === 'vi' ? '<title>Trang thông tin</title>' : '<title>Information</title>')
      expect([...page.body.matchAll(/(?:src|href)="(https?:[^"]*)"/g)].map(([, href]) => href)).toEqual(['https://vi.wikipedia.org/'])
    }
  })

  it('run one small script alone, named by its digest, and have nothing inline beside it', async () => {
    for (const url of urls()) {
      const page = await app.inject({ url })
      const policy = String(page.headers['content-security-policy'])
      const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
      const scripts = [...page.body.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text]) => text!)
      const styles = [...page.body.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text]) => text!)
      expect(scripts.map(digest).join()).toBe(/script-src (\S+?);/.exec(policy)?.[1])
      expect(styles.map(digest).join()).toBe(/style-src (\S+?);/.exec(policy)?.[1])
      expect(policy).toContain("default-src 'none'")
      expect(page.body).not.toMatch(/<[^>]+\s(on\w+|style)=/)
      expect(Buffer.byteLength(styles.join())).toBeLessThanOrEqual(4_096)
    }
  })

  it('show numbers to call before anything else, and the way out', async () => {
    for (const url of [base, `${base}/${sector.highSchool}`]) {
      const { body } = await app.inject({ url })
      expect(body.indexOf('tel:111')).toBeGreaterThan(0)
      expect(body.indexOf('tel:111')).toBeLessThan(body.indexOf('<form'))
      expect(body).toContain('class="exit" href="https://vi.wikipedia.org/"')
    }
  })

  it('have a sentence for every word', async () => {
    for (const url of urls()) expect((await app.inject({ url })).body).not.toContain('cases.')
  })
})

describe('looking for the school', () => {
  it('finds it by a part of its name, without marks, and keeps nothing in the address', async () => {
    const page = await post('/giup-do', { name: 'thpt song mo', province: '' })
    expect(page.body).toContain(`href="/giup-do/${sector.highSchool}"`)
    expect(page.body).not.toContain(`href="/giup-do/${sector.primarySchool}"`)
  })

  it('says so when there is none, whatever is typed', async () => {
    for (const name of ['không có trường này', '%', '_', "' or 1=1", '']) expect((await post('/giup-do', { name, province: 'xx' })).statusCode).toBe(200)
    expect((await post('/giup-do', { name: 'zzz' })).body).toContain('Chưa tìm thấy')
  })
})

describe('the form', () => {
  it('names those in charge, so that a reporter can say who must not see it', async () => {
    const { page } = await formAt(sector.highSchool)
    expect(page.body).toContain('Nguyễn Thị Hoa')
    expect(page.body).not.toContain('Lê Thị Mây')
  })

  it('has nothing chosen beforehand', async () => {
    expect((await formAt(sector.highSchool)).page.body).not.toMatch(/\schecked/)
  })

  it('is not offered where nobody could take it; the numbers are', async () => {
    const alone = await world.unit({ name: 'Trường không ai nhận' })
    const { body } = (await formAt(alone)).page
    expect(body).not.toContain('name="happening"')
    expect(body).toContain('tel:111')
  })

  it('says where it goes when the school has nobody of its own', async () => {
    expect((await formAt(sector.primarySchool)).page.body).toContain('Sở Giáo dục Sông Mơ')
  })

  it('comes from the origin “null”, since its page sends no referrer, and is taken; a foreign site is not', async () => {
    const { form } = await formAt(sector.highSchool)
    expect((await post(`/giup-do/${sector.highSchool}`, { form, happening: 'other' }, { origin: 'null' })).statusCode).toBe(200)
    expect((await post(`/giup-do/${sector.highSchool}`, { form, happening: 'other' }, { origin: 'https://evil.example' })).statusCode).toBe(403)
    expect((await post(`/giup-do/${sector.highSchool}`, { form, happening: 'other' }, { origin: 'null', 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
  })

  it('keeps what was typed when the first question is not answered', async () => {
    const { form } = await formAt(sector.highSchool)
    const page = await post(`/giup-do/${sector.highSchool}`, { form, story: 'Em <b>kể</b> "dở"', hide: ['head'] })
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain('Em &lt;b&gt;kể&lt;/b&gt; &quot;dở&quot;')
    expect(page.body).toContain('value="head" checked')
  })
})

describe('a report', () => {
  it('is sealed with everything that was told, and its code is shown once', async () => {
    const { form } = await formAt(sector.highSchool)
    const fields = { form, happening: 'sexual', reporter: 'self', danger: 'no', story: 'Em kể ở đây', place: 'Sân sau', name: 'Em', contact: '0900 000 000', hide_others: 'thầy Tùng' }
    const page = await post(`/giup-do/${sector.highSchool}`, fields)
    expect(page.statusCode).toBe(200)
    const [code, secret] = codesOf(page.body)
    expect(code).toMatch(/^[A-Z0-9]{4} [A-Z0-9]{4}$/)
    expect(secret).toMatch(/^\d{4} \d{4} \d{4}$/)
    const row = await newest()
    expect((await sealOfCode(code!, secret!)).read(row.report, 'report')).toEqual({
      happening: 'sexual', reporter: 'self', danger: 'no', story: 'Em kể ở đây', place: 'Sân sau', name: 'Em', contact: '0900 000 000', language: 'vi',
      hideFrom: { head: false, handlers: [], others: 'thầy Tùng' },
    })
    const again = await post(`/giup-do/${sector.highSchool}`, fields)
    expect(codesOf(again.body)).toEqual([code, secret])
    expect((await newest()).id).toBe(row.id)
  })

  it('goes past the school when the one in charge is ticked', async () => {
    const { form } = await formAt(sector.highSchool)
    await post(`/giup-do/${sector.highSchool}`, { form, happening: 'violence', hide: [handlerId] })
    const rows = await world.rows(sql<{ unitId: string }>`select unit_id from cases.case_file where about_unit_id = ${sector.highSchool} and unit_id <> about_unit_id`)
    expect(rows).toEqual([{ unitId: sector.department }])
  })

  it('keeps a picture twice, sealed: as it came, and without what it tells of its maker', async () => {
    const jpeg = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#8ab' } })
      .withExif({ IFD0: { Copyright: 'Người chụp bí mật' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 1/1 30/1' } })
      .jpeg()
      .toBuffer()
    const { form } = await formAt(sector.highSchool)
    const page = await post(`/giup-do/${sector.highSchool}`, { form, happening: 'violence', file: new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' }) })
    const row = (await world.rows(sql<{ caseId: string; id: string; original: Buffer; shown: Buffer; about: Buffer }>`
      select a.case_id, a.id, a.original, a.shown, a.about from cases.attachment a join cases.case_file c on c.id = a.case_id order by c.received_at desc, c.number desc limit 1`))[0]!
    const [code, secret] = codesOf(page.body)
    const seal = await sealOfCode(code!, secret!)
    const [original, shown] = [seal.open(row.original, `attachment.original:${row.id}`), seal.open(row.shown, `attachment.shown:${row.id}`)]
    expect(original.equals(jpeg)).toBe(true)
    expect((await sharp(original).metadata()).exif).toBeDefined()
    expect((await sharp(shown).metadata()).exif).toBeUndefined()
    expect(seal.read(row.about, `attachment.about:${row.id}`)).toMatchObject({ name: 'ảnh của em.jpg', mediaType: 'image/jpeg' })
  })

  it('with too large a file is not taken, and says so', async () => {
    const { form } = await formAt(sector.highSchool)
    const before = (await newest()).id
    const page = await post(`/giup-do/${sector.highSchool}`, { form, happening: 'violence', story: 'dài', file: new Blob([new Uint8Array(10 * 1024 * 1024 + 1)]) })
    expect(page.statusCode).toBe(413)
    expect(page.body).toContain('dài</textarea>')
    expect((await newest()).id).toBe(before)
  })
})

describe('coming back', () => {
  const send = async () => codesOf((await post(`/giup-do/${sector.highSchool}`, { form: (await formAt(sector.highSchool)).form, happening: 'other', story: 'x' })).body) as [string, string]

  it('with the code and the secret shows what was answered, and takes more', async () => {
    const [code, secret] = await send()
    const page = await post('/giup-do/tra-loi', { code: code.toLowerCase(), secret: secret.replaceAll(' ', '') })
    expect(page.body).toContain('Tin của em đã đến nơi')
    expect(page.body).not.toContain(secret)
    const ticket = /name="ticket" value="([^"]+)"/.exec(page.body)![1]!
    const after = await post('/giup-do/nhan-them', { ticket, text: 'Em nhớ thêm <điều> này' })
    expect(after.body).toContain('Em nhớ thêm &lt;điều&gt; này')
    world.now = new Date(world.now.getTime() + 21 * 60_000)
    expect((await post('/giup-do/nhan-them', { ticket, text: 'muộn' })).statusCode).toBe(422)
  })

  it('with a wrong one opens nothing, and after a few tries waits', async () => {
    const [code, secret] = await send()
    const wrong = secret.startsWith('0') ? `1${secret.slice(1)}` : `0${secret.slice(1)}`
    for (let n = 0; n < 8; n++) expect((await post('/giup-do/tra-loi', { code, secret: wrong })).statusCode).toBe(422)
    expect((await post('/giup-do/tra-loi', { code, secret })).statusCode).toBe(429)
    for (const ticket of ['', 'x', Buffer.from('{"caseId":"1"}').toString('base64url')]) expect((await post('/giup-do/nhan-them', { ticket, text: 'a' })).statusCode).toBe(422)
  })
})

it('a class behind one address may send, a machine may not', async () => {
  const statuses: number[] = []
  const { form } = await formAt(sector.highSchool)
  for (let n = 0; n < 40; n++) statuses.push((await post(`/giup-do/${sector.highSchool}`, { form, happening: 'other' }, { 'x-forwarded-for': '203.0.113.7' })).statusCode)
  expect(statuses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 200))
  expect(statuses).toContain(429)
  expect((await post(`/giup-do/${sector.highSchool}`, { form, happening: 'other' }, { 'x-forwarded-for': '203.0.113.8' })).statusCode).toBe(200)
  const kept = await world.rows(sql<{ found: boolean }>`select exists (select from pg_class where relname like '%throttle%' and relnamespace = 'cases'::regnamespace) as found`)
  expect(kept).toEqual([{ found: false }])
})

describe('hostile values', () => {
  const nasty = ['', ' ', '\u0000', '%', "';--", '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '{{7*7}}', '../../etc/passwd', 'ạ'.repeat(6_000), '\u202e', '0'.repeat(36), 'a:* & (b | c)', '!()&|']

  it('never break a page, never become markup, never leave a trace of the machine', async () => {
    const { form } = await formAt(sector.highSchool)
    for (const value of nasty) {
      const pages = [
        await post('/giup-do', { name: value, province: value }),
        await post(`/giup-do/${sector.highSchool}`, { form: value, happening: value, story: value }),
        await post(`/giup-do/${sector.highSchool}`, { form, happening: value, hide: [value, 'head'], story: value, hide_others: value, name: value }),
        await post('/giup-do/tra-loi', { code: value, secret: value }),
        await post('/giup-do/nhan-them', { ticket: value, text: value }),
        await app.inject({ url: `/giup-do/${encodeURIComponent(value) || 'x'}` }),
        await app.inject({ method: 'POST', url: `/giup-do/${sector.highSchool}`, payload: value, headers: { 'content-type': 'multipart/form-data; boundary=x' } }),
        await app.inject({ method: 'POST', url: '/giup-do', payload: `name=${value}`, headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
      ]
      for (const { statusCode, body } of pages) {
        expect(statusCode, `${value.slice(0, 20)}: ${body.slice(0, 200)}`).toBeLessThan(500)
        expect(body).not.toMatch(/<script>alert|<img src=x|at Object\.|node_modules|stack/)
      }
    }
  })

  it('in a picture that is a bomb or no picture: it is kept as it came, and not shown', async () => {
    const bomb = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#fff' } }).png({ compressionLevel: 9 }).toBuffer()
    for (const bytes of [bomb, Buffer.from('không phải ảnh'), Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')]) {
      const { form } = await formAt(sector.highSchool)
      const page = await post(`/giup-do/${sector.highSchool}`, { form, happening: 'other', file: new Blob([new Uint8Array(bytes)], { type: 'image/png' }) }, { 'x-forwarded-for': '203.0.113.99' })
      expect(page.statusCode).toBe(200)
      const [row] = await world.rows(sql<{ shown: Buffer | null }>`select a.shown from cases.attachment a order by a.id desc limit 1`)
      expect(row).toEqual({ shown: null })
    }
  })
})
