import { addLink } from '../evidence-contract.ts'
import { evidenceMissingOf, insertEvidence, pieceOf, questionsOf } from '../evidence-store.ts'
import { command, lockActivity } from '../store.ts'

export default command(
  addLink,
  async (ctx, { recordId, evidenceId, link, caption }) => {
    const record = await lockActivity(ctx.tx, recordId)
    const { unitId, provinceId } = record
    await ctx.allow('activities.edit', unitId)
    await ctx.audit({ unitId, action: addLink.name, entity: recordId, after: { evidenceId, link } })
    if (!(await pieceOf(ctx.tx, recordId, evidenceId))) {
      await insertEvidence(ctx.tx, {
        provinceId, unitId, id: evidenceId, recordId, kind: 'link', fileId: null, thumbnailId: null, link, caption, takenOn: null, pictureHash: [],
        peopleShown: false, consent: false, addedBy: ctx.actor!.personId, addedAt: ctx.now,
      })
    }
    return { evidenceId, questions: await questionsOf(ctx.tx, record, ctx.today), evidenceMissing: await evidenceMissingOf(ctx.tx, record) }
  },
  { conflicts: { evidence_id_key: 'activities.id_taken' } },
)
