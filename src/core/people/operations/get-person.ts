import { untyped } from '#platform/db/connect.ts'
import { getPerson } from '../contract.ts'
import { personOf, query } from '../store.ts'

export default query(getPerson, async (ctx, { personId }) => {
  const person = await personOf(untyped(ctx.tx), personId)
  await ctx.allow('people.change', person.unitId)
  await ctx.noteReading({ unitId: person.unitId, action: getPerson.name, entity: personId })
  return person
})
