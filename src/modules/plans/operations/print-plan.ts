import type { DocumentModel } from '@songhanh/vanban/model'
import type { Transaction } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import { framedDocument } from '../model/framed-document.ts'
import type { PlanNode } from '../model/plan-node.ts'
import { unitKindOf } from '../model/unit-kind.ts'
import { unitOn, type PlanRow } from '../store.ts'
import type { PlansDb } from '../tables.ts'

/** The plan as the official document that is printed. */
export async function planDocument(
  tx: Transaction<PlansDb>,
  plan: Pick<PlanRow, 'unitId' | 'year' | 'frame' | 'number' | 'symbol' | 'issuedOn'>,
  nodes: readonly PlanNode[],
  today: PlainDate,
): Promise<DocumentModel> {
  const unit = await unitOn(tx, plan.unitId, today)
  return framedDocument({ ...plan, nodes, unit: { ...unit, kind: unitKindOf(unit) } })
}
