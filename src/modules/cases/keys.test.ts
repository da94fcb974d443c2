import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '#core/access/operation.ts'
import type { Actor } from '#core/access/request.ts'
import { openKeys, PASSPHRASE, withKeys } from '#testing/case-keys.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import type { Report } from './model/report.ts'
import addStep from './operations/add-step.ts'
import answerRecovery from './operations/answer-recovery.ts'
import changePassphrase from './operations/change-passphrase.ts'
import chooseKeepers from './operations/choose-keepers.ts'
import confirmKey from './operations/confirm-key.ts'
import getKey from './operations/get-key.ts'
import makeKey from './operations/make-key.ts'
import openKey from './operations/open-key.ts'
import readCase from './operations/read-case.ts'
import { receiveReport } from './operations/receive-report.ts'

// The life of a key: lost, got back by two of three, made anew, changed, left behind. Only the right people open.

const NEW = 'một câu khóa khác hẳn'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let [handler, colleague, head, above, secondAbove]: Actor[] = []

async function aCase(unitId = sector.highSchool): Promise<string> {
  const report: Report = { happening: 'other', reporter: '', danger: '', story: 'Em kể', place: '', name: '', contact: '', language: 'vi', hideFrom: { head: false, handlers: [], others: '' } }
  await receiveReport(world.as(null), { unitId, formId: crypto.randomUUID(), report, files: [] })
  return (await world.rows(sql<{ id: string }>`select id from cases.case_file order by id desc limit 1`))[0]!.id
}
const unitId = () => sector.highSchool
const opens = (actor: Actor, caseId: string) => readCase.run(world.as(actor), { caseId }).then(({ report }) => report.story, (error: { code: string }) => error.code)
const open = (actor: Actor, passphrase: string) => openKey.run(world.as(actor), { unitId: unitId(), passphrase })
const waitingId = async (actor: Actor) => (await getKey.run(world.as(actor), { unitId: actor.grants[0]!.unitId })).requests[0]!.pairId

beforeAll(async () => {
  world = await aWorld()
  sector = await aSector(world)
  handler = await world.person(sector.highSchool, ['case_handler'], { name: 'Nguyễn Thị Hoa' })
  colleague = await world.person(sector.highSchool, ['case_handler'], { name: 'Lê Văn Sông' })
  head = await world.person(sector.highSchool, ['principal'], { name: 'Trần Văn Minh' })
  above = await world.person(sector.department, ['case_handler'], { name: 'Đỗ Thị Mây' })
  secondAbove = await world.person(sector.department, ['principal'], { name: 'Phạm Văn Núi' })
  await withKeys(world, [handler, colleague, head, above, secondAbove])
})

describe('a passphrase', () => {
  it('opens for ten minutes of one session; a wrong one opens nothing and is counted', async () => {
    const caseId = await aCase()
    const elsewhere = { ...handler!, sessionId: crypto.randomUUID() }
    for (let n = 0; n < 5; n++) await expect(open(elsewhere, 'không phải câu này đâu')).rejects.toMatchObject({ code: 'cases.passphrase_wrong' })
    await expect(open(elsewhere, PASSPHRASE)).rejects.toMatchObject({ code: 'cases.wait', params: { seconds: 60 } })
    expect(await opens(elsewhere, caseId)).toBe('cases.locked')
    expect(await opens(handler!, caseId)).toBe('Em kể')
    world.now = new Date(world.now.getTime() + 61_000)
    await open(elsewhere, PASSPHRASE)
    expect(await opens(elsewhere, caseId)).toBe('Em kể')
  })

  it('is changed with the old one, and opens the same cases', async () => {
    const caseId = await aCase()
    await expect(changePassphrase.run(world.as(handler!), { unitId: unitId(), passphrase: NEW, next: NEW })).rejects.toMatchObject({ code: 'cases.passphrase_wrong' })
    await changePassphrase.run(world.as(handler!), { unitId: unitId(), passphrase: PASSPHRASE, next: NEW })
    await expect(open(handler!, PASSPHRASE)).rejects.toMatchObject({ code: 'cases.passphrase_wrong' })
    await open(handler!, NEW)
    expect(await opens(handler!, caseId)).toBe('Em kể')
    await changePassphrase.run(world.as(handler!), { unitId: unitId(), passphrase: NEW, next: PASSPHRASE })
  })

  it('is nowhere in the database, nor what it opens', async () => {
    const [row] = await world.rows(sql<{ text: string }>`select string_agg(p::text, '') || (select string_agg(o::text, '') from cases.opened_key o) as text from cases.key_pair p`)
    expect(row!.text).not.toContain(PASSPHRASE)
    expect(row!.text).not.toContain(Buffer.from(PASSPHRASE).toString('hex'))
  })
})

