import { AppError } from '#platform/errors.ts'
import { addStep } from '../contract.ts'
import { enterAs, record } from '../enter-store.ts'
import { caseCommand } from '../store.ts'

export default caseCommand(addStep, async (ctx, { caseId, step }) => {
  const entered = await enterAs(ctx, caseId, 'handler')
  if (entered.row.state === 'closed') throw new AppError('conflict', 'cases.wrong_state', { state: entered.row.state, action: 'addStep' })
  return record(ctx, entered, addStep.name, step)
})
