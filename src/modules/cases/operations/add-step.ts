import { AppError } from '#platform/errors.ts'
import { addCaseKey, receiversOf } from '../case-key-store.ts'
import { addStep } from '../contract.ts'
import { enterAs, record } from '../enter-store.ts'
import { asSeated, caseCommand, entriesOf } from '../store.ts'

export default caseCommand(addStep, async (ctx, { caseId, step, readers }) => {
  const entered = await enterAs(ctx, caseId, 'handler')
  const { row, seats, seat } = entered
  if (row.state === 'closed') throw new AppError('conflict', 'cases.wrong_state', { state: row.state, action: 'addStep' })
  if (step.kind === 'referral_answered') {
    const entries = await asSeated(ctx.tx, () => entriesOf(ctx.tx, [caseId]))
    if (!entries.some(({ id, kind }) => id === step.referral && kind === 'referred')) throw new AppError('not_found', 'cases.no_referral')
  }
  const chosen = readers ?? (step.kind === 'accused' ? [] : null)
  if (chosen === null) return record(ctx, entered, addStep.name, step)
  if (chosen.some((id) => !seats.some(({ accountId }) => accountId === id))) throw new AppError('invalid', 'cases.no_reader')
  const key = await asSeated(ctx.tx, async () => {
    const receivers = await receiversOf(ctx.tx, [...new Set([...chosen, seat.accountId])])
    return addCaseKey(ctx.tx, { provinceId: row.provinceId, unitId: row.unitId, caseId }, { id: ctx.newId(), kind: 'apart', now: ctx.now }, receivers)
  })
  return record(ctx, entered, addStep.name, step, key)
})
