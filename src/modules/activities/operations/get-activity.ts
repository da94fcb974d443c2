import { frozenBy } from '#core/facts/freeze.ts'
import { missingEvidence } from '#core/records/model/evidence.ts'
import { lockRecord, recordTables } from '#core/records/store.ts'
import { getActivity } from '../contract.ts'
import { evidenceOf, questionsOf } from '../evidence-store.ts'
import { kindOf } from '../model/kinds.ts'
import { lineTexts, namesOf, query, unitNameOf } from '../store.ts'
import { SOURCE } from './keep-activity.ts'
import { wireValues } from '../model/wire-values.ts'

export default query(getActivity, async (ctx, { recordId }) => {
  const record = await lockRecord(recordTables(ctx.tx), recordId, 'activities.not_found')
  const { unitId, createdBy, changedBy, kind, kindVersion, state, revision, createdAt, changedAt } = record
  await ctx.allow('activities.read', unitId)
  const showsNames = await ctx.may('activities.readNames', unitId)
  if (showsNames && record.attendance.length > 0) await ctx.noteReading({ unitId, action: getActivity.name, entity: recordId })
  const evidence = await evidenceOf(ctx.tx, recordId)
  const names = await namesOf(ctx.tx, [createdBy, changedBy])
  return {
    id: recordId,
    unitId,
    unitName: await unitNameOf(ctx.tx, unitId),
    kind,
    kindVersion,
    state,
    revision,
    values: wireValues(record.values),
    attendance: showsNames ? [...record.attendance] : null,
    evidence: evidence.map(({ pictureHash: _, ...piece }) => piece),
    evidenceMissing: missingEvidence(kindOf(kind).evidence, evidence.map((piece) => piece.kind)),
    questions: await questionsOf(ctx.tx, record, ctx.today),
    nodeText: record.values.nodeId === null ? null : ((await lineTexts(ctx.tx, unitId, [record.values.onDay])).get(record.values.nodeId) ?? null),
    frozenBy: (await frozenBy(ctx.tx, SOURCE, recordId)).map(({ title, unitId: holder, unitName }) => ({ title, unitId: holder, unitName })),
    createdByName: names.get(createdBy) ?? null,
    createdAt,
    changedByName: names.get(changedBy) ?? null,
    changedAt,
    canEdit: await ctx.may('activities.edit', unitId),
  }
})
