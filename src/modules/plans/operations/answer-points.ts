import type { Transaction } from 'kysely'
import { decisionsOf, putAnswers, type AnswerRow } from '../coverage-store.ts'
import { pointsFor } from '../directive-store.ts'
import { checkPlan, type PlanCheck } from '../model/check-plan.ts'
import { coverage, type Coverage } from '../model/coverage.ts'
import type { PlanNode } from '../model/plan-node.ts'
import { leafPoints } from '../model/superior-points.ts'
import type { PlanRow } from '../store.ts'
import type { PlansDb } from '../tables.ts'

type Tx = Transaction<PlansDb>
type AnsweringPlan = Pick<PlanRow, 'id' | 'provinceId' | 'unitId' | 'reopened'> & { readonly directiveId: string }

/** The matrix of a plan against the points of its directive as they stand. */
async function coverageOf(tx: Tx, plan: AnsweringPlan, nodes: readonly PlanNode[]): Promise<Coverage> {
  const points = await pointsFor(tx, plan)
  return coverage(points, nodes, await decisionsOf(tx, plan.id))
}

/** Derives the matrix anew and keeps it for the superior's board. */
export async function refreshCoverage(tx: Tx, plan: AnsweringPlan, nodes: readonly PlanNode[]): Promise<AnswerRow[]> {
  const { rows } = await coverageOf(tx, plan, nodes)
  const leaves = new Set(leafPoints(rows.map((row) => row.point)).map((point) => point.id))
  const answers = rows.map(({ point, state, links, missing }) => ({
    pointId: point.id,
    state,
    leaf: leaves.has(point.id),
    nodeIds: links.map((link) => link.nodeId),
    gaps: missing,
  }))
  await putAnswers(tx, { planId: plan.id, provinceId: plan.provinceId, unitId: plan.unitId, directiveId: plan.directiveId }, answers)
  return answers
}

/** What must or should be mended before the plan is submitted. */
export async function checksOf(tx: Tx, plan: Pick<PlanRow, 'id' | 'unitId' | 'year' | 'directiveId' | 'reopened'>, nodes: readonly PlanNode[]): Promise<readonly PlanCheck[]> {
  const { directiveId } = plan
  const points = directiveId ? await pointsFor(tx, { ...plan, directiveId }) : []
  return checkPlan({ year: plan.year, nodes, points, decisions: await decisionsOf(tx, plan.id) })
}
