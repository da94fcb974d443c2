import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { asPerson, asSystem, inRole } from '#core/access/operation.ts'
import type { Actor } from '#core/access/request.ts'
import checkAudit from '#core/audit/operations/check-audit.ts'
import listAudit from '#core/audit/operations/list-audit.ts'
import { vaultOf } from '#platform/vault.ts'
import { withKeys } from '#testing/case-keys.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { receiveReport, type SentReport } from './operations/receive-report.ts'
import { newKey, SealBroken } from '#platform/sealing.ts'
import { keysOf, type CaseKey } from './case-key-store.ts'
import { openedPair } from './opened-store.ts'
import { asIntake, casesTables } from './store.ts'
import type { CasesDb } from './tables.ts'
import { newBoxPair } from '#platform/sealed-box.ts'
import { caseSeal } from './sealed-store.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let handler: Actor
let other: Actor
let head: Actor

const MARKER = 'Chuyện của em ở Dấu-Hiệu-Riêng-7391'
const aReport = (changes: Partial<SentReport['report']> = {}): SentReport['report'] => ({
  happening: 'violence', reporter: 'self', danger: 'no', story: MARKER, place: `${MARKER} sân sau`, name: MARKER, contact: MARKER,
  hideFrom: { head: false, handlers: [], others: '' }, language: 'vi', ...changes,
})
const send = (changes: Partial<SentReport> = {}) => receiveReport(world.as(null), { unitId: sector.highSchool, formId: crypto.randomUUID(), report: aReport(), files: [], ...changes })
const ctxOf = (actor: Actor) => ({ actor, now: world.now, vault: world.as(null).vault, sessionSecret: world.as(actor).sessionSecret ?? null })
const caseIds = async () => (await world.rows(sql<{ id: string }>`select id from cases.case_file order by received_at, id`)).map(({ id }) => id)

beforeAll(async () => {
  world = await aWorld()
  sector = await aSector(world)
  head = await world.person(sector.highSchool, ['principal'], { name: 'Trần Văn Minh' })
  handler = await world.person(sector.highSchool, ['case_handler'], { name: 'Nguyễn Thị Hoa' })
  other = await world.person(sector.department, ['case_handler', 'department_officer'], { name: 'Lê Thị Mây' })
  await withKeys(world, [handler, other])
})

describe('the database', () => {
  it.each(['case_file', 'seat', 'entry', 'attachment', 'access_log', 'follow_up', 'help_line_change', 'key_pair', 'opened_key', 'key_keeper', 'key_answer', 'case_key', 'key_share'])('refuses cases.%s to every role of ordinary requests', async (table) => {
    const reading = (tx: Parameters<Parameters<typeof asSystem>[1]>[0]) => sql`select 1 from ${sql.table(`cases.${table}`)}`.execute(tx as never)
    for (const actor of [handler, head, other]) await expect(asPerson(world.as(actor), null, reading as never)).rejects.toThrow('permission denied for schema cases')
    await expect(asPerson(world.as(head), 'songhanh_nation', reading as never)).rejects.toThrow('permission denied for schema cases')
    await expect(asSystem(world.as(null), reading)).rejects.toThrow('permission denied for schema cases')
  })

  it('shows a person the cases with a seat alone, in the role of cases as well', async () => {
    await send()
    const [id] = await caseIds()
    const seen = (actor: Actor, table: string) => asPerson(world.as(actor), null, (tx) => inRole(tx, 'songhanh_cases', () => sql`select * from ${sql.table(`cases.${table}`)}`.execute(tx)))
    expect((await seen(handler, 'case_file')).rows).toMatchObject([{ id, state: 'received', number: 1 }])
    for (const actor of [head, other]) expect((await seen(actor, 'case_file')).rows).toEqual([])
    await expect(seen(handler, 'follow_up')).rejects.toThrow('permission denied')
  })

  it('lets nobody change or remove what has been entered', async () => {
    for (const statement of [sql`delete from cases.entry`, sql`update cases.entry set number = 9`, sql`delete from cases.access_log`, sql`update cases.case_file set report = report`, sql`delete from cases.case_file`]) {
      await expect(asPerson(world.as(handler), null, (tx) => inRole(tx, 'songhanh_cases', () => statement.execute(tx)))).rejects.toThrow('permission denied')
      await expect(asSystem(world.as(null), (tx) => inRole(tx, 'songhanh_cases_intake', () => statement.execute(tx)))).rejects.toThrow('permission denied')
    }
  })
})

