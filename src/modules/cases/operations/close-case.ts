import { closeCase } from '../contract.ts'
import { enterAs, record } from '../enter-store.ts'
import { caseLifecycle } from '../model/case-lifecycle.ts'
import { asSeated, caseCommand, setState } from '../store.ts'

export default caseCommand(closeCase, async (ctx, { caseId, note }) => {
  const entered = await enterAs(ctx, caseId, 'supervisor')
  const state = caseLifecycle.next(entered.row.state, 'close')
  await asSeated(ctx.tx, () => setState(ctx.tx, caseId, state))
  return record(ctx, entered, closeCase.name, { kind: 'closed', note })
})
