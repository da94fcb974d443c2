import { sql, type Transaction } from 'kysely'
import type { AccessDb } from './tables.ts'

/** @param kept  the instant before which traces are removed */
export async function deleteWhatIsOver(tx: Transaction<AccessDb>, { now, kept }: { now: Date; kept: Date }): Promise<void> {
  await sql`delete from access.session where expires_at <= ${now}`.execute(tx)
  await sql`delete from access.password_link where coalesce(used_at, expires_at) < ${kept}`.execute(tx)
  await sql`delete from access.sign_in_throttle where first_at < ${now}::timestamptz - interval '1 day' and coalesce(blocked_until, first_at) < ${now}`.execute(tx)
  await sql`delete from platform.operation_log where at < ${kept}`.execute(tx)
}
