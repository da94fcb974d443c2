import { beforeAll, expect, test } from 'vitest'
import { aSector, aWorld, type World } from '#testing/world.ts'
import getDeviceKey from './operations/get-device-key.ts'

let world: World

beforeAll(async () => {
  world = await aWorld()
})

test('every account has one key of its own, the same every time', async () => {
  const { highSchool } = await aSector(world)
  const [head, teacher] = [await world.person(highSchool, ['committee_head']), await world.person(highSchool, ['teacher'])]
  const first = await getDeviceKey.run(world.as(head), {})
  expect(Buffer.from(first.key, 'base64')).toHaveLength(32)
  expect(await getDeviceKey.run(world.as(head), {})).toEqual(first)
  expect((await getDeviceKey.run(world.as(teacher), {})).key).not.toBe(first.key)
})

test('without a session there is no key', async () => {
  await expect(getDeviceKey.run(world.as(null), {})).rejects.toMatchObject({ kind: 'unauthenticated' })
})
