import { asSystem } from '#core/access/operation.ts'
import type { Request } from '#core/access/request.ts'
import { sealedEntity, writeAudit } from '#core/audit/store.ts'
import { notifierOf } from '#modules/notifications/public.ts'
import { holidaysOf } from '#core/periods/store.ts'
import { addDays, dayOf } from '#platform/clock.ts'
import { untyped } from '#platform/db/connect.ts'
import { parseInput } from '#platform/operation.ts'
import { tellSeats } from '../alert-store.ts'
import { addCaseKey, receiversOf, shareKeys, toldKeyId } from '../case-key-store.ts'
import { codeDigest, toldKeyOf } from '../follow-up-store.ts'
import { bodiesOf, followUpOf } from '../intake-store.ts'
import { clocksOf, isIgnored, TELL_LIMIT_HOURS, type DatedStep } from '../model/clocks.ts'
import type { FollowUpCode } from '../model/follow-up-code.ts'
import { Report } from '../model/report.ts'
import { routeReport, type Route } from '../model/routing.ts'
import { Message, type StepBody } from '../model/steps.ts'
import { signProof } from '../proof-of-time-store.ts'
import { caseSeal, keyOf, type CaseSeal } from '../sealed-store.ts'
import { addEntry, addSeats, asIntake, caseOf, entriesOf, lockCase, seatsOf, type CaseRow, type Tx } from '../store.ts'
import type { CasesDb } from '../tables.ts'
import type { Conversation } from '../templates/messages-page.ts'

/** Days that a clock can reach. */
const AHEAD = 60

/** What a reporter opens: the case, and the key of what was told. */
export interface Reporting {
  readonly caseId: string
  readonly toldKey: Buffer
}

/** The case that a code and its secret open; null when they do not fit. Takes the same time either way. */
export async function caseOfCode(request: Request, followUp: FollowUpCode): Promise<Reporting | null> {
  const master = keyOf(request.vault)
  const stored = await asSystem<CasesDb, Awaited<ReturnType<typeof followUpOf>>>(request, (tx) => asIntake(tx, () => followUpOf(tx, codeDigest(master, followUp.code))))
  const toldKey = await toldKeyOf(master, stored, followUp)
  return !stored || !toldKey ? null : { caseId: stored.caseId, toldKey }
}

const toldSeal = async (tx: Tx, { caseId, toldKey }: Reporting) => caseSeal(await toldKeyId(tx, caseId), toldKey, caseId)

/** What the reporter and the handlers wrote to each other, and whether it may go up. @throws AppError `not_found` */
export function readConversation(request: Request, reporting: Reporting): Promise<Conversation> {
  const { caseId } = reporting
  return asSystem<CasesDb, Conversation>(request, async (tx) => {
    const { row, entries, seal } = await asIntake(tx, async () => ({ row: await caseOf(tx, caseId), entries: await entriesOf(tx, [caseId]), seal: await toldSeal(tx, reporting) }))
    const said = entries.filter(({ kind }) => kind === 'message_in' || kind === 'message_out')
    const messages = said.map(({ id, kind, at, body }) => ({ fromReporter: kind === 'message_in', at, text: parseInput(Message, seal.read(body, `entry.body:${id}`)).text }))
    return { state: row.state, receivedAt: row.receivedAt, messages, maySendUp: (await wayUp(request, tx, row, entries, seal)) !== null }
  })
}

/** The signed proof of when the report of a code came in; empty when there is none. */
export function proofOf(request: Request, { code }: Pick<FollowUpCode, 'code'>): Promise<string> {
  const master = keyOf(request.vault)
  return asSystem<CasesDb, string>(request, (tx) =>
    asIntake(tx, async () => {
      const stored = await followUpOf(tx, codeDigest(master, code))
      if (!stored) return ''
      const { aboutUnitId, receivedAt, report } = await caseOf(tx, stored.caseId)
      return signProof(master, { unitId: aboutUnitId, at: receivedAt, sealedReport: report })
    }),
  )
}

