import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ApiError } from '../api-error.ts'
import type { Attachment, OutboxCommand, OutboxItem } from './item.ts'
import { addItem, type Carrier, change, itemsIn, type NewItem, type OutboxStore, PART_BYTES, sendDue } from './outbox.ts'

/** What the line or the server does to one request. */
const FAULTS = ['none', 'no network', 'answer lost', 'server error', 'session ended', 'damaged'] as const
type Fault = (typeof FAULTS)[number]

/** A server that keeps its promises, behind a line that does not. */
function aServer(nextFault: () => Fault) {
  const files = new Map<string, number[]>()
  const done = new Map<string, unknown>()
  const records = new Map<string, { times: number; files: string[] }>()
  const refused = new Set<string>()

  async function over<Answer>(work: () => Answer, damage?: () => void): Promise<Answer> {
    const fault = nextFault()
    if (fault === 'no network') throw new ApiError('offline', 'http.no_answer')
    if (fault === 'server error') throw new ApiError('internal', 'http.500')
    if (fault === 'session ended') throw new ApiError('unauthenticated', 'access.session_ended')
    if (fault === 'damaged') damage?.()
    const answer = work()
    if (fault === 'answer lost') throw new ApiError('offline', 'http.no_answer')
    return answer
  }
  const carrier: Carrier = {
    askReceived: (_unit, uploadId) => over(() => files.get(uploadId)?.length ?? 0),
    sendPart: (_unit, { uploadId, from, content }) =>
      over(
        () => {
          const here = files.get(uploadId) ?? []
          if (from === here.length) files.set(uploadId, [...here, ...content])
          return files.get(uploadId)?.length ?? 0
        },
        // the digest was wrong at the end: the server wants it all again
        () => files.delete(uploadId),
      ),
    sendCommand: (command) =>
      over(() => {
        if (done.has(command.operationId)) return done.get(command.operationId)
        if (refused.has(command.operationId)) throw new ApiError('invalid', 'activities.refused')
        const { recordId, uploadId } = command.input as { recordId: string; uploadId?: string }
        const record = records.get(recordId) ?? { times: 0, files: [] }
        records.set(recordId, uploadId ? { ...record, files: [...record.files, uploadId] } : { ...record, times: record.times + 1 })
        done.set(command.operationId, { recordId })
        return { recordId }
      }),
  }
  return { carrier, files, records, refused }
}

function aStore(): OutboxStore & { readonly drafts: () => number } {
  const shelves = new Map<string, unknown>()
  return {
    put: async (shelf, id, value) => void shelves.set(`${shelf}/${id}`, structuredClone(value)),
    get: async <Value>(shelf: string, id: string) => (structuredClone(shelves.get(`${shelf}/${id}`)) as Value) ?? null,
    all: async <Value>(shelf: string) => [...shelves].filter(([key]) => key.startsWith(`${shelf}/`)).map(([, value]) => structuredClone(value) as Value),
    remove: async (shelf, id) => void shelves.delete(`${shelf}/${id}`),
    bytes: async (id) => (shelves.get(`files/${id}`) as Uint8Array<ArrayBuffer> | undefined) ?? null,
    putBytes: async (id, bytes) => void shelves.set(`files/${id}`, bytes),
    drafts: () => [...shelves.keys()].filter((key) => key.startsWith('drafts/')).length,
  }
}

function command(operationId: string, input: Record<string, unknown>): OutboxCommand {
  return { operationId, name: 'activities.save', route: 'PUT /api/activities/:recordId', input }
}

/** A record with files of these sizes; the bytes tell which file they are of. */
function aRecord(id: string, sizes: readonly number[]): NewItem {
  const files = sizes.map((bytes, at) => {
    const uploadId = `${id}-file${at}`
    const attachment: Omit<Attachment, 'received' | 'isAttached'> = { uploadId, name: 'anh.jpg', bytes, digest: 'x', attach: command(`${uploadId}-attach`, { recordId: id, uploadId }) }
    return { attachment, content: Uint8Array.from({ length: bytes }, (_, index) => (index + at) % 251) }
  })
  return { id, unitId: 'u', title: id, command: command(`${id}-save`, { recordId: id }), files }
}

const sizes = fc.array(fc.integer({ min: 1, max: PART_BYTES * 2 + 10 }), { maxLength: 2 })

