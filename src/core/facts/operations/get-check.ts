import { AppError } from '#platform/errors.ts'
import { differencesOf, latestRuns } from '../check-store.ts'
import { getCheck } from '../contract.ts'
import { query } from '../store.ts'

export default query(getCheck, async (ctx, { unitId, checkId }) => {
  await ctx.allow('facts.readCheck', unitId)
  const runs = await latestRuns(ctx.tx)
  const check = checkId ? runs.find(({ id }) => id === checkId) : runs[0]
  if (!check && checkId) throw new AppError('not_found', 'facts.no_check')
  return { runs, check: check ?? null, differences: check ? await differencesOf(ctx.tx, check.id) : [] }
})
