import { tellSeats } from '../alert-store.ts'
import { sendBack } from '../contract.ts'
import { enterAs, record } from '../enter-store.ts'
import { caseLifecycle } from '../model/case-lifecycle.ts'
import { asSeated, caseCommand, setState } from '../store.ts'

export default caseCommand(sendBack, async (ctx, { caseId, note }) => {
  const entered = await enterAs(ctx, caseId, 'supervisor')
  const { row, seats } = entered
  const state = caseLifecycle.next(row.state, 'sendBack')
  await asSeated(ctx.tx, () => setState(ctx.tx, caseId, state))
  const step = await record(ctx, entered, sendBack.name, { kind: 'sent_back', note })
  await tellSeats(ctx, seats.filter(({ kind }) => kind === 'handler'), `cases.returned:${step.id}`)
  return step
})
