import type { Tx } from './store.ts'
import type { AssignmentTables } from './tables.ts'

/** Takes an issued plan for this transaction, once ever. @returns whether it was still to be taken */
export async function claimPlan(tx: Tx, plan: AssignmentTables['assignments.planTaken']): Promise<boolean> {
  const row = await tx
    .insertInto('assignments.planTaken')
    .values(plan)
    .onConflict((conflict) => conflict.column('planId').doNothing())
    .returning('planId')
    .executeTakeFirst()
  return row !== undefined
}
