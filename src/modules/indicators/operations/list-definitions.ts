import { listDefinitions } from '../definition-contract.ts'
import { groundOf } from '../public.ts'
import { definitionsAbove, query } from '../store.ts'
import { definitionView } from './definition-view.ts'

export default query(listDefinitions, async (ctx, { unitId }) => {
  await ctx.allow('indicators.read', unitId)
  const ground = await groundOf(ctx.tx, unitId, ctx.today)
  const made = await definitionsAbove(ctx.tx, unitId, ctx.today)
  return {
    definitions: ground.definitions.map(definitionView),
    own: made.filter(({ ownerId }) => ownerId === unitId).map((definition) => ({ ...definitionView(definition), id: definition.id, withdrawnOn: definition.withdrawnOn, reason: definition.reason })),
    measures: [...ground.measures.values()].map(({ code, number, breakdowns }) => ({ code, number, breakdowns: Object.keys(breakdowns) })),
    canDefine: await ctx.may('indicators.define', unitId),
  }
})
