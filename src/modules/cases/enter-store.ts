import { requireProof } from '#core/access/proof.ts'
import type { CommandContext, QueryContext } from '#core/access/request.ts'
import { sealedEntity } from '#core/audit/store.ts'
import { AppError } from '#platform/errors.ts'
import type { StepBody } from './model/steps.ts'
import { keyOf, openSeal, type CaseSeal } from './sealed-store.ts'
import { addEntry, asSeated, caseOf, lockCase, seatsOf, type CaseRow, type SeatRow, type Vaulted } from './store.ts'
import type { CasesDb, SeatKind } from './tables.ts'

export interface Entered {
  readonly row: CaseRow
  readonly seal: CaseSeal
  readonly seats: readonly SeatRow[]
  readonly seat: SeatRow
}

/**
 * Lets a person into a case: a seat in it, the role in the unit of the seat today, and the password given again.
 * @throws AppError `not_found` without a seat or a role, `forbidden` `access.prove_again`
 */
export async function enterCase(ctx: QueryContext<CasesDb> & Vaulted, caseId: string, how: 'read' | 'write' = 'read'): Promise<Entered> {
  const { row, seats } = await asSeated(ctx.tx, async () => ({
    row: await (how === 'write' ? lockCase : caseOf)(ctx.tx, caseId),
    seats: await seatsOf(ctx.tx, caseId),
  }))
  const seat = seats.find(({ accountId }) => accountId === ctx.actor?.accountId)
  if (!seat) throw new AppError('not_found', 'cases.not_found')
  await ctx.allow('cases.work', seat.unitId)
  requireProof(ctx)
  return { row, seats, seat, seal: openSeal(keyOf(ctx.vault), row.id, row.key) }
}

/** As `enterCase`, for who sits there as this. @throws AppError `forbidden` `cases.other_seat` as well */
export async function enterAs(ctx: CommandContext<CasesDb> & Vaulted, caseId: string, kind: SeatKind): Promise<Entered> {
  const entered = await enterCase(ctx, caseId, 'write')
  if (entered.seat.kind !== kind) throw new AppError('forbidden', 'cases.other_seat')
  return entered
}

/** Seals a step into the case and accounts for it, without a word of it. */
export async function record(ctx: CommandContext<CasesDb>, { row, seal, seat }: Pick<Entered, 'row' | 'seal' | 'seat'>, action: string, body: StepBody): Promise<{ id: string }> {
  const id = ctx.newId()
  await asSeated(ctx.tx, () => addEntry(ctx.tx, row, { id, kind: body.kind, at: ctx.now, accountId: ctx.actor!.accountId, body: seal.json(body, `entry.body:${id}`) }))
  await ctx.audit({ unitId: seat.unitId, action, entity: sealedEntity(row.id) })
  return { id }
}
