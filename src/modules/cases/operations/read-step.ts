import { namesOfAccounts } from '#core/access/account-store.ts'
import { beyondReach } from '#core/access/operation.ts'
import { sealedEntity, writeAudit } from '#core/audit/store.ts'
import { untyped } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { parseInput } from '#platform/operation.ts'
import { sharesOf } from '../case-key-store.ts'
import { readStep } from '../contract.ts'
import { enterCase } from '../enter-store.ts'
import { StepBody } from '../model/steps.ts'
import { asSeated, caseQuery, entriesOf, logAccess } from '../store.ts'

/** @throws AppError `not_found` as well for whoever was not chosen as a reader */
export default caseQuery(readStep, async (ctx, { caseId, stepId }) => {
  const { row, sealOf, seat } = await enterCase(ctx, caseId)
  const { accountId } = ctx.actor!
  const { entry, shares } = await asSeated(ctx.tx, async () => ({
    entry: (await entriesOf(ctx.tx, [caseId])).find(({ id }) => id === stepId),
    shares: await sharesOf(ctx.tx, caseId),
  }))
  const seal = entry && sealOf(entry.keyId)
  if (!entry || !seal) throw new AppError('not_found', 'cases.not_found')
  await asSeated(ctx.tx, () => logAccess(ctx.tx, { provinceId: row.provinceId, id: ctx.newId(), unitId: row.unitId, caseId, at: ctx.now, accountId, act: 'apart' }))
  await writeAudit(untyped(ctx.tx), { unitId: seat.unitId, accountId, at: ctx.now, action: readStep.name, entity: sealedEntity(caseId) })
  const readers = [...new Set(shares.filter(({ keyId }) => keyId === entry.keyId).map((share) => share.accountId))]
  const names = await beyondReach(ctx.tx, () => namesOfAccounts(untyped(ctx.tx), readers))
  return { body: parseInput(StepBody, seal.read(entry.body, `entry.body:${stepId}`)), readers: names.map(({ fullName }) => fullName) }
})
