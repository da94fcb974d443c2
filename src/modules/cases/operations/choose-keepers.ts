import { beyondReach } from '#core/access/operation.ts'
import { sealedEntity } from '#core/audit/store.ts'
import { ownerOf } from '#core/units/store.ts'
import { untyped } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { receiversOf } from '../case-key-store.ts'
import { bodiesOf } from '../intake-store.ts'
import { keepWithThree } from '../keeper-store.ts'
import { chooseKeepers } from '../key-contract.ts'
import { openedPair } from '../opened-store.ts'
import { asIntake, caseCommand } from '../store.ts'

export default caseCommand(chooseKeepers, async (ctx, { unitId, accountIds }) => {
  await ctx.allow('cases.work', unitId)
  const pair = await openedPair(ctx)
  const chosen = [...new Set(accountIds)].filter((id) => id !== pair.accountId)
  const bodies = await beyondReach(ctx.tx, () => bodiesOf(ctx.tx, unitId, ctx.today))
  const free = new Set(bodies.flatMap(({ people }) => people.filter(({ hasKey }) => hasKey).map(({ accountId }) => accountId)))
  if (chosen.length !== 3 || chosen.some((id) => !free.has(id))) throw new AppError('invalid', 'cases.keepers_three')
  const { provinceId } = await ownerOf(untyped(ctx.tx), unitId)
  await asIntake(ctx.tx, async () => keepWithThree(ctx.tx, { provinceId, unitId }, pair, await receiversOf(ctx.tx, chosen)))
  await ctx.audit({ unitId, action: chooseKeepers.name, entity: sealedEntity(pair.id) })
  return null
})
