import { beyondReach } from '#core/access/operation.ts'
import { sealedEntity } from '#core/audit/store.ts'
import { AppError } from '#platform/errors.ts'
import { tellSeats } from '../alert-store.ts'
import { addCaseKey, receiversOf } from '../case-key-store.ts'
import { askGlass } from '../glass-contract.ts'
import { caseByNumber, holdersOf, lendPieces } from '../glass-store.ts'
import { unitsByName } from '../intake-store.ts'
import type { StepBody } from '../model/steps.ts'
import { openedPair } from '../opened-store.ts'
import { caseSeal } from '../sealed-store.ts'
import { addEntry, asIntake, caseCommand, lockCase, seatsOf } from '../store.ts'

/** The first of two. Those in the case are told at once, and so are the other holders. */
export default caseCommand(askGlass, async (ctx, { unitId, unitName, year, number, reason }) => {
  await ctx.allow('cases.work', unitId)
  const pair = await openedPair(ctx)
  const found = await beyondReach(ctx.tx, () => unitsByName(ctx.tx, { phrase: unitName, provinceId: null, today: ctx.today, limit: 2 }))
  if (found.length !== 1) throw new AppError('invalid', 'cases.unit_not_one')
  const id = ctx.newId()
  const { caseId, seats, others } = await asIntake(ctx.tx, async () => {
    const file = await caseByNumber(ctx.tx, found[0]!.id, year, number)
    const holders = file ? await holdersOf(ctx.tx, file.id) : []
    const asker = holders.find((holder) => holder.pairId === pair.id)
    if (!file || !asker) throw new AppError('not_found', 'cases.no_glass')
    const row = await lockCase(ctx.tx, file.id)
    const owner = { provinceId: file.provinceId, unitId: file.unitId, caseId: file.id }
    const others = holders.filter((holder) => holder !== asker)
    await ctx.tx.insertInto('cases.glassRequest').values({ ...owner, id, accountId: pair.accountId, at: ctx.now, openedAt: null }).execute()
    await lendPieces(ctx.tx, owner, id, asker, pair, others)
    const seats = await seatsOf(ctx.tx, file.id)
    const readers = await receiversOf(ctx.tx, [...seats.map(({ accountId }) => accountId), ...holders.map(({ accountId }) => accountId)])
    const key = await addCaseKey(ctx.tx, owner, { id: ctx.newId(), kind: 'apart', now: ctx.now }, readers)
    const entryId = ctx.newId()
    const body: StepBody = { kind: 'glass_asked', note: reason }
    await addEntry(ctx.tx, row, { id: entryId, kind: body.kind, at: ctx.now, accountId: pair.accountId, keyId: key.id, body: caseSeal(key.id, key.bytes, row.id).json(body, `entry.body:${entryId}`) })
    return { caseId: file.id, seats, others }
  })
  await ctx.audit({ unitId, action: askGlass.name, entity: sealedEntity(caseId) })
  await tellSeats(ctx, seats, `cases.glass:${id}`, 'cases.notice_glass')
  await tellSeats(ctx, others.map(({ accountId }) => ({ unitId, accountId })), `cases.glass_second:${id}`, 'cases.notice_glass_second', '/viec-rieng/mo-khan')
  return { id }
})
