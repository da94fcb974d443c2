import { expect, test } from 'vitest'
import { draftsIn, dropOldDrafts } from './draft-store.ts'
import { memoryVault } from './outbox/memory-vault.ts'

const AT = new Date('2026-05-18T07:32:00Z')

test('what was typed is offered back with its time', async () => {
  const vault = memoryVault('mai')
  await draftsIn(vault, () => AT).write('plans.node.1', { text: 'Tọa đàm 20/10' })
  expect(await draftsIn(vault).read('plans.node.1')).toEqual({ savedAt: AT, value: { text: 'Tọa đàm 20/10' } })
})

test('the next account on the same device sees nothing of it', async () => {
  await draftsIn(memoryVault('mai')).write('plans.node.1', 'của cô Mai')
  expect(await draftsIn(memoryVault('binh')).read('plans.node.1')).toBeNull()
})

test('a draft is gone once saved, also when it was still being written', async () => {
  const store = draftsIn(memoryVault('mai'))
  void store.write('plans.node.1', 'a')
  await store.clear('plans.node.1')
  expect(await store.read('plans.node.1')).toBeNull()
})

test('a month later a draft is dropped, a younger one and other things of the account stay', async () => {
  const vault = memoryVault('mai')
  await vault.put('memory', 'session', 'x')
  await draftsIn(vault, () => AT).write('old', 'a')
  await vault.put('drafts', 'young', { key: 'young', at: new Date('2026-06-01T00:00:00Z').getTime(), value: 'b' })
  await dropOldDrafts(vault, new Date('2026-06-20T00:00:00Z'))
  expect([await vault.get('drafts', 'old'), await draftsIn(vault).read('young'), await vault.get('memory', 'session')]).toEqual([null, { savedAt: expect.any(Date), value: 'b' }, 'x'])
})

test('full storage is no error: the draft is just not kept', async () => {
  const full = { ...memoryVault('mai'), put: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) }
  const store = draftsIn(full)
  await store.write('x', 'a')
  expect(await store.read('x')).toBeNull()
})
