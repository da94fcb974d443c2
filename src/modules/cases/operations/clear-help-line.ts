import { AppError } from '#platform/errors.ts'
import { clearHelpLine } from '../help-line-contract.ts'
import { areaOf, unsayHelpLine } from '../help-line-store.ts'
import { asIntake, caseCommand } from '../store.ts'

export default caseCommand(clearHelpLine, async (ctx, { unitId, key }) => {
  await ctx.allow('cases.editHelpLines', unitId)
  const { provinceId, area } = await areaOf(ctx.tx, unitId)
  if (!(await asIntake(ctx.tx, () => unsayHelpLine(ctx.tx, provinceId, area, key)))) throw new AppError('not_found', 'cases.no_help_line')
  await ctx.audit({ unitId, action: clearHelpLine.name, entity: `${area}:${key}` })
  return null
})
