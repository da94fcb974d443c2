import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import sharp from 'sharp'
import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '#core/access/request.ts'
import { aServer } from '#testing/server.ts'
import { aSession } from '#testing/steady-server.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import saveHandFigure from './operations/save-hand-figure.ts'

let world: World
let app: FastifyInstance
let head: Actor
let unitId: string
let url: string

beforeAll(async () => {
  world = await aWorld(new Date('2026-11-21T02:00:00Z'))
  unitId = (await aSector(world)).highSchool
  head = await world.person(unitId, ['committee_head'])
  const { id } = await saveHandFigure.run(world.as(head), { unitId, code: 'F02', to: '2026-12-31', value: '2' })
  url = `/api/hand-figures/${id}/file`
  app = await aServer(world)
})

async function send(name: string, bytes: Buffer, actor: Actor = { ...head, sessionId: randomUUID() }) {
  const payload = Buffer.concat([Buffer.from(`--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`), bytes, Buffer.from('\r\n--b--\r\n')])
  const answer = await app.inject({ method: 'POST', url, payload, headers: { cookie: await aSession(world, actor), 'content-type': 'multipart/form-data; boundary=b' } })
  return { status: answer.statusCode, code: (answer.json() as { code?: string }).code }
}

it('evidence is what its content says, whatever its name says', async () => {
  expect(await send('minh-chung.pdf', Buffer.from('<script>alert(1)</script>'))).toEqual({ status: 422, code: 'indicators.evidence_type' })
  expect(await send('minh-chung.jpg', Buffer.from('MZ\u0090 program'))).toEqual({ status: 422, code: 'indicators.evidence_type' })
  expect(await send('khong-co-duoi', Buffer.from('%PDF-1.7\n'))).toMatchObject({ status: 200 })
})

it('a picture is drawn anew, without what it told beside, and handed out to be kept, not shown', async () => {
  const placed = { IFD0: { Make: 'May Anh Mau' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 1/1 30/1' } }
  const picture = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#886' } }).withExif(placed).png().toBuffer()
  expect(await send('anh.png', picture)).toMatchObject({ status: 200 })
  const kept = await app.inject({ url, headers: { cookie: await aSession(world, { ...head, sessionId: randomUUID() }) } })
  expect(kept.headers).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff', 'content-disposition': expect.stringMatching(/^attachment; filename="anh\.jpg"/) })
  expect((await sharp(kept.rawPayload).metadata()).exif).toBeUndefined()
})

it('nothing is read from who may not enter it', async () => {
  expect(await send('a.pdf', Buffer.from('%PDF-1.7\n'), await world.person(unitId, ['teacher']))).toEqual({ status: 403, code: 'access.denied' })
})