describe('a passphrase that is lost', () => {
  it('comes back by two of three keepers, with every case and every piece that was kept for others', async () => {
    const caseId = await aCase()
    await openKeys(world, [handler!, colleague!, head!, above!, secondAbove!])
    await chooseKeepers.run(world.as(handler!), { unitId: unitId(), accountIds: [head!.accountId, above!.accountId, secondAbove!.accountId] })
    await chooseKeepers.run(world.as(colleague!), { unitId: unitId(), accountIds: [handler!.accountId, above!.accountId, head!.accountId] })
    expect(await makeKey.run(world.as(handler!), { unitId: unitId(), passphrase: NEW })).toEqual({ state: 'waiting' })
    await expect(open(handler!, NEW)).rejects.toMatchObject({ code: 'cases.key_waiting' })
    const pairId = await waitingId(head!)
    expect(await answerRecovery.run(world.as(head!), { unitId: unitId(), pairId })).toEqual({ answered: 1 })
    await expect(open(handler!, NEW)).rejects.toMatchObject({ code: 'cases.key_waiting' })
    await expect(answerRecovery.run(world.as(colleague!), { unitId: unitId(), pairId })).rejects.toMatchObject({ code: 'cases.no_request' })
    expect(await answerRecovery.run(world.as(secondAbove!), { unitId: sector.department, pairId })).toEqual({ answered: 2 })
    await open(handler!, NEW)
    expect(await opens(handler!, caseId)).toBe('Em kể')
    await expect(open(handler!, PASSPHRASE)).rejects.toMatchObject({ code: 'cases.passphrase_wrong' })
    // The pieces for the colleague are kept by the new key, and those of the own key by the same three.
    expect((await getKey.run(world.as(colleague!), { unitId: unitId() })).keepers).toHaveLength(3)
    expect((await getKey.run(world.as(handler!), { unitId: unitId() })).keepers).toHaveLength(3)
    await changePassphrase.run(world.as(handler!), { unitId: unitId(), passphrase: NEW, next: PASSPHRASE })
  })

  it('and remembered again drops the key that was waiting', async () => {
    await makeKey.run(world.as(handler!), { unitId: unitId(), passphrase: NEW })
    await open(handler!, PASSPHRASE)
    await expect(open(handler!, NEW)).rejects.toMatchObject({ code: 'cases.passphrase_wrong' })
    expect((await getKey.run(world.as(handler!), { unitId: unitId() })).state).toBe('current')
  })

  it('without keepers is vouched for by a colleague, and opens what the colleague opens first', async () => {
    const caseId = await aCase()
    await makeKey.run(world.as(head!), { unitId: unitId(), passphrase: NEW })
    await makeKey.run(world.as(handler!), { unitId: unitId(), passphrase: NEW })
    const { requests } = await getKey.run(world.as(colleague!), { unitId: unitId() })
    const mine = requests.find(({ name }) => name === 'Nguyễn Thị Hoa')!
    await expect(confirmKey.run(world.as(handler!), { unitId: unitId(), pairId: mine.pairId })).rejects.toMatchObject({ code: 'cases.no_request' })
    await confirmKey.run(world.as(colleague!), { unitId: unitId(), pairId: mine.pairId })
    await open(handler!, NEW)
    expect(await opens(handler!, caseId)).toBe('cases.no_share')
    expect(await opens(colleague!, caseId)).toBe('Em kể')
    expect(await opens(handler!, caseId)).toBe('Em kể')
    await changePassphrase.run(world.as(handler!), { unitId: unitId(), passphrase: NEW, next: PASSPHRASE })
    await open(head!, PASSPHRASE)
  })
})

