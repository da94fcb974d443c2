import { AppError } from '#platform/errors.ts'
import { changeEvidence } from '../evidence-contract.ts'
import { evidenceMissingOf, pieceOf, questionsOf, updateEvidence } from '../evidence-store.ts'
import { command, lockActivity } from '../store.ts'

export default command(changeEvidence, async (ctx, { recordId, evidenceId, ...change }) => {
  const record = await lockActivity(ctx.tx, recordId)
  await ctx.allow('activities.edit', record.unitId)
  const piece = await pieceOf(ctx.tx, recordId, evidenceId)
  if (!piece) throw new AppError('not_found', 'activities.evidence_not_found')
  await updateEvidence(ctx.tx, evidenceId, change)
  await ctx.audit({ unitId: record.unitId, action: changeEvidence.name, entity: recordId, before: { removed: piece.removed }, after: { evidenceId, consent: change.consent, removed: change.removed } })
  return { evidenceId, questions: await questionsOf(ctx.tx, record, ctx.today), evidenceMissing: await evidenceMissingOf(ctx.tx, record) }
})
