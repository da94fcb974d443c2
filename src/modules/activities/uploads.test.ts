import { randomBytes, randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import addPart from '#core/files/operations/add-part.ts'
import { digestOf } from '#core/files/upload-store.ts'
import type { Actor } from '#core/access/request.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import readUpload from './operations/read-upload.ts'

let world: World
let unitId: string
let teacher: Actor

beforeAll(async () => {
  world = await aWorld()
  unitId = (await aSector(world)).highSchool
  teacher = await world.person(unitId, ['teacher'])
})

/** Sends `sent` of the bytes of a file. */
async function anUpload(sent: number, content = randomBytes(3000)): Promise<{ uploadId: string; content: Buffer }> {
  const uploadId = randomUUID()
  await addPart.run(world.as(teacher), { unitId, uploadId, from: 0, bytes: content.length, digest: digestOf(content), name: 'anh.jpg', content: content.subarray(0, sent) })
  return { uploadId, content }
}

test('what has arrived whole is handed on, with its name', async () => {
  const { uploadId, content } = await anUpload(3000)
  const read = await readUpload.run(world.as(teacher), { unitId, recordId: randomUUID(), uploadId })
  expect(read.name).toBe('anh.jpg')
  expect(Buffer.from(read.content!)).toEqual(content)
})

test('what is still on its way is asked for again later, what never came is not found', async () => {
  const { uploadId } = await anUpload(1000)
  await expect(readUpload.run(world.as(teacher), { unitId, recordId: randomUUID(), uploadId })).rejects.toMatchObject({ kind: 'unavailable', code: 'files.upload_incomplete' })
  await expect(readUpload.run(world.as(teacher), { unitId, recordId: randomUUID(), uploadId: randomUUID() })).rejects.toMatchObject({ kind: 'not_found' })
})

test('a colleague cannot attach what somebody else has sent, an inspector nothing at all', async () => {
  const { uploadId } = await anUpload(3000)
  const place = { unitId, recordId: randomUUID(), uploadId }
  await expect(readUpload.run(world.as(await world.person(unitId, ['teacher'])), place)).rejects.toMatchObject({ kind: 'not_found' })
  await expect(readUpload.run(world.as(await world.person(unitId, ['inspector'])), place)).rejects.toMatchObject({ kind: 'forbidden' })
})
