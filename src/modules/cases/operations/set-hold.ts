import { AppError } from '#platform/errors.ts'
import { setHold } from '../contract.ts'
import { enterCase, record } from '../enter-store.ts'
import { endHold, isHeld } from '../retention-store.ts'
import { asSeated, caseCommand } from '../store.ts'

/** Also in a closed case, by whoever has a seat in it. */
export default caseCommand(setHold, async (ctx, { caseId, isHeld: shouldHold, note }) => {
  const entered = await enterCase(ctx, caseId, 'write')
  const { row } = entered
  await asSeated(ctx.tx, async () => {
    if ((await isHeld(ctx.tx, caseId)) === shouldHold) throw new AppError('conflict', 'cases.wrong_state', { state: row.state, action: 'setHold' })
    if (!shouldHold) return endHold(ctx.tx, caseId, ctx.now)
    const held = { provinceId: row.provinceId, id: ctx.newId(), unitId: row.unitId, caseId, since: ctx.now, until: null, accountId: ctx.actor!.accountId }
    await ctx.tx.insertInto('cases.legalHold').values(held).execute()
  })
  return record(ctx, entered, setHold.name, { kind: shouldHold ? 'held' : 'released', note })
})
