import { beyondReach } from '#core/access/operation.ts'
import { sealedEntity } from '#core/audit/store.ts'
import { AppError } from '#platform/errors.ts'
import { newKey } from '#platform/sealing.ts'
import { tellSeats } from '../alert-store.ts'
import { enterReport } from '../contract.ts'
import { bodiesOf, unitNames } from '../intake-store.ts'
import { routeReport } from '../model/routing.ts'
import { openNewCase } from '../new-case-store.ts'
import { keyOf } from '../sealed-store.ts'
import { caseCommand } from '../store.ts'

/**
 * Whoever hears of it has to tell (Luật Trẻ em, Điều 51). The writer gets neither a seat nor a code: what was written is
 * sealed with this transaction, to those who are to handle it.
 */
export default caseCommand(enterReport, async (ctx, { unitId, channel, report }) => {
  await ctx.allow('cases.enter', unitId)
  keyOf(ctx.vault)
  return beyondReach(ctx.tx, async () => {
    const route = routeReport(await bodiesOf(ctx.tx, unitId, ctx.today), report.hideFrom)
    if (!route) throw new AppError('conflict', 'cases.nobody_left')
    const { caseId } = await openNewCase(ctx.tx, ctx, { route, aboutUnitId: unitId, channel, report, toldKey: newKey() })
    await ctx.audit({ unitId, action: enterReport.name, entity: sealedEntity(caseId) })
    await tellSeats(ctx, route.handlers.map((accountId) => ({ unitId: route.unitId, accountId })), `cases.received:${caseId}`)
    return { sentTo: (await unitNames(ctx.tx, [route.unitId], ctx.today)).get(route.unitId) ?? '' }
  })
})