it('a reset password gives nobody the cases: a key made anew waits, also for new reports', async () => {
  const caseId = await aCase()
  const thief: Actor = { ...handler!, sessionId: crypto.randomUUID() }
  await asSystem(world.as(null), (tx) => sql`update access.account set password_hash = 'set by somebody else' where id = ${handler!.accountId}`.execute(tx))
  expect(await opens(thief, caseId)).toBe('cases.locked')
  await makeKey.run(world.as(thief), { unitId: unitId(), passphrase: NEW })
  await expect(openKey.run(world.as(thief), { unitId: unitId(), passphrase: NEW })).rejects.toMatchObject({ code: 'cases.key_waiting' })
  expect(await opens(thief, caseId)).toBe('cases.locked')
  expect(await opens(thief, await aCase())).toBe('cases.locked')
  expect(await opens(handler!, caseId)).toBe('Em kể')
  await openKey.run(world.as(handler!), { unitId: unitId(), passphrase: PASSPHRASE })
})

it('who leaves loses the keys with the next opening, and what is noted afterwards has a key that was never theirs', async () => {
  const leaving = await world.person(sector.highSchool, ['case_handler'], { name: 'Bùi Văn Đi' })
  await withKeys(world, [leaving])
  await openKeys(world, [colleague!])
  const caseId = await aCase()
  expect(await opens(leaving, caseId)).toBe('Em kể')
  const keysOf = (accountId: string) => world.rows(sql<{ keyId: string }>`select key_id from cases.key_share where case_id = ${caseId} and account_id = ${accountId}`)
  const before = (await keysOf(leaving.accountId)).map(({ keyId }) => keyId)
  await asSystem(world.as(null), (tx) => sql`delete from access.role_grant where account_id = ${leaving.accountId}`.execute(tx))
  await addStep.run(world.as(colleague!), { caseId, step: { kind: 'noted', note: 'Sau khi đi' } })
  expect(await keysOf(leaving.accountId)).toEqual([])
  const [noted] = await world.rows(sql<{ keyId: string }>`select key_id from cases.entry where case_id = ${caseId} and kind = 'noted'`)
  expect(before).not.toContain(noted!.keyId)
  await world.rows(sql`insert into access.role_grant (province_id, id, unit_id, account_id, role, line, valid) select '01', gen_random_uuid(), ${sector.highSchool}, ${leaving.accountId}, 'case_handler', 'either', '[2020-01-01,)'`)
  expect(await opens(leaving, caseId)).toBe('cases.not_found')
})

it('a unit whose handlers have no key takes no report: it goes to the body above', async () => {
  const school = await world.unit({ name: 'Trường THPT Bến Mơ', professional: sector.department })
  await world.person(school, ['case_handler'], { name: 'Mai Thị Mới' })
  await aCase(school)
  expect(await world.rows(sql`select unit_id from cases.case_file where about_unit_id = ${school}`)).toEqual([{ unitId: sector.department }])
})

it('whoever has the database, the master key and the program opens no case: every key of it is sealed to a pair', async () => {
  const { vault } = world.as(null)
  const rows = await world.rows(sql<{ sealed: Buffer }>`select sealed from cases.key_share union all select private_key from cases.key_pair where private_key is not null union all select private_key from cases.opened_key union all select told_key from cases.follow_up`)
  expect(rows.length).toBeGreaterThan(10)
  for (const { sealed } of rows) for (const place of ['', 'cases.key', 'wrap']) expect(() => vault.key!.unwrap(sealed, place)).toThrow()
})
