import { sql, type Transaction } from 'kysely'
import type { z } from 'zod'
import { commandFor, inRole, queryFor } from '#core/access/operation.ts'
import type { CommandContext, QueryContext, Request } from '#core/access/request.ts'
import type { Contract } from '#platform/contract.ts'
import { tablesOf } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import type { Operation } from '#platform/operation.ts'
import type { Vault } from '#platform/vault.ts'
import type { CaseState } from './model/case-lifecycle.ts'
import type { CasesDb, CaseTables, Channel, SeatKind } from './tables.ts'

export type Tx = Transaction<CasesDb>
export const casesTables = tablesOf<CasesDb>()

const command = commandFor<CasesDb>()
const query = queryFor<CasesDb>()

/** Contexts of this module alone hold what opens a case. */
export interface Vaulted {
  readonly vault: Vault
  readonly sessionSecret: Buffer | null
}

/** A command that leaves nothing of its input or its answer in the log of operations: answers hold no content. */
export function caseCommand<I extends z.core.$ZodType, O extends z.core.$ZodType>(
  contract: Contract<I, O>,
  run: (ctx: CommandContext<CasesDb> & Vaulted, input: z.output<I>) => Promise<z.input<O>>,
): Operation<Request, I, O> {
  const bare = (vaulted: Vaulted) => command(contract, (ctx, input) => run({ ...ctx, ...vaulted }, input), { redact: (answer) => answer })
  return { contract, run: (request, input) => bare(vaultedOf(request)).run(request, input) }
}

export function caseQuery<I extends z.core.$ZodType, O extends z.core.$ZodType>(
  contract: Contract<I, O>,
  run: (ctx: QueryContext<CasesDb> & Vaulted, input: z.output<I>) => Promise<z.input<O>>,
): Operation<Request, I, O> {
  const bare = (vaulted: Vaulted) => query(contract, (ctx, input) => run({ ...ctx, ...vaulted }, input))
  return { contract, run: (request, input) => bare(vaultedOf(request)).run(request, input) }
}

function vaultedOf({ vault, sessionSecret }: Request): Vaulted {
  return { vault, sessionSecret: sessionSecret ?? null }
}

/** Statements of a person on the cases in which the person has a seat. */
export function asSeated<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  return inRole(tx, 'songhanh_cases', work)
}

/** Statements of the public page and of the clocks. */
export function asIntake<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  return inRole(tx, 'songhanh_cases_intake', work)
}

export interface CaseRow {
  readonly provinceId: string
  readonly id: string
  readonly unitId: string
  readonly aboutUnitId: string
  readonly year: number
  readonly number: number
  readonly state: CaseState
  readonly receivedAt: Date
  readonly channel: Channel
  readonly report: Buffer
}

const CASE = ['provinceId', 'id', 'unitId', 'aboutUnitId', 'year', 'number', 'state', 'receivedAt', 'channel', 'report'] as const

/** As `CaseRow`, without what is sealed. */
export type CaseHead = Omit<CaseRow, 'report'>