test('whatever the line does, each record arrives once with all its files, and leaves the queue only then', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sizes, { minLength: 1, maxLength: 4 }), fc.array(fc.constantFrom(...FAULTS), { maxLength: 60 }), async (records, faults) => {
      let now = 0
      const left = [...faults]
      const server = aServer(() => left.shift() ?? 'none')
      const store = aStore()
      await store.put('drafts', 'draft', 'typed')
      for (const [at, files] of records.entries()) await addItem(store, aRecord(`r${at}`, files), now++)
      for (let round = 0; round < 400 && (await itemsIn(store)).length > 0; round++) {
        await sendDue(store, server.carrier, () => now)
        const waiting = new Set((await itemsIn(store)).map(({ id }) => id))
        for (const [at, files] of records.entries()) {
          if (waiting.has(`r${at}`)) continue
          expect(server.records.get(`r${at}`)).toEqual({ times: 1, files: files.map((_, file) => `r${at}-file${file}`) })
        }
        now += 60_000
      }
      expect(await itemsIn(store)).toEqual([])
      for (const [at, files] of records.entries()) {
        expect(server.records.get(`r${at}`)?.times).toBe(1)
        for (const [file, bytes] of files.entries()) {
          const arrived = server.files.get(`r${at}-file${file}`)!
          expect(arrived.length).toBe(bytes)
          expect(arrived.every((value, index) => value === (index + file) % 251)).toBe(true)
        }
      }
      expect(store.drafts()).toBe(1)
    }),
    { numRuns: 60 },
  )
})

test('one that is refused goes aside with its reason, and the others are sent', async () => {
  const server = aServer(() => 'none')
  const store = aStore()
  for (const id of ['a', 'b', 'c']) await addItem(store, aRecord(id, []), 0)
  server.refused.add('b-save')
  const sent = await sendDue(store, server.carrier, () => 0)
  expect(sent.records).toBe(2)
  const [left, ...others] = await itemsIn(store)
  expect(others).toEqual([])
  expect(left).toMatchObject({ id: 'b', state: 'aside', problem: { kind: 'invalid', code: 'activities.refused' } })
})

test('one whose answers never come does not keep the others waiting', async () => {
  let now = 0
  const server = aServer(() => 'none')
  const carrier: Carrier = { ...server.carrier, sendPart: () => Promise.reject(new ApiError('offline', 'http.no_answer')) }
  const store = aStore()
  await addItem(store, aRecord('big', [PART_BYTES]), 0)
  await addItem(store, aRecord('small', []), 1)
  for (let round = 0; round < 2; round++) await sendDue(store, carrier, () => (now += 1))
  expect((await itemsIn(store)).map(({ id }) => id)).toEqual(['big'])
})

test('the wait grows after each failure, and a person may try at once', async () => {
  let now = 0
  const server = aServer(() => 'no network')
  const store = aStore()
  await addItem(store, aRecord('a', []), 0)
  const waits: number[] = []
  for (let round = 0; round < 4; round++) {
    await sendDue(store, server.carrier, () => now)
    const { dueAt } = (await itemsIn(store))[0]!
    waits.push(dueAt - now)
    now = dueAt
  }
  expect(waits).toEqual([5_000, 10_000, 20_000, 40_000])
  await change(store, 'a', { type: 'try_again' }, now)
  expect((await itemsIn(store))[0]).toMatchObject({ dueAt: now, failures: 0 })
})

test('what was put aside is not sent until it is taken up again', async () => {
  const server = aServer(() => 'none')
  const store = aStore()
  await addItem(store, aRecord('a', []), 0)
  await change(store, 'a', { type: 'put_aside' }, 0)
  await sendDue(store, server.carrier, () => 1)
  expect(server.records.size).toBe(0)
  await change(store, 'a', { type: 'try_again' }, 2)
  await sendDue(store, server.carrier, () => 2)
  expect(server.records.get('a')?.times).toBe(1)
})

test('a conflict keeps both sides until the person has chosen; the choice is a new command', async () => {
  const server = aServer(() => 'none')
  const difference = { part: 'title', mine: 'của em', theirs: 'của cô', byName: 'Cô Hà' }
  const carrier: Carrier = {
    ...server.carrier,
    sendCommand: async (sent) => ({ ...((await server.carrier.sendCommand(sent)) as object), conflicts: sent.operationId === 'a-save' ? [difference] : [] }),
  }
  const store = aStore()
  await addItem(store, aRecord('a', [10]), 0)
  await sendDue(store, carrier, () => 1)
  const item = (await itemsIn(store))[0] as OutboxItem
  expect(item).toMatchObject({ state: 'conflict', differences: [difference], attachments: [{ isAttached: true }] })
  await sendDue(store, carrier, () => 2)
  expect(await itemsIn(store)).toHaveLength(1)
  await change(store, 'a', { type: 'resolved', command: command('a-choice', { recordId: 'a' }) }, 3)
  await sendDue(store, carrier, () => 3)
  expect(await itemsIn(store)).toEqual([])
  expect(server.records.get('a')).toEqual({ times: 2, files: ['a-file0'] })
})

