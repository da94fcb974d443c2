import type { Transaction } from 'kysely'
import { refreshCoverage } from './answer-points.ts'
import { decisionsOf, putAnswers, putDecisions } from '../coverage-store.ts'
import { pointsOf } from '../directive-store.ts'
import { carryCovers, carryDecisions } from '../model/coverage.ts'
import { changedPoints } from '../model/superior-points.ts'
import { nodesOf, setCovers } from '../node-store.ts'
import { lockPlan, setDirective } from '../store.ts'
import type { PlansDb } from '../tables.ts'

/**
 * Holds a plan against the amended plan of the superior: what stayed the same keeps its answer and its decision, only
 * the points that changed or are new stand open. The words of the plan stay as they are, issued or not.
 */
export async function moveToAmended(tx: Transaction<PlansDb>, planId: string, directiveId: string): Promise<void> {
  const plan = await lockPlan(tx, planId)
  if (!plan.directiveId || plan.directiveId === directiveId) return
  const before = (await pointsOf(tx, plan.directiveId)).map((row) => row.point)
  const now = (await pointsOf(tx, directiveId)).map((row) => row.point)
  const changes = changedPoints(before, now)
  const decisions = carryDecisions(changes, await decisionsOf(tx, planId))
  const nodes = (await nodesOf(tx, planId)).map((node) => ({ ...node, covers: carryCovers(changes, node.covers) }))

  await setDirective(tx, planId, directiveId)
  await setCovers(tx, planId, nodes)
  const owner = { planId, provinceId: plan.provinceId, unitId: plan.unitId, directiveId }
  await putAnswers(tx, owner, now.map((point) => ({ pointId: point.id, state: 'missing', leaf: true, nodeIds: [], gaps: [] })))
  const by = { personId: plan.submittedBy ?? plan.createdBy, at: plan.changedAt }
  for (const pointId of new Set(decisions.map((decision) => decision.pointId))) {
    await putDecisions(tx, planId, pointId, decisions.filter((decision) => decision.pointId === pointId), by)
  }
  await refreshCoverage(tx, { ...plan, directiveId }, nodes)
}
