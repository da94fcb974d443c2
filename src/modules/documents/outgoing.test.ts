import { sql, type Transaction } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { commandFor } from '#core/access/operation.ts'
import type { Actor } from '#core/access/request.ts'
import type { Services } from '#core/services.ts'
import { listTodosOf } from '#core/todos/list-todos.ts'
import { contract } from '#platform/contract.ts'
import { drainJobs, testServices } from '#testing/services.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import * as z from 'zod/mini'

import { aReading } from './model/a-reading.ts'
import { EMPTY_READING } from './model/reading.ts'
import approveDocument from './operations/approve-document.ts'
import changeEntry from './operations/change-entry.ts'
import confirmReading from './operations/confirm-reading.ts'
import correctReading from './operations/correct-reading.ts'
import createDraft from './operations/create-draft.ts'
import getDocument from './operations/get-document.ts'
import issueDocument from './operations/issue-document.ts'
import linkDocuments from './operations/link-documents.ts'
import listDocuments from './operations/list-documents.ts'
import listRecipients from './operations/list-recipients.ts'
import markSeen from './operations/mark-seen.ts'
import numberDocument from './operations/number-document.ts'
import registerIncoming from './operations/register-incoming.ts'
import reserveNumber from './operations/reserve-number.ts'
import returnDocument from './operations/return-document.ts'
import submitDocument from './operations/submit-document.ts'
import withdrawDocument from './operations/withdraw-document.ts'
import { issueModel, registeredDocument, type ModelToIssue } from './public.ts'
import { documentTodos } from './todos.ts'

let world: World
let services: Services
let sector: Awaited<ReturnType<typeof aSector>>
let writer: Actor
let head: Actor
let clerk: Actor
let schoolClerk: Actor

beforeAll(async () => {
  world = await aWorld()
  services = testServices(world)
  sector = await aSector(world)
  writer = await world.person(sector.department, ['committee_secretary'])
  head = await world.person(sector.department, ['department_officer'])
  clerk = await world.person(sector.department, ['clerk'])
  schoolClerk = await world.person(sector.highSchool, ['clerk'])
})

async function drafted(reading = aReading({ number: null, symbol: null, date: null })) {
  const { documentId } = await createDraft.run(world.as(writer), { unitId: sector.department, direction: 'outgoing', reading })
  return documentId
}

async function approved() {
  const documentId = await drafted()
  await submitDocument.run(world.as(writer), { documentId, version: 1 })
  await approveDocument.run(world.as(head), { documentId, version: 2 })
  return documentId
}

async function numbered(number?: string) {
  const documentId = await approved()
  const given = await numberDocument.run(world.as(clerk), { documentId, version: 3, issuedOn: '2026-03-02', ...(number ? { number } : {}) })
  return { documentId, ...given }
}

async function issued(recipientUnitIds: string[], publish = false) {
  const { documentId } = await numbered()
  await issueDocument.run(world.as(clerk), { documentId, version: 4, recipientUnitIds, publish })
  await drainJobs(world, services)
  return documentId
}

const entriesOf = (sourceId: string) => world.rows(sql<{ id: string; unitId: string }>`select id, unit_id from documents.document where source_document_id = ${sourceId}`)

