import { beyondReach } from '#core/access/operation.ts'
import { AppError } from '#platform/errors.ts'
import { parseInput } from '#platform/operation.ts'
import { tellSeats } from '../alert-store.ts'
import { seatHandler } from '../contract.ts'
import { enterAs, record, seatWithKeys } from '../enter-store.ts'
import { bodiesOf } from '../intake-store.ts'
import { Report } from '../model/report.ts'
import { colleaguesOf } from '../model/routing.ts'
import { asSeated, caseCommand } from '../store.ts'

/** One more handler of the same unit: when people change, or two are needed. Never somebody who is named. */
export default caseCommand(seatHandler, async (ctx, { caseId, accountId }) => {
  const entered = await enterAs(ctx, caseId, 'handler')
  const { row, told, seats, seat } = entered
  const [body] = await beyondReach(ctx.tx, () => bodiesOf(ctx.tx, seat.unitId, ctx.today))
  const { hideFrom } = parseInput(Report, told.read(row.report, 'report'))
  const isFree = colleaguesOf(body!, hideFrom, seats.map((one) => one.accountId)).some((person) => person.accountId === accountId)
  if (!isFree) throw new AppError('not_found', 'cases.no_colleague')
  await asSeated(ctx.tx, () => seatWithKeys(ctx, entered, { accountId, kind: 'handler' }))
  const step = await record(ctx, entered, seatHandler.name, { kind: 'seated', accountId })
  await tellSeats(ctx, [{ unitId: seat.unitId, accountId }], `cases.seated:${step.id}`)
  return step
})
