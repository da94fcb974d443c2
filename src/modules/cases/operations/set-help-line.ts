import { AppError } from '#platform/errors.ts'
import { setHelpLine } from '../help-line-contract.ts'
import { areaOf, sayHelpLine } from '../help-line-store.ts'
import { asIntake, caseCommand } from '../store.ts'

export default caseCommand(setHelpLine, async (ctx, { unitId, ...line }) => {
  await ctx.allow('cases.editHelpLines', unitId)
  if (line.until !== null && line.until < line.from) throw new AppError('invalid', 'cases.days_turned')
  if (line.checkedOn > ctx.today) throw new AppError('invalid', 'cases.checked_ahead')
  const owner = await areaOf(ctx.tx, unitId)
  await asIntake(ctx.tx, () => sayHelpLine(ctx.tx, { ...owner, unitId, ...line }, ctx.now))
  await ctx.audit({ unitId, action: setHelpLine.name, entity: `${owner.area}:${line.key}`, after: line })
  return { key: line.key }
})
