import { AppError } from '#platform/errors.ts'
import { parseInput } from '#platform/operation.ts'
import { addCaseKey, receiversOf } from '../case-key-store.ts'
import { addStep } from '../contract.ts'
import { enterAs, record, type Entered } from '../enter-store.ts'
import { StepBody } from '../model/steps.ts'
import { countedOf, type Counted } from '../model/tally.ts'
import { asSeated, caseCommand, entriesOf, type Tx } from '../store.ts'
import { recount } from '../tally-store.ts'

export default caseCommand(addStep, async (ctx, { caseId, step, readers }) => {
  const entered = await enterAs(ctx, caseId, 'handler')
  const { row, seats, seat } = entered
  if (row.state === 'closed') throw new AppError('conflict', 'cases.wrong_state', { state: row.state, action: 'addStep' })
  if (step.kind === 'referral_answered') {
    const entries = await asSeated(ctx.tx, () => entriesOf(ctx.tx, [caseId]))
    if (!entries.some(({ id, kind }) => id === step.referral && kind === 'referred')) throw new AppError('not_found', 'cases.no_referral')
  }
  await recount(ctx.tx, row, { before: await countedBefore(ctx, entered, step.kind), now: countedOf(step) })
  if (step.kind === 'tagged' && readers) throw new AppError('invalid', 'cases.no_reader')
  const chosen = readers ?? (step.kind === 'accused' ? [] : null)
  if (chosen === null) return record(ctx, entered, addStep.name, step)
  if (chosen.some((id) => !seats.some(({ accountId }) => accountId === id))) throw new AppError('invalid', 'cases.no_reader')
  const key = await asSeated(ctx.tx, async () => {
    const receivers = await receiversOf(ctx.tx, [...new Set([...chosen, seat.accountId])])
    return addCaseKey(ctx.tx, { provinceId: row.provinceId, unitId: row.unitId, caseId }, { id: ctx.newId(), kind: 'apart', now: ctx.now }, receivers)
  })
  return record(ctx, entered, addStep.name, step, key)
})

/** How the case was counted by the last step of this kind, which the person can open. */
async function countedBefore(ctx: { readonly tx: Tx }, { row, sealOf }: Entered, kind: StepBody['kind']): Promise<Counted[]> {
  const last = (await asSeated(ctx.tx, () => entriesOf(ctx.tx, [row.id]))).findLast((entry) => entry.kind === kind)
  const seal = last && sealOf(last.keyId)
  return last && seal ? countedOf(parseInput(StepBody, seal.read(last.body, `entry.body:${last.id}`))) : []
}
