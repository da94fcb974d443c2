import { beyondReach } from '#core/access/operation.ts'
import { AppError } from '#platform/errors.ts'
import { parseInput } from '#platform/operation.ts'
import { tellSeats } from '../alert-store.ts'
import { askClosing } from '../contract.ts'
import { enterAs, record, seatWithKeys } from '../enter-store.ts'
import { bodiesOf } from '../intake-store.ts'
import { caseLifecycle } from '../model/case-lifecycle.ts'
import { Report } from '../model/report.ts'
import { supervisorOf } from '../model/routing.ts'
import { asSeated, caseCommand, setState } from '../store.ts'

export default caseCommand(askClosing, async (ctx, { caseId, outcome, note }) => {
  const entered = await enterAs(ctx, caseId, 'handler')
  const { row, told, seats, seat } = entered
  const state = caseLifecycle.next(row.state, 'askClosing')
  const [body] = await beyondReach(ctx.tx, () => bodiesOf(ctx.tx, seat.unitId, ctx.today))
  const { hideFrom } = parseInput(Report, told.read(row.report, 'report'))
  const already = seats.find(({ kind }) => kind === 'supervisor') ?? null
  const supervisor = already?.accountId ?? supervisorOf(body!, hideFrom, { isReportersOwn: seat.unitId === row.aboutUnitId, handlers: seats.map(({ accountId }) => accountId) })
  if (!supervisor) throw new AppError('conflict', 'cases.no_supervisor')
  await asSeated(ctx.tx, async () => {
    await setState(ctx.tx, caseId, state)
    if (already) return
    await seatWithKeys(ctx, entered, { accountId: supervisor, kind: 'supervisor' })
  })
  const step = await record(ctx, entered, askClosing.name, { kind: 'closing_asked', outcome, note })
  await tellSeats(ctx, [{ unitId: already?.unitId ?? seat.unitId, accountId: supervisor }], `cases.closing:${step.id}`)
  return step
})
