import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeXlsx } from 'hucre/xlsx'
import { buildServer } from '#app/server.ts'
import type { Actor } from '#core/access/request.ts'
import { SESSION_COOKIE } from '#core/access/session.ts'
import { newToken, tokenHash } from '#core/access/token.ts'
import { uuidv7 } from '#platform/ids.ts'
import { testServices } from '#testing/services.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import type { Question } from './contract.ts'
import addLink from './operations/add-link.ts'
import answerQuestion from './operations/answer-question.ts'
import changeEvidence from './operations/change-evidence.ts'
import getActivity from './operations/get-activity.ts'
import removeActivity from './operations/remove-activity.ts'
import saveActivity from './operations/save-activity.ts'

let world: World
let app: FastifyInstance
let unitId: string
let teacher: Actor
let cookie: string
let foreign: string

beforeAll(async () => {
  world = await aWorld(new Date('2026-05-20T02:00:00Z'))
  const services = testServices(world, { SONGHANH_UPLOAD_MB: '2' })
  const sector = await aSector(world)
  unitId = sector.highSchool
  teacher = await world.person(unitId, ['teacher'])
  app = await buildServer({ config: services.config, db: world.db, jobs: world.jobs, product: world.product, services, clock: () => world.now })
  cookie = await sessionOf(teacher)
  foreign = await sessionOf(await world.person(sector.primarySchool, ['teacher']))
})
afterAll(() => app.close())

async function sessionOf(actor: Actor): Promise<string> {
  const token = newToken()
  await sql`insert into access.session (token_hash, id, account_id, created_at, last_seen_at, expires_at)
    values (${tokenHash(token)}, ${actor.sessionId}, ${actor.accountId}, ${world.now}, ${world.now}, ${new Date(world.now.getTime() + 3_600_000)})`.execute(world.db)
  return `${SESSION_COOKIE}=${token}`
}

async function anActivity(title = 'Ngày hội', onDay = '2026-05-18'): Promise<string> {
  const recordId = uuidv7()
  const values = { onDay, untilDay: null, title, place: null, result: null, fields: {}, headCounts: [], cost: null, costSource: null, taskId: null, planId: null, nodeId: null }
  await saveActivity.run(world.as(teacher), { unitId, recordId, kind: 'communication', kindVersion: 1, revision: 0, state: 'recorded', values })
  return recordId
}

interface Sent {
  readonly status: number
  readonly body: { evidenceId?: string; evidenceMissing?: number; questions?: Question[]; code?: string }
}

async function send(recordId: string, bytes: Uint8Array, name: string, fields: Record<string, string> = {}, by = cookie): Promise<Sent> {
  world.now = new Date(world.now.getTime() + 1_000)
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) form.append(key, value)
  form.append('file', new File([bytes as Uint8Array<ArrayBuffer>], name))
  const body = new Response(form)
  const answer = await app.inject({ method: 'POST', url: `/api/units/${unitId}/activities/${recordId}/files`, headers: { cookie: by, 'content-type': body.headers.get('content-type')! }, payload: Buffer.from(await body.arrayBuffer()) })
  return { status: answer.statusCode, body: answer.json() }
}

