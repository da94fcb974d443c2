import type { Transaction } from 'kysely'
import { untyped } from '#platform/db/connect.ts'
import type { JobData } from '#platform/jobs.ts'
import { writeAudit } from '#core/audit/store.ts'
import { asSystem } from './operation.ts'
import type { Request } from './request.ts'
import { accountById } from './store.ts'
import type { AccessDb } from './tables.ts'
import { noteFailure, type Tries } from './throttle.ts'

export const RECORD_FAILURE = 'access.record-failure'

/**
 * Counts a failure and has it recorded. Later, by a job, and queued for an unknown name as well: the time of the refusal
 * must not tell whether there is such an account. What was typed is not kept: it may be a password in the wrong field.
 */
export async function failed(tx: Transaction<AccessDb>, request: Pick<Request, 'now' | 'jobs'>, tries: Tries, accountId: string | null): Promise<void> {
  await noteFailure(tx, tries, request.now)
  await request.jobs.enqueue(untyped(tx), RECORD_FAILURE, { accountId, at: request.now.toISOString() })
}

/** Writes a failed try into the record of the unit of the account. */
export async function recordFailure(request: Pick<Request, 'db' | 'now'>, { accountId, at }: JobData): Promise<void> {
  if (typeof accountId !== 'string') return
  await asSystem<AccessDb, void>(request, async (tx) => {
    const account = await accountById(tx, accountId)
    if (account) await writeAudit(untyped(tx), { unitId: account.unitId, accountId: null, at: new Date(String(at)), action: 'access.signInFailed', entity: account.id })
  })
}
