import type { CommandContext, QueryContext } from '#core/access/request.ts'
import { beyondReach } from '#core/access/operation.ts'
import { sealedEntity } from '#core/audit/store.ts'
import { AppError } from '#platform/errors.ts'
import { addCaseKey, dropShares, keysOf, receiversOf, shareKeys, sharesOf, type CaseKey } from './case-key-store.ts'
import { workersOf } from './intake-store.ts'
import type { StepBody } from './model/steps.ts'
import { openedPair } from './opened-store.ts'
import { caseSeal, type CaseSeal } from './sealed-store.ts'
import { addEntry, addSeats, asSeated, caseOf, endSeats, lockCase, seatsOf, type CaseRow, type SeatRow, type Tx, type Vaulted } from './store.ts'
import type { CasesDb, SeatKind } from './tables.ts'

export interface Entered {
  readonly row: CaseRow
  /** Opens what was told, files and messages. */
  readonly told: CaseSeal
  /** Seals and opens with a key of the case; null for one that the person was not given. */
  sealOf(keyId: string): CaseSeal | null
  /** The keys that the person holds, the oldest first. */
  readonly keys: readonly CaseKey[]
  readonly seats: readonly SeatRow[]
  readonly seat: SeatRow
}

const GLASS_MS = 24 * 3_600_000

type Ctx = QueryContext<CasesDb> & Vaulted

/**
 * Lets a person into a case: a seat in it, the role in the unit of the seat today, the passphrase given within ten minutes,
 * and a key of the case sealed to the person's pair. Who comes in passes the keys on and sees who is no longer of the unit.
 *
 * @throws AppError `not_found` without a seat or a role, `forbidden` `cases.locked`, `cases.key_none`, `cases.no_share`
 */
export async function enterCase(ctx: Ctx, caseId: string, how: 'read' | 'write' = 'read'): Promise<Entered> {
  const accountId = ctx.actor?.accountId
  const { row, seats } = await asSeated(ctx.tx, async () => ({
    row: await (how === 'write' ? lockCase : caseOf)(ctx.tx, caseId),
    seats: await seatsOf(ctx.tx, caseId),
  }))
  const seat = seats.find((one) => one.accountId === accountId)
  if (!seat || isOver(seat, ctx.now)) throw new AppError('not_found', 'cases.not_found')
  await ctx.allow('cases.work', seat.unitId)
  const pair = await openedPair(ctx)
  const keys = await asSeated(ctx.tx, () => keysOf(ctx.tx, caseId, pair))
  const told = keys.find(({ kind }) => kind === 'told')
  if (!told) throw new AppError('forbidden', 'cases.no_share')
  const left = await leaversOf(ctx, seats)
  const staying = seats.filter(({ accountId: id }) => !left.includes(id))
  const all = [...keys, ...(await asSeated(ctx.tx, () => passKeysOn(ctx.tx, { row, keys, staying, left }, ctx)))]
  return {
    row,
    seat,
    seats: staying,
    keys: all,
    told: caseSeal(told.id, told.bytes, caseId),
    sealOf(keyId) {
      const key = all.find(({ id }) => id === keyId)
      return key ? caseSeal(key.id, key.bytes, caseId) : null
    },
  }
}

/** As `enterCase`, for who sits there as this. @throws AppError `forbidden` `cases.other_seat` as well */
export async function enterAs(ctx: CommandContext<CasesDb> & Vaulted, caseId: string, kind: SeatKind): Promise<Entered> {
  const entered = await enterCase(ctx, caseId, 'write')
  if (entered.seat.kind !== kind) throw new AppError('forbidden', 'cases.other_seat')
  return entered
}