/** A server that counts revisions, and answers what it was sent with the newest one. */
function aRecordKeeper(nextFault: () => Fault = () => 'none') {
  const sent: OutboxCommand[] = []
  let revision = 0
  const carrier: Carrier = {
    ...aServer(() => 'none').carrier,
    sendCommand: async (one) => {
      const fault = nextFault()
      if (fault === 'no network') throw new ApiError('offline', 'http.no_answer')
      sent.push(one)
      revision += 1
      if (fault === 'answer lost') throw new ApiError('offline', 'http.no_answer')
      return { revision }
    },
  }
  return { carrier, sent }
}

function anEdit(operationId: string, revision: number, title: string): NewItem {
  return { id: 'a', unitId: 'u', title, command: command(operationId, { recordId: 'a', revision, title }), files: [] }
}

test('edits of one record go out in their order, each begun where the one before ended', async () => {
  let now = 0
  const faults: Fault[] = ['answer lost']
  const { carrier, sent } = aRecordKeeper(() => faults.shift() ?? 'none')
  const store = aStore()
  await addItem(store, anEdit('first', 0, 'Một'), now)
  await sendDue(store, carrier, () => now)
  await addItem(store, anEdit('second', 0, 'Hai'), ++now)
  await addItem(store, anEdit('third', 0, 'Ba'), ++now)
  expect((await itemsIn(store)).map(({ title }) => title)).toEqual(['Ba'])
  await sendDue(store, carrier, () => (now += 60_000))
  expect(await itemsIn(store)).toEqual([])
  // the second was typed over before it went out; the first is repeated, because its answer was lost
  expect(sent.map(({ operationId, input }) => [operationId, input['title'], input['revision']])).toEqual([
    ['first', 'Một', 0],
    ['first', 'Một', 0],
    ['third', 'Ba', 2],
  ])
})

test('an edit that has not gone out is replaced by the newer one', async () => {
  const { carrier, sent } = aRecordKeeper()
  const store = aStore()
  await addItem(store, anEdit('first', 3, 'Một'), 0)
  await addItem(store, anEdit('second', 3, 'Hai'), 1)
  await sendDue(store, carrier, () => 2)
  expect(sent.map(({ operationId, input }) => [operationId, input['revision']])).toEqual([['second', 3]])
})

test('what was refused is replaced by the corrected edit', async () => {
  const server = aServer(() => 'none')
  const store = aStore()
  server.refused.add('wrong')
  await addItem(store, anEdit('wrong', 1, 'Sai'), 0)
  await sendDue(store, server.carrier, () => 0)
  await addItem(store, anEdit('right', 1, 'Đúng'), 1)
  expect((await sendDue(store, server.carrier, () => 2)).records).toBe(1)
  expect(await itemsIn(store)).toEqual([])
})

test('an edit that joins while the record is being sent is neither lost nor sent twice', async () => {
  const { carrier, sent } = aRecordKeeper()
  const store = aStore()
  await addItem(store, anEdit('first', 0, 'Một'), 0)
  const meanwhile: Carrier = {
    ...carrier,
    sendCommand: async (one) => {
      if (sent.length === 0) await addItem(store, anEdit('second', 0, 'Hai'), 1)
      return carrier.sendCommand(one)
    },
  }
  await sendDue(store, meanwhile, () => 2)
  expect(sent.map(({ operationId, input }) => [operationId, input['revision']])).toEqual([['first', 0], ['second', 1]])
  expect(await itemsIn(store)).toEqual([])
})

test('pictures alone are tied to a record that the server has, and join one that waits', async () => {
  const server = aServer(() => 'none')
  const store = aStore()
  const { files } = aRecord('r', [20])
  await addItem(store, { id: 'r', unitId: 'u', title: 'r', command: null, files }, 0)
  await sendDue(store, server.carrier, () => 1)
  expect(server.records.get('r')).toEqual({ times: 0, files: ['r-file0'] })
  await addItem(store, aRecord('s', []), 2)
  await addItem(store, { ...aRecord('s', [5]), command: null }, 3)
  await sendDue(store, server.carrier, () => 4)
  expect(server.records.get('s')).toEqual({ times: 1, files: ['s-file0'] })
  expect(await itemsIn(store)).toEqual([])
})

test('what the person takes off the device while it is being sent does not come back', async () => {
  const server = aServer(() => 'none')
  const store = aStore()
  await addItem(store, aRecord('a', [PART_BYTES * 2]), 0)
  const carrier: Carrier = {
    ...server.carrier,
    sendPart: async (unit, part) => {
      await store.remove('queue', 'a')
      return server.carrier.sendPart(unit, part)
    },
  }
  await sendDue(store, carrier, () => 1)
  expect(await itemsIn(store)).toEqual([])
  expect(server.records.size).toBe(0)
})

test('five hundred submissions are all sent', async () => {
  const server = aServer(() => 'none')
  const store = aStore()
  for (let n = 0; n < 500; n++) await addItem(store, aRecord(`r${n}`, []), n)
  expect((await sendDue(store, server.carrier, () => 1_000)).records).toBe(500)
  expect(server.records.size).toBe(500)
})