describe('a document of the unit', () => {
  it('goes from draft over approval and number to issue', async () => {
    const documentId = await drafted()
    expect(await submitDocument.run(world.as(writer), { documentId, version: 1 })).toEqual({ version: 2, state: 'review' })
    expect(await approveDocument.run(world.as(head), { documentId, version: 2 })).toEqual({ version: 3, state: 'approved' })
    const given = await numberDocument.run(world.as(clerk), { documentId, version: 3, issuedOn: '2026-03-02' })
    expect(given.symbol).toBe('KH-SM')
    expect(await issueDocument.run(world.as(clerk), { documentId, version: 4, recipientUnitIds: [], publish: false })).toEqual({ version: 5, state: 'issued' })

    const document = await getDocument.run(world.as(clerk), { documentId })
    expect(document.reading.header).toMatchObject({ number: given.numberText, symbol: 'KH-SM', date: '2026-03-02', place: 'Sông Mơ' })
    const actions = await world.rows(sql<{ action: string }>`select action from audit.entry where entity = ${documentId} order by number`)
    expect(actions.map(({ action }) => action.split('.')[1])).toEqual(['createDraft', 'submitDocument', 'approveDocument', 'numberDocument', 'issueDocument'])
  })

  it('has no number before it was given one, whatever its draft says', async () => {
    const documentId = await drafted(aReading({ number: '99', date: '2026-01-01' }))
    expect(await getDocument.run(world.as(writer), { documentId })).toMatchObject({ numberText: null, issuedOn: null, reading: { header: { number: null } } })
    await correctReading.run(world.as(writer), { documentId, version: 1, reading: aReading({ number: '98', date: '2026-01-01' }) })
    expect(await getDocument.run(world.as(writer), { documentId })).toMatchObject({ numberText: null, issuedOn: null })
  })

  it('takes no step that its state does not allow', async () => {
    const documentId = await drafted()
    const refused = { kind: 'conflict', code: 'documents.wrong_state' }
    await expect(approveDocument.run(world.as(head), { documentId, version: 1 })).rejects.toMatchObject(refused)
    await expect(numberDocument.run(world.as(clerk), { documentId, version: 1, issuedOn: '2026-03-02' })).rejects.toMatchObject(refused)
    await expect(issueDocument.run(world.as(clerk), { documentId, version: 1, recipientUnitIds: [], publish: false })).rejects.toMatchObject(refused)
    await expect(withdrawDocument.run(world.as(head), { documentId, version: 1, reason: 'Sai' })).rejects.toMatchObject(refused)
    await expect(returnDocument.run(world.as(head), { documentId, version: 1, note: 'Sửa' })).rejects.toMatchObject(refused)
    await expect(confirmReading.run(world.as(writer), { documentId, version: 1, reading: aReading() })).rejects.toMatchObject(refused)
  })

  it('is something else than an incoming one: that is neither submitted nor approved', async () => {
    const file = { name: 'a.pdf', mediaType: 'application/pdf', digest: 'c'.repeat(64), bytes: 1 }
    const { documentId } = await registerIncoming.run(world.as(writer), { unitId: sector.department, file, found: null })
    await expect(submitDocument.run(world.as(writer), { documentId, version: 1 })).rejects.toMatchObject({ code: 'documents.wrong_state' })
  })

  it('is approved by the head and numbered and issued by the clerk, nobody else', async () => {
    const documentId = await drafted()
    await submitDocument.run(world.as(writer), { documentId, version: 1 })
    await expect(approveDocument.run(world.as(clerk), { documentId, version: 2 })).rejects.toMatchObject({ kind: 'forbidden' })
    await approveDocument.run(world.as(head), { documentId, version: 2 })
    for (const actor of [head, writer]) {
      await expect(numberDocument.run(world.as(actor), { documentId, version: 3, issuedOn: '2026-03-02' })).rejects.toMatchObject({ kind: 'forbidden' })
    }
    await numberDocument.run(world.as(clerk), { documentId, version: 3, issuedOn: '2026-03-02' })
    await expect(issueDocument.run(world.as(head), { documentId, version: 4, recipientUnitIds: [], publish: false })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(issueDocument.run(world.as(schoolClerk), { documentId, version: 4, recipientUnitIds: [], publish: false })).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('is not submitted without subject or content', async () => {
    const bare = await drafted(EMPTY_READING)
    await expect(submitDocument.run(world.as(writer), { documentId: bare, version: 1 })).rejects.toMatchObject({ code: 'documents.reading_incomplete' })
    const heading = await drafted({ ...EMPTY_READING, header: aReading().header })
    await expect(submitDocument.run(world.as(writer), { documentId: heading, version: 1 })).rejects.toMatchObject({ code: 'documents.content_missing' })
  })

  it('is not submitted with characters that cannot be printed: printing comes after the commit', async () => {
    const documentId = await drafted(aReading({ title: 'Bình đẳng giới 🎉 năm 2026' }))
    await expect(submitDocument.run(world.as(writer), { documentId, version: 1 })).rejects.toMatchObject({ kind: 'invalid', code: 'documents.unprintable', params: { characters: '🎉' } })
  })

  it('comes back with a note and gives its number back', async () => {
    const { documentId, numberText } = await numbered()
    await returnDocument.run(world.as(head), { documentId, version: 4, note: 'Bổ sung kinh phí' })
    expect(await getDocument.run(world.as(writer), { documentId })).toMatchObject({ state: 'draft', returnedNote: 'Bổ sung kinh phí', numberText: null })
    expect((await numbered()).numberText).toBe(numberText)
  })

  it('refuses a number that another document bears, and names the next free one', async () => {
    const { numberText } = await numbered()
    const documentId = await approved()
    const next = String(Number(numberText) + 1).padStart(2, '0')
    await expect(numberDocument.run(world.as(clerk), { documentId, version: 3, issuedOn: '2026-03-02', number: numberText })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'documents.number_taken',
      params: { number: numberText, next },
    })
    await expect(numberDocument.run(world.as(clerk), { documentId, version: 3, issuedOn: '2026-03-02', number: 'mười' })).rejects.toMatchObject({ code: 'documents.number_invalid' })
  })

  it('changes its number while another asks for the old one, and neither waits for ever', async () => {
    for (let round = 60; round < 66; round++) {
      const { documentId } = await numbered(String(round))
      const settled = await Promise.allSettled([
        numberDocument.run(world.as(clerk), { documentId, version: 4, issuedOn: '2026-03-02', number: String(round + 20) }),
        reserveNumber.run(world.as(clerk), { unitId: sector.department, docType: 'Kế hoạch', year: 2026, number: String(round), note: 'Bản giấy' }),
      ])
      for (const one of settled) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'documents.number_taken' })
      expect(settled[0].status).toBe('fulfilled')
    }
  })

  it('is not issued without a number, nor to a unit that does not exist any more', async () => {
    const closed = await world.unit({ name: 'Phòng Giáo dục Cũ', level: 'district_office', professional: sector.department, until: '2025-07-01' })
    const documentId = await approved()
    await expect(issueDocument.run(world.as(clerk), { documentId, version: 3, recipientUnitIds: [], publish: false })).rejects.toMatchObject({ code: 'documents.number_missing' })
    await numberDocument.run(world.as(clerk), { documentId, version: 3, issuedOn: '2026-03-02' })
    await expect(issueDocument.run(world.as(clerk), { documentId, version: 4, recipientUnitIds: [closed], publish: false })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'documents.recipient_closed',
      params: { name: 'Phòng Giáo dục Cũ' },
    })
  })
})

