import type { DocumentModel } from '@songhanh/vanban/model'
import type { Transaction } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import { withFound } from '../model/found.ts'
import type { PlanNode } from '../model/plan-node.ts'
import { planToDocument } from '../model/to-document.ts'
import { unitKindOf } from '../model/unit-kind.ts'
import { unitOn, type PlanRow } from '../store.ts'
import type { PlansDb } from '../tables.ts'

/** The plan as the document that is printed, with what a reader finds in it: citations, targets, dates, assignments. */
export async function planDocument(
  tx: Transaction<PlansDb>,
  plan: Pick<PlanRow, 'unitId' | 'frame' | 'number' | 'symbol' | 'issuedOn'>,
  nodes: readonly PlanNode[],
  today: PlainDate,
): Promise<DocumentModel> {
  const unit = await unitOn(tx, plan.unitId, today)
  const { frame, number, issuedOn } = plan
  const symbol = plan.symbol ?? (unit.symbol ? `KH-${unit.symbol}` : null)
  return withFound(planToDocument({ nodes, frame, unit: { ...unit, kind: unitKindOf(unit) }, number, symbol, issuedOn }))
}
