import { sql } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import type { RecordLine } from './model/sources.ts'
import type { Tx } from './store.ts'

/** Records of a unit within a window, of these kinds, by day: what sentences are made of. */
export async function recordLines(tx: Tx, unitId: string, kinds: readonly string[], from: PlainDate, to: PlainDate): Promise<RecordLine[]> {
  if (kinds.length === 0) return []
  const found = await sql<RecordLine>`
    select r.id, r.kind, r.title, r.on_day, r.cost::float8 as cost_vnd,
      (select count(*)::int from records.evidence e where e.record_id = r.id and not e.removed) as evidence,
      coalesce((
        select jsonb_agg(jsonb_build_object('audience', h.audience, 'sex', h.sex, 'contacts', h.contacts, 'persons', h.persons))
        from (
          select audience, sex, coalesce(sum(contacts), sum(persons))::int as contacts, sum(persons)::int as persons
          from records.head_count c where c.province_id = r.province_id and c.record_id = r.id
          group by audience, sex
        ) h
        where h.contacts is not null
      ), '[]') as heads
    from records.record r
    where r.unit_id = ${unitId}::uuid and r.state = 'recorded' and r.kind = any (${[...kinds]}) and r.on_day between ${from}::date and ${to}::date
    order by r.on_day, r.id`.execute(tx)
  return found.rows
}
