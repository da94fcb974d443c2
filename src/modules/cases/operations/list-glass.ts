import { namesOfAccounts } from '#core/access/account-store.ts'
import { beyondReach } from '#core/access/operation.ts'
import { untyped } from '#platform/db/connect.ts'
import { listGlass } from '../glass-contract.ts'
import { waitingRequests } from '../glass-store.ts'
import { unitNames } from '../intake-store.ts'
import { asIntake, caseQuery } from '../store.ts'

export default caseQuery(listGlass, async (ctx, { unitId }) => {
  await ctx.allow('cases.work', unitId)
  const { accountId } = ctx.actor!
  const requests = await asIntake(ctx.tx, () => waitingRequests(ctx.tx, accountId))
  const names = new Map((await beyondReach(ctx.tx, () => namesOfAccounts(untyped(ctx.tx), requests.map((one) => one.accountId)))).map((one) => [one.accountId, one.fullName]))
  const units = await unitNames(ctx.tx, requests.map((one) => one.unitId), ctx.today)
  return { requests: requests.map(({ id, accountId: by, at, unitId: of, year, number }) => ({ id, unitName: units.get(of) ?? '', year, number, by: names.get(by) ?? '', at, isOwn: by === accountId })) }
})
