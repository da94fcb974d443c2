import { parseInput } from '#platform/operation.ts'
import { closeCase } from '../contract.ts'
import { enterAs, record } from '../enter-store.ts'
import { caseLifecycle } from '../model/case-lifecycle.ts'
import { Closing, type StepBody } from '../model/steps.ts'
import { countedOf } from '../model/tally.ts'
import { asSeated, caseCommand, entriesOf, setState } from '../store.ts'
import { recount } from '../tally-store.ts'

export default caseCommand(closeCase, async (ctx, { caseId, note }) => {
  const entered = await enterAs(ctx, caseId, 'supervisor')
  const state = caseLifecycle.next(entered.row.state, 'close')
  const asked = (await asSeated(ctx.tx, () => entriesOf(ctx.tx, [caseId]))).findLast(({ kind }) => kind === 'closing_asked')
  const seal = asked && entered.sealOf(asked.keyId)
  const { outcome } = asked && seal ? parseInput(Closing, seal.read(asked.body, `entry.body:${asked.id}`)) : {}
  await asSeated(ctx.tx, () => setState(ctx.tx, caseId, state, ctx.now))
  const body: StepBody = { kind: 'closed', note, ...(outcome ? { outcome } : {}) }
  await recount(ctx.tx, entered.row, { before: [], now: countedOf(body) })
  return record(ctx, entered, closeCase.name, body)
})
