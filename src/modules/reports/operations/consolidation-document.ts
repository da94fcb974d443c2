import type { DocumentModel } from '@songhanh/vanban/model'
import { dayOf } from '#platform/clock.ts'
import type { ConsolidationRow } from '../consolidation-store.ts'
import { consolidationDocument } from '../model/print-consolidation.ts'
import { reportDocument } from '../model/print.ts'
import type { RoundRow } from '../round-store.ts'
import { namesOfPeople, parentNameOf, unitOn, type Tx } from '../store.ts'
import type { ReadConsolidation } from './read-consolidation.ts'

/** A consolidation as the official document that is printed. */
export async function printedConsolidation(tx: Tx, row: ConsolidationRow, round: RoundRow, read: ReadConsolidation): Promise<DocumentModel> {
  const unit = await unitOn(tx, row.unitId, round.treeOn)
  const parentName = await parentNameOf(tx, row.unitId, round.treeOn)
  const report = reportDocument({
    form: round.form,
    body: read.body,
    period: { label: round.periodLabel, to: round.periodTo },
    window: read.body.window,
    superior: parentName ?? '',
    unit: { ...unit, parentName },
    signerName: (await namesOfPeople(tx, [row.signedBy])).get(row.signedBy ?? '') ?? null,
    signedOn: row.signedAt && dayOf(row.signedAt),
  })
  return consolidationDocument(report, { title: row.title, superior: parentName, cutOff: row.cutOff, included: read.included.map(({ unitName }) => unitName), missing: read.missing })
}
