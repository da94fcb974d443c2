// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { openDraftStore } from './draft-store.ts'

let now = new Date('2026-05-18T07:32:00Z')
const open = (account: string, storage: Storage = localStorage) => openDraftStore(account, storage, () => now)

beforeEach(() => {
  localStorage.clear()
  now = new Date('2026-05-18T07:32:00Z')
})

test('what was typed is offered back with its time, also after the page was closed', () => {
  open('mai').write('plans.node.1', { text: 'Tọa đàm 20/10' })
  expect(open('mai').read('plans.node.1')).toEqual({ savedAt: new Date('2026-05-18T07:32:00Z'), value: { text: 'Tọa đàm 20/10' } })
})

test('the next account on the same device sees nothing of it', () => {
  open('mai').write('plans.node.1', 'của cô Mai')
  const next = open('binh')
  expect(next.read('plans.node.1')).toBeNull()
  expect(next.keys()).toEqual([])
  expect(open('ma').keys()).toEqual([])
})

test('a draft is gone once saved', () => {
  const store = open('mai')
  store.write('plans.node.1', 'a')
  store.clear('plans.node.1')
  expect(store.read('plans.node.1')).toBeNull()
})

test('drafts are listed, the latest first', () => {
  const store = open('mai')
  store.write('plans.node.1', 'a')
  now = new Date('2026-05-18T08:00:00Z')
  store.write('plans.node.2', 'b')
  expect(store.keys()).toEqual(['plans.node.2', 'plans.node.1'])
})

test('a month later a draft is dropped, whoever opens the store; other data stay', () => {
  open('mai').write('plans.node.1', 'a')
  localStorage.setItem('songhanh.language', 'en')
  now = new Date('2026-06-20T00:00:00Z')
  open('binh')
  expect(localStorage.length).toBe(1)
})

test('damaged text is no draft, and full storage is no error', () => {
  localStorage.setItem('songhanh.draft.mai.x', '{')
  expect(open('mai').read('x')).toBeNull()
  const full = { length: 0, key: () => null, getItem: () => null, removeItem: () => undefined, clear: () => undefined, setItem: () => { throw new DOMException('full', 'QuotaExceededError') } }
  expect(() => open('mai', full).write('x', 'a')).not.toThrow()
})
