import { listPeople } from '../contract.ts'
import { peopleOfPage, query } from '../store.ts'

export default query(listPeople, async (ctx, { limit, below, ...input }) => {
  await ctx.allow('people.read', input.unitId)
  const isDeep = below && (await ctx.mayBelow('people.read', input.unitId))
  const people = await peopleOfPage(ctx.tx, { ...input, search: input.search, after: input.after, below: isDeep, today: ctx.today, limit: limit + 1 })
  return { people: people.slice(0, limit), hasMore: people.length > limit }
})