describe('issuing', () => {
  it('prints DOCX and PDF, frozen under their digests', async () => {
    const documentId = await issued([])
    const { files } = await getDocument.run(world.as(clerk), { documentId })
    expect(files.map(({ role, frozen }) => ({ role, frozen }))).toEqual([
      { role: 'docx', frozen: true },
      { role: 'pdf', frozen: true },
    ])
    for (const { role, name, digest, bytes } of files) {
      expect(name).toMatch(/^\d+-KH-SM\.(docx|pdf)$/)
      const chunks: Buffer[] = []
      for await (const chunk of await services.files.read(digest)) chunks.push(chunk as Buffer)
      const content = Buffer.concat(chunks)
      expect(content.length).toBe(bytes)
      expect(content.subarray(0, role === 'pdf' ? 5 : 2).toString()).toBe(role === 'pdf' ? '%PDF-' : 'PK')
    }
  })

  it('puts a confirmed entry with the same files into the register of each recipient', async () => {
    const sourceId = await issued([sector.highSchool, sector.primarySchool])
    const source = await getDocument.run(world.as(clerk), { documentId: sourceId })
    const entries = await entriesOf(sourceId)
    expect(entries.map((entry) => entry.unitId).sort()).toEqual([sector.highSchool, sector.primarySchool].sort())
    const own = entries.find((entry) => entry.unitId === sector.highSchool)!.id
    const received = await getDocument.run(world.as(schoolClerk), { documentId: own })
    expect(received).toMatchObject({ direction: 'incoming', state: 'registered', readingSource: 'inside', issuer: 'Sở Giáo dục và Đào tạo Sông Mơ', numberText: source.numberText })
    expect(received.arrivalNumber).toBeGreaterThan(0)
    expect(received.files.map(({ digest }) => digest)).toEqual(source.files.map(({ digest }) => digest))
    expect(source.recipients.every(({ deliveredAt }) => deliveredAt !== null)).toBe(true)
  })

  it('delivers once, also when the job runs again', async () => {
    const sourceId = await issued([sector.highSchool])
    await world.db.transaction().execute((tx) => world.jobs.enqueue(tx as Transaction<unknown>, 'documents.render', { documentId: sourceId }))
    await drainJobs(world, services)
    expect(await entriesOf(sourceId)).toHaveLength(1)
  })

  it('lets the issuer see who has opened it', async () => {
    const sourceId = await issued([sector.highSchool])
    const [entry] = await entriesOf(sourceId)
    await markSeen.run(world.as(schoolClerk), { documentId: entry!.id })
    await drainJobs(world, services)
    expect((await getDocument.run(world.as(clerk), { documentId: sourceId })).recipients).toMatchObject([{ unitId: sector.highSchool, seenAt: world.now }])
  })

  it('is readable below when it is published, and only then', async () => {
    const open = await issued([], true)
    const shut = await issued([], false)
    const teacher = await world.person(sector.primarySchool, ['teacher'])
    expect(await getDocument.run(world.as(teacher), { documentId: open })).toMatchObject({ unitName: 'Sở Giáo dục Sông Mơ', files: [{ role: 'docx' }, { role: 'pdf' }] })
    await changeEntry.run(world.as(clerk), { documentId: open, urgency: 'normal', handledBy: 'Chị Hà', copyKeeper: null, copies: 3, forwardedOn: null, receiptBy: null, note: 'Hỏi lại Văn phòng' })
    expect(await getDocument.run(world.as(teacher), { documentId: open })).toMatchObject({ handledBy: null, copies: null, note: null, readText: null })
    expect(await getDocument.run(world.as(clerk), { documentId: open })).toMatchObject({ handledBy: 'Chị Hà', copies: 3, note: 'Hỏi lại Văn phòng' })
    await expect(getDocument.run(world.as(teacher), { documentId: shut })).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('shows the superior what a unit has issued, not what it is writing', async () => {
    const officer = await world.person(sector.ministry, ['ministry_officer'])
    const shown = await issued([])
    const hidden = await drafted()
    expect(await getDocument.run(world.as(officer), { documentId: shown })).toMatchObject({ state: 'issued' })
    await expect(getDocument.run(world.as(officer), { documentId: hidden })).rejects.toMatchObject({ kind: 'not_found' })
    const { documents } = await listDocuments.run(world.as(officer), { unitId: sector.department, limit: 200 })
    expect(documents.every(({ state, note }) => (state === 'issued' || state === 'withdrawn') && note === null)).toBe(true)
  })

  it('does not tell a superior of the drafts below that cite a document', async () => {
    const documentId = await issued([], true)
    const { numberText, symbol } = await getDocument.run(world.as(clerk), { documentId })
    const draft = await createDraft.run(world.as(schoolClerk), { unitId: sector.highSchool, direction: 'outgoing', reading: aReading({ number: null, symbol: null, date: null }) })
    await linkDocuments.run(world.as(schoolClerk), { documentId: draft.documentId, links: [{ docType: 'Kế hoạch', numberText, symbol, issuedOn: null, issuer: null, subject: null }] })
    const citing = async (actor: Actor) => (await getDocument.run(world.as(actor), { documentId })).citedBy.map(({ id }) => id)
    expect(await citing(schoolClerk)).toEqual([draft.documentId])
    expect(await citing(head)).toEqual([])
  })

  it('delivers nothing more once it is withdrawn, even while it is being printed', async () => {
    const { documentId } = await numbered()
    await issueDocument.run(world.as(clerk), { documentId, version: 4, recipientUnitIds: [sector.highSchool], publish: false })
    const pdf: Services['writer']['pdf'] = async (model) => {
      await withdrawDocument.run(world.as(head), { documentId, version: 5, reason: 'Sai căn cứ' })
      return services.writer.pdf(model)
    }
    await drainJobs(world, { ...services, writer: { ...services.writer, pdf } })
    expect(await entriesOf(documentId)).toEqual([])
  })

  it('is taken back at the recipients as well when it is withdrawn', async () => {
    const sourceId = await issued([sector.highSchool])
    await withdrawDocument.run(world.as(head), { documentId: sourceId, version: 5, reason: 'Sai căn cứ' })
    await drainJobs(world, services)
    const [entry] = await entriesOf(sourceId)
    expect(await getDocument.run(world.as(schoolClerk), { documentId: entry!.id })).toMatchObject({ state: 'withdrawn', withdrawnNote: 'Sai căn cứ' })
  })
})

describe('recipients', () => {
  it('are chosen from the tree of today by group and level of schooling', async () => {
    const list = async (input: object) => (await listRecipients.run(world.as(clerk), { unitId: sector.department, ...input } as never)).map(({ unitId }) => unitId)
    expect((await list({ group: 'schools' })).sort()).toEqual([sector.highSchool, sector.primarySchool].sort())
    expect(await list({ group: 'schools', schoolLevel: 'primary' })).toEqual([sector.primarySchool])
    expect(await list({ group: 'communes' })).toEqual([sector.commune])
    expect((await list({ group: 'all' })).sort()).toEqual([sector.commune, sector.highSchool, sector.primarySchool].sort())
  })
})

describe('another module', () => {
  const issuePlan = contract({ name: 'test.issuePlan', route: 'POST /api/test', permission: 'documents.approve', summary: 'Test', input: z.object({}), output: z.object({ documentId: z.string(), numberText: z.string(), symbol: z.string() }) })
  const issuing = (input: ModelToIssue) =>
    commandFor<object>()(issuePlan, async (ctx) => {
      await ctx.allow('documents.approve', input.unitId)
      const given = await issueModel(ctx, input)
      expect((await registeredDocument(ctx.tx, given.documentId)).state).toBe('issued')
      return given
    })
  const plan = (over: Partial<ModelToIssue> = {}): ModelToIssue => ({
    unitId: sector.department,
    docType: 'Kế hoạch',
    symbol: null,
    issuedOn: '2026-03-02',
    subject: 'Bình đẳng giới năm 2026',
    model: aReading(),
    recipientUnitIds: [sector.highSchool],
    recipientsText: ['Như trên', 'Lưu: VT'],
    publish: true,
    ...over,
  })

  it('issues an approved model in its own transaction, and it is printed and delivered', async () => {
    const { documentId, numberText, symbol } = await issuing(plan()).run(world.as(head), {})
    expect(symbol).toBe('KH-SM')
    await drainJobs(world, services)
    const document = await getDocument.run(world.as(clerk), { documentId })
    expect(document).toMatchObject({ state: 'issued', direction: 'outgoing', numberText, published: true, subject: 'Bình đẳng giới năm 2026', recipientsText: ['Như trên', 'Lưu: VT'] })
    expect(document.files).toHaveLength(2)
    expect(await entriesOf(documentId)).toHaveLength(1)
  })

  it('leaves nothing behind when its transaction fails', async () => {
    const before = await world.rows(sql`select 1 from documents.taken_number`)
    await expect(issuing(plan({ recipientUnitIds: ['0190f5a0-0000-7000-8000-00000000dead'] })).run(world.as(head), {})).rejects.toMatchObject({ kind: 'not_found' })
    expect(await world.rows(sql`select 1 from documents.taken_number`)).toHaveLength(before.length)
  })

  it('hears of what was issued, delivered and confirmed', async () => {
    const heard: unknown[] = []
    const jobs = { ...world.jobs, publish: async (...[tx, event, data]: Parameters<typeof world.jobs.publish>) => void (heard.push([event, data]), await world.jobs.publish(tx, event, data)) }
    const listening = { ...services, systemRequest: () => ({ ...services.systemRequest(), jobs }) }
    const { documentId } = await issuing(plan({ docType: 'Công văn' })).run({ ...world.as(head), jobs }, {})
    await drainJobs(world, listening)
    const [entry] = await entriesOf(documentId)
    const found = { reading: aReading(), readText: '' }
    const file = { name: 'a.pdf', mediaType: 'application/pdf', digest: 'a'.repeat(64), bytes: 1 }
    const own = await registerIncoming.run({ ...world.as(schoolClerk), jobs }, { unitId: sector.highSchool, file, found })
    await confirmReading.run({ ...world.as(schoolClerk), jobs }, { documentId: own.documentId, version: 1, reading: aReading() })
    expect(heard).toEqual([
      ['documents.issued', { documentId, unitId: sector.department, docType: 'Công văn' }],
      ['documents.delivered', { documentId: entry!.id, unitId: sector.highSchool, sourceDocumentId: documentId, docType: 'Công văn' }],
      ['documents.confirmed', { documentId: own.documentId, unitId: sector.highSchool, docType: 'Kế hoạch' }],
    ])
  })
})

describe('what to do next', () => {
  it('is shown to whoever can do it, with one button', async () => {
    const school = await world.unit({ name: 'Trường THPT Việc Cần Làm', professional: sector.department })
    const [clerkThere, principal, teacher] = [await world.person(school, ['clerk']), await world.person(school, ['principal']), await world.person(school, ['teacher'])]
    const file = { name: 'a.pdf', mediaType: 'application/pdf', digest: 'b'.repeat(64), bytes: 1 }
    await registerIncoming.run(world.as(clerkThere), { unitId: school, file, found: { reading: aReading(), readText: '' } })
    const { documentId } = await createDraft.run(world.as(clerkThere), { unitId: school, direction: 'outgoing', reading: aReading() })
    await submitDocument.run(world.as(clerkThere), { documentId, version: 1 })


    const todosOf = async (actor: Actor) => (await listTodosOf([documentTodos]).run(world.as(actor), { unitId: school })).map(({ titleKey }) => titleKey)
    expect(await todosOf(clerkThere)).toEqual(['documents.todo.confirm_title'])
    expect(await todosOf(principal)).toEqual(['documents.todo.approve_title', 'documents.todo.confirm_title'])
    expect(await todosOf(teacher)).toEqual([])
    await approveDocument.run(world.as(principal), { documentId, version: 2 })
    expect(await todosOf(clerkThere)).toEqual(['documents.todo.number_title', 'documents.todo.confirm_title'])
  })
})