/** Seals a step into the case and accounts for it, without a word of it. @param key  another one than that of the common work */
export async function record(ctx: CommandContext<CasesDb>, { row, keys, sealOf, seat }: Pick<Entered, 'row' | 'keys' | 'sealOf' | 'seat'>, action: string, body: StepBody, key?: CaseKey): Promise<{ id: string }> {
  const id = ctx.newId()
  const used = key ?? keys.findLast(({ kind }) => kind === (body.kind === 'message_out' ? 'told' : 'work'))
  if (!used) throw new AppError('forbidden', 'cases.no_share')
  const seal = sealOf(used.id) ?? caseSeal(used.id, used.bytes, row.id)
  await asSeated(ctx.tx, () => addEntry(ctx.tx, row, { id, kind: body.kind, at: ctx.now, accountId: ctx.actor!.accountId, keyId: used.id, body: seal.json(body, `entry.body:${id}`) }))
  await ctx.audit({ unitId: seat.unitId, action, entity: sealedEntity(row.id) })
  return { id }
}

/** Gives somebody of the same unit a seat, and the keys of the common work and of what was told. */
export async function seatWithKeys(ctx: CommandContext<CasesDb>, { row, keys, seat }: Entered, { accountId, kind }: { readonly accountId: string; readonly kind: SeatKind }): Promise<void> {
  await addSeats(ctx.tx, [{ provinceId: row.provinceId, id: ctx.newId(), unitId: seat.unitId, caseId: row.id, accountId, kind, since: ctx.now, until: null }])
  const common = keys.filter((key) => key.kind !== 'apart')
  await shareKeys(ctx.tx, { provinceId: row.provinceId, unitId: row.unitId, caseId: row.id }, common, await receiversOf(ctx.tx, [accountId]))
}

/** Who opened it in need reads for a day. */
function isOver({ kind, since }: SeatRow, now: Date): boolean {
  return kind === 'glass' && now.getTime() - since.getTime() >= GLASS_MS
}

/** Accounts in a case that do not hold the role any more, except the person's own. */
async function leaversOf(ctx: Ctx, seats: readonly SeatRow[]): Promise<string[]> {
  const working = await beyondReach(ctx.tx, () => workersOf(ctx.tx, seats, ctx.today))
  return seats.filter((one) => one.accountId !== ctx.actor!.accountId && (isOver(one, ctx.now) || !working.has(`${one.unitId} ${one.accountId}`))).map(({ accountId }) => accountId)
}

/**
 * Who is seated and has a confirmed pair without the keys gets them; who left loses seat and keys, and what is noted from now
 * on has a key that was never theirs. @returns keys made
 */
async function passKeysOn(tx: Tx, { row, keys, staying, left }: { readonly row: CaseRow; readonly keys: readonly CaseKey[]; readonly staying: readonly SeatRow[]; readonly left: readonly string[] }, ctx: Pick<Ctx, 'now' | 'newId'>): Promise<CaseKey[]> {
  const owner = { provinceId: row.provinceId, unitId: row.unitId, caseId: row.id }
  const shares = await sharesOf(tx, row.id)
  const receivers = await receiversOf(tx, staying.map(({ accountId }) => accountId))
  for (const key of keys) {
    const had = shares.filter(({ keyId }) => keyId === key.id)
    const missing = receivers.filter(({ id, accountId }) => had.every(({ pairId }) => pairId !== id) && (key.kind !== 'apart' || had.some((share) => share.accountId === accountId)))
    await shareKeys(tx, owner, [key], missing)
  }
  if (left.length === 0) return []
  await endSeats(tx, row.id, left, ctx.now)
  await dropShares(tx, row.id, left)
  const key = await addCaseKey(tx, owner, { id: ctx.newId(), kind: 'work', now: ctx.now }, receivers)
  const id = ctx.newId()
  const body: StepBody = { kind: 'left', accountIds: [...left] }
  await addEntry(tx, row, { id, kind: body.kind, at: ctx.now, accountId: null, keyId: key.id, body: caseSeal(key.id, key.bytes, row.id).json(body, `entry.body:${id}`) })
  return [key]
}