/** Cases in which the account has a seat in this unit, newest first. */
export function seatedCases(tx: Tx, unitId: string, accountId: string): Promise<CaseHead[]> {
  return tx
    .selectFrom('cases.caseFile')
    .select(['provinceId', 'id', 'unitId', 'aboutUnitId', 'year', 'number', 'state', 'receivedAt', 'channel'])
    .where('id', 'in', tx.selectFrom('cases.seat').select('caseId').where('unitId', '=', unitId).where('accountId', '=', accountId).where('until', 'is', null))
    .orderBy('receivedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** @throws AppError `not_found`, also for whoever has no seat in it */
export async function caseOf(tx: Tx, id: string): Promise<CaseRow> {
  const row = await tx.selectFrom('cases.caseFile').select(CASE).where('id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('not_found', 'cases.not_found')
  return row
}

/** Two who add to one case wait for each other. @throws AppError `not_found` */
export async function lockCase(tx: Tx, id: string): Promise<CaseRow> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`cases ${id}`}, 0))`.execute(tx)
  return caseOf(tx, id)
}

/** @param closedAt  when it was closed; left out otherwise */
export async function setState(tx: Tx, id: string, state: CaseState, closedAt?: Date): Promise<void> {
  await tx.updateTable('cases.caseFile').set(closedAt ? { state, closedAt } : { state }).where('id', '=', id).execute()
}

export interface SeatRow {
  readonly accountId: string
  /** Where the person holds the role that the seat needs. */
  readonly unitId: string
  readonly kind: SeatKind
  readonly since: Date
}

export function seatsOf(tx: Tx, caseId: string): Promise<SeatRow[]> {
  return tx.selectFrom('cases.seat').select(['accountId', 'unitId', 'kind', 'since']).where('caseId', '=', caseId).where('until', 'is', null).orderBy('since').orderBy('id').execute()
}

/** As what an account sits in these cases. */
export async function seatsOfCases(tx: Tx, caseIds: readonly string[], accountId: string): Promise<Map<string, SeatKind>> {
  if (caseIds.length === 0) return new Map()
  const rows = await tx.selectFrom('cases.seat').select(['caseId', 'kind']).where('caseId', 'in', caseIds).where('accountId', '=', accountId).where('until', 'is', null).execute()
  return new Map(rows.map(({ caseId, kind }) => [caseId, kind]))
}

/** Seats that hold no more. */
export async function endSeats(tx: Tx, caseId: string, accountIds: readonly string[], now: Date): Promise<void> {
  if (accountIds.length > 0) await tx.updateTable('cases.seat').set({ until: now }).where('caseId', '=', caseId).where('accountId', 'in', accountIds).where('until', 'is', null).execute()
}

export async function addSeats(tx: Tx, seats: readonly CaseTables['cases.seat'][]): Promise<void> {
  if (seats.length > 0) await tx.insertInto('cases.seat').values([...seats]).execute()
}

export interface EntryRow {
  readonly id: string
  readonly caseId: string
  readonly number: number
  readonly kind: string
  readonly at: Date
  readonly accountId: string | null
  /** The key of the case with which the body is sealed. */
  readonly keyId: string
  readonly body: Buffer
}

export function entriesOf(tx: Tx, caseIds: readonly string[]): Promise<EntryRow[]> {
  if (caseIds.length === 0) return Promise.resolve([])
  return tx.selectFrom('cases.entry').select(['id', 'caseId', 'number', 'kind', 'at', 'accountId', 'keyId', 'body']).where('caseId', 'in', caseIds).orderBy('caseId').orderBy('number').execute()
}

/** Appends to a case that is locked. */
export async function addEntry(tx: Tx, { provinceId, unitId, id: caseId }: Pick<CaseRow, 'provinceId' | 'unitId' | 'id'>, entry: Omit<EntryRow, 'number' | 'caseId'>): Promise<void> {
  const last = await tx.selectFrom('cases.entry').select((of) => of.fn.max('number').as('number')).where('caseId', '=', caseId).executeTakeFirst()
  await tx.insertInto('cases.entry').values({ ...entry, provinceId, unitId, caseId, number: (last?.number ?? 0) + 1 }).execute()
}

export interface AttachmentHead {
  readonly id: string
  readonly about: Buffer
  readonly isPicture: boolean
}

export async function attachmentsOf(tx: Tx, caseId: string): Promise<AttachmentHead[]> {
  const rows = await tx
    .selectFrom('cases.attachment')
    .select(['id', 'about', sql<boolean>`shown is not null`.as('isPicture')])
    .where('caseId', '=', caseId)
    .orderBy('position')
    .execute()
  return rows
}

/** @throws AppError `not_found` */
export async function attachmentOf(tx: Tx, caseId: string, id: string) {
  const row = await tx.selectFrom('cases.attachment').select(['id', 'about', 'original', 'shown']).where('caseId', '=', caseId).where('id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('not_found', 'cases.not_found')
  return row
}

export async function logAccess(tx: Tx, row: CaseTables['cases.accessLog']): Promise<void> {
  await tx.insertInto('cases.accessLog').values(row).execute()
}

export function accessLogOf(tx: Tx, caseId: string): Promise<{ at: Date; accountId: string; act: CaseTables['cases.accessLog']['act'] }[]> {
  return tx.selectFrom('cases.accessLog').select(['at', 'accountId', 'act']).where('caseId', '=', caseId).orderBy('at', 'desc').orderBy('id', 'desc').limit(200).execute()
}
