import { randomBytes, randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#core/access/request.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import addPart from './operations/add-part.ts'
import getUpload from './operations/get-upload.ts'
import { digestOf } from './upload-store.ts'

let world: World
let unitId: string
let teacher: Actor

beforeAll(async () => {
  world = await aWorld()
  const { highSchool } = await aSector(world)
  unitId = highSchool
  teacher = await world.person(highSchool, ['teacher'])
})

const PART = 1000

/** A file on a device and how it sends its parts. */
function aPicture(content = randomBytes(2500), digest = digestOf(content)) {
  const uploadId = randomUUID()
  const send = (from: number, actor = teacher) =>
    addPart.run(world.as(actor), { unitId, uploadId, from, bytes: content.length, digest, name: 'anh.jpg', content: content.subarray(from, from + PART) })
  return { uploadId, digest, send, state: (actor = teacher) => getUpload.run(world.as(actor), { unitId, uploadId }) }
}

test('parts that arrive in order make the file, with its digest as the receipt', async () => {
  const { send, digest, state } = aPicture()
  expect(await send(0)).toEqual({ received: 1000, bytes: 2500, receipt: null })
  await send(1000)
  expect(await send(2000)).toEqual({ received: 2500, bytes: 2500, receipt: digest })
  expect(await state()).toEqual({ received: 2500, bytes: 2500, receipt: digest })
})

test('a part whose answer was lost comes again and changes nothing', async () => {
  const { send } = aPicture()
  await send(0)
  expect((await send(0)).received).toBe(1000)
  await send(1000)
  expect((await send(0)).received).toBe(2000)
})

test('a part that would leave a gap is not taken: the answer says where to go on', async () => {
  const { send } = aPicture()
  expect((await send(2000)).received).toBe(0)
})

test('two equal parts at once count once', async () => {
  const { send, state } = aPicture()
  await Promise.all([send(0), send(0), send(0)])
  expect((await state()).received).toBe(1000)
})

test('a file that arrives damaged begins again', async () => {
  const { send } = aPicture(randomBytes(900), digestOf(Buffer.from('something else')))
  expect(await send(0)).toEqual({ received: 0, bytes: 900, receipt: null })
})

test('what another account sends is not seen, nor taken over', async () => {
  const { send, state } = aPicture()
  const other = await world.person(unitId, ['teacher'])
  await send(0)
  expect(await state(other)).toEqual({ received: 0, bytes: 0, receipt: null })
  await expect(send(1000, other)).rejects.toMatchObject({ kind: 'not_found' })
})

test('another unit does not take it', async () => {
  const stranger = await world.person((await aSector(world)).highSchool, ['teacher'])
  await expect(aPicture().send(0, stranger)).rejects.toMatchObject({ kind: 'not_found' })
})
