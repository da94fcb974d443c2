import type { Transaction } from 'kysely'
import { untyped } from '#platform/db/connect.ts'
import { writeAudit } from '#core/audit/store.ts'
import { withdrawPlan } from '../step-contract.ts'
import { markWithdrawn } from '../directive-store.ts'
import { planLifecycle } from '../model/plan-lifecycle.ts'
import { lockIssuedAs, moveTo } from '../store.ts'
import type { PlansDb } from '../tables.ts'

/**
 * What follows when a document is withdrawn: the plan that was issued as it is withdrawn too, and nobody begins a plan
 * under it any more. Plans of others that answer it stay. A second time changes nothing.
 * @returns the plan that is no longer in force
 */
export async function withdrawWithDocument(tx: Transaction<PlansDb>, documentId: string, now: Date): Promise<{ planId: string; unitId: string } | null> {
  await markWithdrawn(tx, documentId, now)
  const plan = await lockIssuedAs(tx, documentId)
  if (!plan) return null
  const state = planLifecycle.next(plan.state, 'revoke')
  await moveTo(tx, plan.id, state)
  await writeAudit(untyped(tx), { unitId: plan.unitId, accountId: null, at: now, action: withdrawPlan.name, entity: plan.id, before: { state: plan.state }, after: { state, documentId } })
  return { planId: plan.id, unitId: plan.unitId }
}
