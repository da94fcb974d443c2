import { sql } from 'kysely'
import { backupsUntil, endsBefore, type Retention } from './model/retention.ts'
import { asIntake, type Tx } from './store.ts'

/** Ends every case whose time is over and that nothing holds. @returns how many */
export function endCases(tx: Tx, retention: Retention, now: Date): Promise<number> {
  const before = endsBefore(retention, now)
  return asIntake(tx, async () => {
    const due = await tx.selectFrom('cases.caseFile').select('id').where('state', '=', 'closed').where('closedAt', '<', before).execute()
    let ended = 0
    for (const { id } of due) {
      const { rows } = await sql<{ endCase: boolean }>`select cases.end_case(${id}::uuid, ${before}, ${now}, ${backupsUntil(retention, now)}::date)`.execute(tx)
      if (rows[0]?.endCase) ended++
    }
    return ended
  })
}

/** Whether something holds the case. */
export async function isHeld(tx: Tx, caseId: string): Promise<boolean> {
  return (await tx.selectFrom('cases.legalHold').select('id').where('caseId', '=', caseId).where('until', 'is', null).executeTakeFirst()) !== undefined
}

export async function endHold(tx: Tx, caseId: string, now: Date): Promise<void> {
  await tx.updateTable('cases.legalHold').set({ until: now }).where('caseId', '=', caseId).where('until', 'is', null).execute()
}
