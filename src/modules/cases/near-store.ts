import { beyondReach } from '#core/access/operation.ts'
import type { QueryContext } from '#core/access/request.ts'
import { AppError } from '#platform/errors.ts'
import { unitsUnder } from './intake-store.ts'
import { waitingPairs, type WaitingPair } from './keeper-store.ts'
import { asIntake } from './store.ts'
import type { CasesDb } from './tables.ts'

/** Pairs that wait and that the person may help with: of the unit, of one below, or of somebody whose piece the person keeps. */
export async function waitingNear(ctx: QueryContext<CasesDb>, unitId: string): Promise<WaitingPair[]> {
  const waiting = await asIntake(ctx.tx, () => waitingPairs(ctx.tx, ctx.actor!.accountId))
  const under = await beyondReach(ctx.tx, () => unitsUnder(ctx.tx, unitId, waiting.map((pair) => pair.unitId), ctx.today))
  return waiting.filter((pair) => pair.isKeeper || under.has(pair.unitId))
}

/** One of them. @throws AppError `not_found` */
export async function waitingOne(ctx: QueryContext<CasesDb>, unitId: string, pairId: string): Promise<WaitingPair> {
  const pair = (await waitingNear(ctx, unitId)).find(({ id }) => id === pairId)
  if (!pair) throw new AppError('not_found', 'cases.no_request')
  return pair
}
