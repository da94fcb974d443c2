import { FormulaError } from '@songhanh/formula/formula-error'
import { checkFormula } from '../definition-contract.ts'
import { trialDefinition, withTrial } from '../model/trial.ts'
import { formulaFor } from '../model/formula-of.ts'
import { figuresFor, groundOf } from '../public.ts'
import { query, unitOn } from '../store.ts'
import { figureFields, viewOf } from './indicator-rows.ts'
import { nodeView } from './trace-figure.ts'

export default query(checkFormula, async (ctx, { unitId, year, ...trial }) => {
  await ctx.allow('indicators.read', unitId)
  const unit = await unitOn(ctx.tx, unitId, ctx.today)
  const definition = trialDefinition(trial)
  const stands = await groundOf(ctx.tx, unitId, ctx.today)
  const ground = { ...stands, measures: withTrial(stands.measures, definition) }
  try {
    formulaFor(trial.formula, trial.unit, ground.measures)
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error
    return { problem: { fault: error.fault, from: error.from, to: error.to, params: { ...error.params } }, figure: null }
  }
  const [figure] = await figuresFor(ctx.tx, ground, [{ ...definition, ownerId: null, ownerName: null }], viewOf(unit, year))
  return { problem: null, figure: figure ? { ...figureFields(figure), explain: nodeView(figure.explain) } : null }
})
