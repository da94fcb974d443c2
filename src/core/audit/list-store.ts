import { sql, type Transaction } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import { queryFor } from '#core/access/operation.ts'
import type { AuditEntryView } from './contract.ts'
import { SEALED } from './store.ts'

export const query = queryFor<unknown>()

export interface AuditFilter {
  readonly unitId: string
  readonly accountId: string | undefined
  readonly action: string | undefined
  readonly entity: string | undefined
  readonly from: PlainDate | undefined
  readonly until: PlainDate | undefined
  readonly before: number | undefined
  readonly limit: number
}

/** Entries of a unit, newest first, without those of confidential things; days are counted in Vietnam. */
export async function entriesOf(tx: Transaction<unknown>, filter: AuditFilter): Promise<Omit<AuditEntryView, 'fullName'>[]> {
  const { unitId, accountId = null, action = null, entity = null, from = null, until = null, before = null, limit } = filter
  const found = await sql<Omit<AuditEntryView, 'fullName'>>`
    select number, at, account_id, action, entity, before, after
    from audit.entry
    where province_id = (select province_id from units.unit where id = ${unitId}) and unit_id = ${unitId}
      and entity not like ${`${SEALED}%`}
      and (${before}::bigint is null or number < ${before}::bigint)
      and (${accountId}::uuid is null or account_id = ${accountId}::uuid)
      and (${action}::text is null or action = ${action})
      and (${entity}::text is null or entity = ${entity})
      and (${from}::date is null or at >= ${from}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')
      and (${until}::date is null or at < (${until}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
    order by number desc
    limit ${limit}`.execute(tx)
  return found.rows
}