function photo(seed: number, takenOn = '2026:05:18'): Promise<Buffer> {
  const shapes = Array.from({ length: 30 }, (_, at) => `<circle cx="${(seed * 131 + at * 373) % 900}" cy="${(seed * 57 + at * 211) % 700}" r="${30 + ((seed + at * 17) % 90)}" fill="rgb(${(at * 53 + seed) % 256},${(at * 97) % 256},${(at * 31 + seed * 7) % 256})"/>`)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="700"><rect width="900" height="700" fill="#567"/>${shapes.join('')}</svg>`
  return sharp(Buffer.from(svg)).withExif({ IFD0: { Make: 'May Anh Mau' }, IFD2: { DateTimeOriginal: `${takenOn} 08:00:00` }, IFD3: { GPSLatitude: '21/1 1/1 30/1', GPSLatitudeRef: 'N' } }).jpeg().toBuffer()
}

describe('a picture as evidence', () => {
  it('is kept without its place, shown with a thumbnail, and meets the rule of the kind', async () => {
    const recordId = await anActivity()
    const { status, body } = await send(recordId, await photo(1), 'Ảnh "sân trường".jpeg', { peopleShown: 'true', consent: 'true', caption: 'Sân trường' })
    expect({ status, missing: body.evidenceMissing, questions: body.questions }).toEqual({ status: 200, missing: 0, questions: [] })
    const { evidence } = await getActivity.run(world.as(teacher), { recordId })
    expect(evidence).toMatchObject([{ kind: 'picture', name: 'Ảnh "sân trường".jpg', takenOn: '2026-05-18', peopleShown: true, consent: true, caption: 'Sân trường' }])
    for (const what of ['file', 'thumbnail']) {
      const answer = await app.inject({ url: `/api/activities/${recordId}/evidence/${body.evidenceId}/${what}`, headers: { cookie } })
      expect(answer.statusCode).toBe(200)
      expect(answer.headers['content-type']).toBe('image/jpeg')
      expect((await sharp(answer.rawPayload).metadata()).exif).toBeUndefined()
      expect(answer.rawPayload.includes('GPS') || answer.rawPayload.includes('May Anh Mau')).toBe(false)
    }
    const other = await app.inject({ url: `/api/activities/${recordId}/evidence/${body.evidenceId}/file`, headers: { cookie: foreign } })
    expect(other.statusCode).toBe(404)
  })

  it('that is sent again with the same id is one', async () => {
    const [recordId, evidenceId, bytes] = [await anActivity(), uuidv7(), await photo(2)]
    await send(recordId, bytes, 'a.jpg', { evidenceId })
    expect((await send(recordId, bytes, 'a.jpg', { evidenceId })).status).toBe(200)
    expect((await getActivity.run(world.as(teacher), { recordId })).evidence).toHaveLength(1)
  })

  it('used in another activity too, cropped and re-saved, is asked about; the answer is kept', async () => {
    const bytes = await photo(3)
    await send(await anActivity('Lễ phát động', '2026-05-17'), bytes, 'a.jpg')
    const recordId = await anActivity('Sinh hoạt lớp', '2026-05-18')
    const again = await sharp(bytes).extract({ left: 40, top: 20, width: 830, height: 660 }).jpeg({ quality: 50 }).toBuffer()
    const { status, body } = await send(recordId, again, 'b.jpg')
    expect(status).toBe(200)
    expect(body.questions).toMatchObject([{ kind: 'same_picture', params: { title: 'Lễ phát động', day: '2026-05-17' }, answer: null }])
    const { questions } = await answerQuestion.run(world.as(teacher), { recordId, key: body.questions![0]!.key, text: 'Hai hoạt động cùng một buổi' })
    expect(questions[0]!.answer).toMatchObject({ text: 'Hai hoạt động cùng một buổi' })
    await expect(answerQuestion.run(world.as(teacher), { recordId, key: 'future', text: 'x' })).rejects.toMatchObject({ code: 'activities.question_not_found' })
  })

  it('of another day is asked about', async () => {
    const recordId = await anActivity()
    expect((await send(recordId, await photo(4, '2025:11:20'), 'cu.jpg')).body.questions).toMatchObject([{ kind: 'picture_day', params: { day: '2025-11-20' } }])
    expect((await send(await anActivity(), await photo(5, '2026:05:20'), 'gan.jpg')).body.questions).toEqual([])
  })
})

describe('what looks strange', () => {
  it('is asked about when one picture comes twice into one activity, and not when two pictures differ', async () => {
    const recordId = await anActivity()
    const bytes = await photo(11)
    await send(recordId, bytes, 'a.jpg')
    expect((await send(recordId, await photo(12), 'khac.jpg')).body.questions).toEqual([])
    const again = await send(recordId, await sharp(bytes).resize(500).jpeg({ quality: 60 }).toBuffer(), 'b.jpg')
    expect(again.body.questions).toMatchObject([{ kind: 'same_picture_here', key: `same_picture_here:${again.body.evidenceId}` }])
  })

  it('blocks nothing, all of it at once', async () => {
    const bytes = await photo(13, '2025:01:02')
    await send(await anActivity('Buổi trước', '2025-01-02'), bytes, 'a.jpg')
    const recordId = await anActivity('Buổi sau', '2026-06-28')
    await send(recordId, bytes, 'b.jpg')
    const { status, body } = await send(recordId, bytes, 'c.jpg')
    expect(status).toBe(200)
    expect(new Set(body.questions!.map(({ kind }) => kind))).toEqual(new Set(['future', 'same_picture', 'same_picture_here', 'picture_day']))
    const { revision, values, state } = await getActivity.run(world.as(teacher), { recordId })
    const saved = await saveActivity.run(world.as(teacher), { unitId, recordId, kind: 'communication', kindVersion: 1, revision, state: 'recorded', values: { ...values, place: 'Sân trường' } })
    expect([state, saved.state, saved.values.place]).toEqual(['recorded', 'recorded', 'Sân trường'])
  })
})

describe('other evidence', () => {
  it('is a document by its content, whatever its name says; anything else is refused with a sentence', async () => {
    const recordId = await anActivity()
    const sheet = await writeXlsx({ sheets: [{ name: 'A', rows: [['x']] }] })
    expect((await send(recordId, sheet, 'danh-sach.jpg')).body.evidenceMissing).toBe(0)
    expect(await send(recordId, Buffer.from('MZ chương trình'), 'anh.jpg')).toMatchObject({ status: 422, body: { code: 'activities.file_unwanted' } })
    expect(await send(recordId, (await photo(6)).subarray(0, 5000), 'hong.jpg')).toMatchObject({ status: 422, body: { code: 'activities.picture_unreadable' } })
    expect(await send(recordId, await photo(6), 'a.jpg', {}, foreign)).toMatchObject({ status: 404 })
  })

  it('is a link for what was published; a link that is none is refused', async () => {
    const recordId = await anActivity()
    const link = { recordId, evidenceId: uuidv7(), link: 'https://thptsongmo.example.vn/bai-1' }
    // A talk asks for a picture or a document: the link is kept beside.
    expect(await addLink.run(world.as(teacher), link)).toMatchObject({ evidenceMissing: 1 })
    await expect(addLink.run(world.as(teacher), { ...link, evidenceId: uuidv7(), link: 'javascript:alert(1)' })).rejects.toMatchObject({ kind: 'invalid' })
  })

  it('that was taken away counts no longer, and comes back', async () => {
    const recordId = await anActivity()
    const evidenceId = (await send(recordId, await photo(7), 'a.jpg')).body.evidenceId!
    expect(await changeEvidence.run(world.as(teacher), { recordId, evidenceId, removed: true })).toMatchObject({ evidenceMissing: 1 })
    expect(await changeEvidence.run(world.as(teacher), { recordId, evidenceId, consent: true })).toMatchObject({ evidenceMissing: 0 })
    await removeActivity.run(world.as(teacher), { recordId })
  })
})
