import { sealedEntity } from '#core/audit/store.ts'
import { AppError } from '#platform/errors.ts'
import { tellSeats } from '../alert-store.ts'
import { receiversOf, shareKeys } from '../case-key-store.ts'
import { openGlass } from '../glass-contract.ts'
import { holdersOf, joinPieces, waitingRequests } from '../glass-store.ts'
import type { StepBody } from '../model/steps.ts'
import { openedPair } from '../opened-store.ts'
import { caseSeal } from '../sealed-store.ts'
import { addEntry, addSeats, asIntake, caseCommand, lockCase, seatsOf } from '../store.ts'

/** The second of two: both get a seat for a day, to read. Those in the case are told. */
export default caseCommand(openGlass, async (ctx, { unitId, requestId, reason }) => {
  await ctx.allow('cases.work', unitId)
  const pair = await openedPair(ctx)
  const { caseId, seats } = await asIntake(ctx.tx, async () => {
    const request = (await waitingRequests(ctx.tx, pair.accountId)).find(({ id, accountId }) => id === requestId && accountId !== pair.accountId)
    if (!request) throw new AppError('not_found', 'cases.no_glass')
    const row = await lockCase(ctx.tx, request.caseId)
    const holders = await holdersOf(ctx.tx, row.id)
    const holder = holders.find((one) => one.pairId === pair.id)
    const keys = holder ? await joinPieces(ctx.tx, row.id, requestId, holder, pair) : []
    const work = keys.findLast(({ kind }) => kind === 'work')
    if (!work) throw new AppError('not_found', 'cases.no_glass')
    const before = await seatsOf(ctx.tx, row.id)
    const both = holders.filter(({ accountId: id }) => (id === request.accountId || id === pair.accountId) && before.every(({ accountId }) => accountId !== id))
    const owner = { provinceId: row.provinceId, unitId: row.unitId, caseId: row.id }
    await addSeats(ctx.tx, both.map(({ accountId, unitId: of }) => ({ provinceId: row.provinceId, id: ctx.newId(), unitId: of, caseId: row.id, accountId, kind: 'glass', since: ctx.now, until: null })))
    await shareKeys(ctx.tx, owner, keys, await receiversOf(ctx.tx, both.map(({ accountId }) => accountId)))
    const id = ctx.newId()
    const body: StepBody = { kind: 'glass_opened', note: reason }
    await addEntry(ctx.tx, row, { id, kind: body.kind, at: ctx.now, accountId: pair.accountId, keyId: work.id, body: caseSeal(work.id, work.bytes, row.id).json(body, `entry.body:${id}`) })
    await ctx.tx.updateTable('cases.glassRequest').set({ openedAt: ctx.now }).where('id', '=', requestId).execute()
    await ctx.tx.deleteFrom('cases.glassLent').where('requestId', '=', requestId).execute()
    return { caseId: row.id, seats: before }
  })
  await ctx.audit({ unitId, action: openGlass.name, entity: sealedEntity(caseId) })
  await tellSeats(ctx, seats, `cases.glass_opened:${requestId}`, 'cases.notice_glass')
  return { caseId }
})