describe('what was told', () => {
  it('stands in clear in no table of the whole database', async () => {
    const formId = crypto.randomUUID()
    const { code, secret } = await send({ formId, files: [{ name: `${MARKER}.txt`, mediaType: 'text/plain', bytes: Buffer.from(MARKER) }] })
    const tables = await world.rows(sql<{ name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`)
    expect(tables.length).toBeGreaterThan(50)
    const hex = (text: string) => Buffer.from(text).toString('hex')
    for (const { name } of tables) {
      const [row] = await world.rows(sql<{ text: string | null }>`select string_agg(t::text, ' ') as text from ${sql.raw(name)} t`)
      const text = (row?.text ?? '').replaceAll(/\s/g, ' ')
      for (const marker of ['Riêng-7391', secret, code, formId]) {
        expect(text.includes(marker), `${name} holds ${marker}`).toBe(false)
        expect(text.includes(hex(marker)), `${name} holds ${marker} as bytes`).toBe(false)
      }
    }
  })

  it('opens with a key that is sealed to a handler, at its place alone; the program has none, with the master key as well', async () => {
    const rows = await world.rows(sql<{ id: string; report: Buffer }>`select id, report from cases.case_file order by number limit 2`)
    const [one, two] = [rows[0]!, rows[1]!]
    const pair = await asPerson(world.as(handler), null, (tx) => openedPair({ ...ctxOf(handler), tx: casesTables(tx as never) } as never))
    const told = async (caseId: string) => {
      const keys = await asSystem<CasesDb, CaseKey[]>(world.as(null), (tx) => asIntake(tx, () => keysOf(tx, caseId, pair)))
      const key = keys.find(({ kind }) => kind === 'told')!
      return caseSeal(key.id, key.bytes, caseId)
    }
    expect((await told(one.id)).read(one.report, 'report')).toEqual(aReport())
    expect(() => caseSeal('', newKey(), one.id).read(one.report, 'report')).toThrow(SealBroken)
    const [first, second] = [await told(one.id), await told(two.id)]
    expect(() => first.read(two.report, 'report')).toThrow(SealBroken)
    expect(() => second.read(one.report, 'report')).toThrow(SealBroken)
    expect(() => first.read(one.report, 'entry.body:x')).toThrow(SealBroken)
    const stranger = { ...newBoxPair(), id: pair.id, accountId: pair.accountId }
    await expect(asSystem<CasesDb, unknown>(world.as(null), (tx) => asIntake(tx, () => keysOf(tx, one.id, stranger)))).rejects.toThrow(SealBroken)
  })

  it('is not taken while the master key is missing, and the refusal is a sentence', async () => {
    const before = await caseIds()
    const closed = { ...world.as(null), vault: vaultOf('missing') }
    await expect(receiveReport(closed, { unitId: sector.highSchool, formId: crypto.randomUUID(), report: aReport(), files: [] })).rejects.toMatchObject({ kind: 'unavailable', code: 'cases.key_missing' })
    expect(await caseIds()).toEqual(before)
  })
})

describe('a report', () => {
  it('that comes twice with one form is one, and gives the same code', async () => {
    const formId = crypto.randomUUID()
    const before = (await caseIds()).length
    const answers = await Promise.all([send({ formId }), send({ formId })])
    expect(await send({ formId })).toEqual(answers[0])
    expect((await caseIds()).length).toBe(before + 1)
  })

  it('goes past the school when its head is named, and is told there', async () => {
    await send({ report: aReport({ hideFrom: { head: true, handlers: [], others: '' } }) })
    const [row] = await world.rows(sql<{ unitId: string; aboutUnitId: string; id: string }>`select id, unit_id, about_unit_id from cases.case_file order by received_at desc, id desc limit 1`)
    expect(row).toMatchObject({ unitId: sector.department, aboutUnitId: sector.highSchool })
    const told = await world.rows(sql<{ accountId: string; params: unknown; href: string }>`select account_id, params, href from notifications.message where once = ${`cases.received:${row!.id}`}`)
    expect(told).toEqual([{ accountId: other.accountId, params: {}, href: '/viec-rieng' }])
  })

  it('is refused when everybody who could take it is named', async () => {
    await expect(send({ report: aReport({ hideFrom: { head: true, handlers: [other.accountId], others: '' } }) })).rejects.toMatchObject({ code: 'cases.nobody_left' })
  })

  it('leaves its number in the audit, and no word of it', async () => {
    const entries = await world.rows(sql<Record<string, unknown>>`select action, account_id, before, after from audit.entry where action like 'cases.%' and action not like 'cases.%Key'`)
    expect(entries.length).toBeGreaterThan(0)
    for (const entry of entries) expect(entry).toEqual({ action: 'cases.receiveReport', accountId: null, before: null, after: null })
  })

  it('does not show in the list of the audit, not even to the head; the chain holds all the same', async () => {
    const { entries } = await listAudit.run(world.as(head), { unitId: sector.highSchool, limit: 50 })
    expect(entries).toEqual([])
    expect(await checkAudit.run(world.as(head), { unitId: sector.highSchool })).toMatchObject({ broken: null })
  })
})
