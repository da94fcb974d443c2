import type { Transaction } from 'kysely'
import { refreshCoverage } from './answer-points.ts'
import { clearAnswers, decidedPoints, putDecidedPoints } from '../coverage-store.ts'
import { amendmentOf, pointsOf } from '../directive-store.ts'
import { carryDecisions, carryPointIds, reopenedPoints } from '../model/coverage.ts'
import { changedPoints } from '../model/superior-points.ts'
import { nodesOf, setCovers } from '../node-store.ts'
import { bumpRevision, lockPlan, setDirective } from '../store.ts'
import type { PlansDb } from '../tables.ts'

/**
 * Holds a plan against the latest amendment of the superior's plan that it answers: what reads as before keeps its
 * answer and its decision, the points that changed or are new stand open. The words of the plan stay as they are,
 * issued or not.
 *
 * Goes forward only, so that jobs of several amendments may run in any order and twice.
 */
export async function moveToAmended(tx: Transaction<PlansDb>, planId: string, now: Date): Promise<void> {
  const plan = await lockPlan(tx, planId)
  if (!plan.directiveId) return
  const directiveId = await latestOf(tx, plan.directiveId)
  if (directiveId === plan.directiveId) return
  const changes = changedPoints(await pointsOf(tx, plan.directiveId), await pointsOf(tx, directiveId))
  const reopened = reopenedPoints(changes, plan.reopened)
  const lines = await nodesOf(tx, planId)
  const nodes = lines.map((node) => {
    const covers = carryPointIds(changes, node.covers)
    return covers.join() === node.covers.join() ? node : { ...node, covers }
  })
  const decided = (await decidedPoints(tx, planId)).flatMap(({ decisions, by }) => {
    const carried = carryDecisions(changes, decisions)
    return carried[0] ? [{ pointId: carried[0].pointId, decisions: carried, by }] : []
  })

  const moved = { ...plan, directiveId, reopened }
  await setDirective(tx, planId, directiveId, reopened)
  // An editor that is open hears of it; what was issued is not edited any more.
  const revision = plan.state === 'issued' ? plan.revision : await bumpRevision(tx, planId, now)
  await setCovers(tx, planId, nodes.filter((node) => !lines.includes(node)), revision)
  await clearAnswers(tx, planId)
  await refreshCoverage(tx, moved, nodes)
  await putDecidedPoints(tx, planId, decided)
  await refreshCoverage(tx, moved, nodes)
}

/** The directive itself, or the last of those that amended it one after the other. */
async function latestOf(tx: Transaction<PlansDb>, directiveId: string): Promise<string> {
  const amendment = await amendmentOf(tx, directiveId)
  return amendment === null ? directiveId : latestOf(tx, amendment)
}
