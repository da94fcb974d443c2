import { FormulaError } from '@songhanh/formula/formula-error'
import { ownerOf } from '#core/units/store.ts'
import { untyped } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { saveDefinition } from '../definition-contract.ts'
import type { Definition } from '../model/definition.ts'
import { formulaFor } from '../model/formula-of.ts'
import { withTrial } from '../model/trial.ts'
import { CATALOGUE } from '../reference/catalogue.ts'
import { groundOf } from '../public.ts'
import { command, definitionsAbove, insertDefinition } from '../store.ts'

export default command(
  saveDefinition,
  async (ctx, { unitId, reason, ...given }) => {
    await ctx.allow('indicators.define', unitId)
    const { code } = given
    const replaced = CATALOGUE.find((definition) => definition.code === code)
    if (!replaced && !code.startsWith('X')) throw new AppError('invalid', 'indicators.code_form', { code })
    if (given.validFrom < ctx.today) throw new AppError('invalid', 'indicators.valid_from_past')
    const made = (await definitionsAbove(ctx.tx, unitId, ctx.today)).filter((definition) => definition.code === code)
    const version = Math.max(replaced?.version ?? 0, ...made.map((definition) => definition.version)) + 1
    const definition: Definition = { ...given, version, name: { vi: given.name.vi, en: given.name.en || given.name.vi }, milestones: replaced?.milestones ?? [] }
    const { measures } = await groundOf(ctx.tx, unitId, ctx.today)
    try {
      formulaFor(definition.formula, definition.unit, withTrial(measures, definition))
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error
      throw new AppError('invalid', `indicators.formula_${error.fault}`, { ...error.params, position: error.from + 1 }, { cause: error })
    }
    const id = ctx.newId()
    const owner = await ownerOf(untyped(ctx.tx), unitId)
    await insertDefinition(ctx.tx, { ...definition, ...owner, id, reason, createdBy: ctx.actor!.personId, createdAt: ctx.now })
    await ctx.audit({ unitId, action: saveDefinition.name, entity: id, after: { code, version, formula: definition.formula, validFrom: definition.validFrom, reason } })
    return { id, version }
  },
  { conflicts: { definition_unit_id_code_version_key: 'indicators.version_taken' } },
)
