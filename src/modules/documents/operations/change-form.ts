import { refusedChoices } from '@songhanh/vanban/writing/form-choices'
import { AppError } from '#platform/errors.ts'
import { changeForm } from '../form-contract.ts'
import { formOfUnit, saveForm } from '../form-store.ts'
import { EMPTY_READING } from '../model/reading.ts'
import { command } from '../store.ts'

export default command(changeForm, async (ctx, { unitId, ...form }) => {
  await ctx.allow('documents.changeSeries', unitId)
  const { parentLines, issuerLines, ...sizes } = form
  // The lines are held against the names that they themselves make: whether a document bears them is seen when it is printed.
  const header = { ...EMPTY_READING.header, date: ctx.today, parentIssuer: parentLines.join(' ') || null, issuer: issuerLines.join(' ') || null }
  const choices = { ...sizes, ...(parentLines.length > 0 ? { parentLines } : {}), ...(issuerLines.length > 0 ? { issuerLines } : {}) }
  const refused = refusedChoices(choices, header)
  if (refused.length > 0) throw new AppError('invalid', 'documents.form_refused', { reasons: refused.join(' ') })
  const before = await formOfUnit(ctx.tx, unitId)
  await saveForm(ctx.tx, unitId, form)
  await ctx.audit({ unitId, action: changeForm.name, entity: unitId, before, after: form })
  return form
})