/** The body above that gets a case whose limit has passed; null while none has, or where nobody is left. */
async function wayUp(request: Request, tx: Tx, row: CaseRow, entries: readonly DatedStep[], told: CaseSeal): Promise<Route | null> {
  if (row.state === 'closed') return null
  const holidays = await holidaysOf(untyped(tx), row.unitId, dayOf(row.receivedAt), addDays(dayOf(request.now), AHEAD))
  if (!isIgnored(clocksOf(row.receivedAt, entries, holidays, request.now))) return null
  // Whoever it went to last has the time of the first limit again.
  const last = entries.findLast(({ kind }) => kind === 'sent_up')
  if (last && request.now.getTime() - last.at.getTime() < TELL_LIMIT_HOURS * 3_600_000) return null
  const seats = await asIntake(tx, () => seatsOf(tx, row.id))
  const bodies = await bodiesOf(tx, row.aboutUnitId, dayOf(request.now))
  const reached = bodies.findLastIndex(({ unitId }) => seats.some((seat) => seat.unitId === unitId))
  const { hideFrom } = parseInput(Report, told.read(row.report, 'report'))
  return routeReport(bodies.slice(reached + 1), hideFrom, false)
}

/**
 * Gives the same sealed case to the body above as well, at the reporter's wish: what was told, and a key for what is noted
 * from now on. What was noted before, a handler below passes on with the next opening. @returns whether it went
 */
export function sendUp(request: Request, reporting: Reporting): Promise<boolean> {
  const { caseId } = reporting
  return asSystem<CasesDb, boolean>(request, async (tx) => {
    const { row, entries, seal } = await asIntake(tx, async () => ({ row: await lockCase(tx, caseId), entries: await entriesOf(tx, [caseId]), seal: await toldSeal(tx, reporting) }))
    const route = await wayUp(request, tx, row, entries, seal)
    if (!route) return false
    const { unitId } = route
    const seats = route.handlers.map((accountId) => ({ accountId, unitId }))
    const id = request.newId()
    const proof = signProof(keyOf(request.vault), { unitId: row.aboutUnitId, at: row.receivedAt, sealedReport: row.report })
    const body: StepBody = { kind: 'sent_up', unitId, proof }
    const told = await asIntake(tx, async () => {
      const owner = { provinceId: row.provinceId, unitId: row.unitId, caseId }
      await addSeats(tx, seats.map((seat) => ({ ...seat, provinceId: row.provinceId, id: request.newId(), caseId, kind: 'handler', since: request.now, until: null })))
      await shareKeys(tx, owner, [{ id: seal.keyId, kind: 'told', bytes: reporting.toldKey }], await receiversOf(tx, route.handlers))
      const everybody = await seatsOf(tx, caseId)
      await addCaseKey(tx, owner, { id: request.newId(), kind: 'work', now: request.now }, await receiversOf(tx, everybody.map(({ accountId }) => accountId)))
      await addEntry(tx, row, { id, kind: body.kind, at: request.now, accountId: null, keyId: seal.keyId, body: seal.json(body, `entry.body:${id}`) })
      return everybody
    })
    await writeAudit(untyped(tx), { unitId, accountId: null, at: request.now, action: 'cases.sendUp', entity: sealedEntity(caseId) })
    await tellSeats(notifierOf(request, tx), told, `cases.sent_up:${id}`)
    return true
  })
}

/** Adds what the reporter writes, and tells those in the case that something waits. */
export function addReply(request: Request, reporting: Reporting, text: string): Promise<void> {
  const { caseId } = reporting
  return asSystem<CasesDb, void>(request, async (tx) => {
    const { row, seats, id } = await asIntake(tx, async () => {
      const row = await lockCase(tx, caseId)
      const seal = await toldSeal(tx, reporting)
      const id = request.newId()
      const body: StepBody = { kind: 'message_in', text }
      await addEntry(tx, row, { id, kind: body.kind, at: request.now, accountId: null, keyId: seal.keyId, body: seal.json(body, `entry.body:${id}`) })
      return { row, id, seats: await seatsOf(tx, caseId) }
    })
    await writeAudit(untyped(tx), { unitId: row.unitId, accountId: null, at: request.now, action: 'cases.addReply', entity: sealedEntity(caseId) })
    await tellSeats(notifierOf(request, tx), seats, `cases.reply:${id}`)
  })
}
