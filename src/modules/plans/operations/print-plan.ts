import type { DocumentModel } from '@songhanh/vanban/model'
import type { Transaction } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import type { PlanNode } from '../model/plan-node.ts'
import { toDocument } from '../model/to-document.ts'
import { unitKindOf } from '../model/unit-kind.ts'
import { unitOn, type PlanRow } from '../store.ts'
import type { PlansDb } from '../tables.ts'

/** The plan as the official document that is printed: its lines inside its frame. */
export async function planDocument(
  tx: Transaction<PlansDb>,
  plan: Pick<PlanRow, 'unitId' | 'year' | 'frame' | 'number' | 'symbol' | 'issuedOn'>,
  nodes: readonly PlanNode[],
  today: PlainDate,
): Promise<DocumentModel> {
  const unit = await unitOn(tx, plan.unitId, today)
  const { frame, year } = plan
  const { header, ...body } = toDocument({
    nodes,
    year,
    bases: [],
    unit: {
      name: unit.name,
      // The Ministry writes as a Department does.
      kind: unitKindOf(unit) ?? 'department',
      parentIssuer: unit.parentName,
      parentName: unit.parentName,
      place: frame.place,
      abbreviation: unit.symbol,
    },
    title: frame.docTitle,
    number: plan.number,
    date: plan.issuedOn,
    signer: frame.signer,
    recipients: frame.recipients,
  })
  return {
    ...body,
    header: { ...header, issuer: capitals(unit.name), parentIssuer: unit.parentName && capitals(unit.parentName), issuerName: unit.name, symbol: plan.symbol ?? header.symbol },
    preamble: frame.preamble,
    lead: frame.lead,
    closing: frame.closing,
  }
}

/** The letterhead prints names in capitals. @source Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.2 */
function capitals(name: string): string {
  return name.toLocaleUpperCase('vi')
}
