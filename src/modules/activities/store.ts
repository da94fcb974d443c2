import { sql, type Transaction } from 'kysely'
import { commandFor, queryFor } from '#core/access/operation.ts'
import { missingEvidence, type EvidenceKind } from '#core/records/model/evidence.ts'
import { changedParts, type Part } from '#core/records/model/merge.ts'
import type { Audience, Kind } from '#core/records/model/kind.ts'
import type { RecordState } from '#core/records/model/record.ts'
import type { SavedRecord } from '#core/records/store.ts'
import { lockRecord, recordsOf, recordTables, versionsOf } from '#core/records/store.ts'
import { beyondReach } from '#core/access/operation.ts'
import { assignmentsOf } from '#modules/assignments/public.ts'
import { tablesOf } from '#platform/db/connect.ts'
import { KINDS } from './kinds/all.ts'
import type { ActivitiesDb } from './tables.ts'

export const command = commandFor<ActivitiesDb>()
export const query = queryFor<ActivitiesDb>()

/** A transaction of others, narrowed to the tables of this module. */
export const activityTables = tablesOf<ActivitiesDb>()

type Tx = Transaction<ActivitiesDb>

/** The activity, locked. @throws AppError `not_found` */
export function lockActivity(tx: Tx, id: string): Promise<SavedRecord> {
  return lockRecord(recordTables(tx), id, 'activities.not_found')
}

/** Names by person, of whoever is known; a colleague above is named as well. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await beyondReach(tx, () => tx.selectFrom('people.person').select(['id', 'fullName']).where('id', 'in', wanted).execute())
  return new Map(rows.map(({ id, fullName }) => [id, fullName]))
}

interface Blame {
  readonly byName: string | null
  readonly at: Date
}

/** Who wrote each part of an activity as it stands, and who wrote a revision. */
export async function blameOf(tx: Tx, recordId: string): Promise<{ of: (part: Part) => Blame; at: (revision: number) => Blame }> {
  const versions = await versionsOf(recordTables(tx), recordId)
  const names = await namesOf(tx, versions.map(({ changedBy }) => changedBy))
  const blame = ({ changedBy, changedAt }: (typeof versions)[number]): Blame => ({ byName: names.get(changedBy) ?? null, at: changedAt })
  const first = versions.at(-1)!
  const writerOf = (part: Part) => versions.find(({ values }, at) => at + 1 < versions.length && changedParts(versions[at + 1]!.values, values).includes(part)) ?? first
  return { of: (part) => blame(writerOf(part)), at: (revision) => blame(versions.find((version) => version.revision === revision) ?? first) }
}

export async function unitNameOf(tx: Tx, unitId: string): Promise<string> {
  const row = await tx
    .selectFrom('units.unitVersion')
    .select('name')
    .where('unitId', '=', unitId)
    .orderBy(sql`valid @> units.app_today()`, 'desc')
    .orderBy('valid', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.name ?? ''
}

export interface ActivityFilter {
  readonly unitId: string
  readonly kind?: string | undefined
  readonly month?: string | undefined
  readonly year?: string | undefined
  readonly audience?: Audience | undefined
  readonly q?: string | undefined
  readonly taskId?: string | undefined
  readonly nodeId?: string | undefined
  readonly by?: string | undefined
  readonly state?: RecordState | undefined
  readonly lacking?: 'evidence' | undefined
}

export interface ActivityLine {
  readonly id: string
  readonly kind: string
  readonly state: RecordState
  readonly onDay: string
  readonly untilDay: string | null
  readonly title: string
  readonly place: string | null
  readonly detail: string
  readonly cost: number | null
  readonly contacts: number | null
  readonly female: number | null
  readonly male: number | null
  readonly persons: number | null
  readonly pieces: readonly EvidenceKind[]
  readonly nodeId: string | null
  readonly byId: string
  readonly revision: number
}

/** Every activity of a selection, newest first, with its people and the kinds of its evidence. */
export async function linesOf(tx: Tx, filter: ActivityFilter): Promise<ActivityLine[]> {
  const { unitId, kind, month, year, audience, q, taskId, nodeId, by, state } = filter
  const words = (q ?? '').split(/\s+/).filter(Boolean).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  const from = month ? `${month}-01` : year ? `${year}-01-01` : null
  const length = month ? '1 month' : '1 year'
  const found = await sql<Omit<ActivityLine, 'cost'> & { cost: string | null }>`
    select r.id, r.kind, r.state, r.on_day, r.until_day, r.title, r.place, r.detail, r.cost, r.node_id, r.created_by as by_id, r.revision,
      h.contacts, h.female, h.male, h.persons,
      array(select e.kind from records.evidence e where e.province_id = r.province_id and e.record_id = r.id and not e.removed) as pieces
    from records.record r
    left join lateral (
      select sum(c.contacts)::bigint as contacts, sum(c.contacts) filter (where c.sex = 'F')::bigint as female,
        sum(c.contacts) filter (where c.sex = 'M')::bigint as male, sum(c.persons)::bigint as persons
      from records.head_count c where c.province_id = r.province_id and c.record_id = r.id
    ) h on true
    where r.unit_id = ${unitId}
      and (${state ?? null}::text is null and r.state <> 'removed' or r.state = ${state ?? null})
      and (${kind ?? null}::text is null or r.kind = ${kind ?? null})
      and (${from}::date is null or r.on_day >= ${from}::date and r.on_day < ${from}::date + ${length}::interval)
      and (${taskId ?? null}::uuid is null or r.task_id = ${taskId ?? null})
      and (${nodeId ?? null}::uuid is null or r.node_id = ${nodeId ?? null})
      and (${by ?? null}::uuid is null or r.created_by = ${by ?? null})
      and (${audience ?? null}::text is null or exists (
        select from records.head_count c where c.province_id = r.province_id and c.record_id = r.id and c.audience = ${audience ?? null}))
      and (select coalesce(bool_and(r.search_text like platform.fold(w.word)), true) from unnest(${words}::text[]) as w (word))
    order by r.on_day desc, r.created_at desc, r.id desc`.execute(tx)
  const lines = found.rows.map((row) => ({ ...row, cost: row.cost === null ? null : Number(row.cost) }))
  return filter.lacking ? lines.filter((line) => line.state === 'recorded' && missingOf(line) > 0) : lines
}

/** Recorded activities that touch a span of days. */
export function activitiesBetween(tx: Tx, unitId: string, from: string, to: string) {
  return tx
    .selectFrom('records.record')
    .select(['id', 'onDay', 'untilDay', 'title', 'place', 'createdBy'])
    .where('unitId', '=', unitId)
    .where('state', '=', 'recorded')
    .where('onDay', '<=', to)
    .where((or) => or.or([or('onDay', '>=', from), or('untilDay', '>=', from)]))
    .orderBy('onDay')
    .orderBy('id')
    .execute()
}

/** How many pieces of evidence an activity still lacks by the rule of its kind. */
export function missingOf({ kind, pieces }: Pick<ActivityLine, 'kind' | 'pieces'>): number {
  const known: Kind | undefined = KINDS.get(kind)
  return known ? missingEvidence(known.evidence, pieces) : 0
}

/** Lines of the unit's plans in words, by id, for the years of some days. */
export async function lineTexts(tx: Tx, unitId: string, days: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const years = [...new Set(days.map((day) => Number(day.slice(0, 4))))]
  const found: [string, string][] = []
  for (const year of years) found.push(...(await assignmentsOf(tx, unitId, year)).map(({ nodeId, text }): [string, string] => [nodeId, text]))
  return new Map(found)
}

/** Who has written activities of a unit. */
export async function writersOf(tx: Tx, unitId: string): Promise<{ id: string; name: string }[]> {
  const rows = await tx.selectFrom('records.record').select('createdBy').distinct().where('unitId', '=', unitId).where('state', '!=', 'removed').execute()
  const names = await namesOf(tx, rows.map(({ createdBy }) => createdBy))
  return [...names].map(([id, name]) => ({ id, name }))
}

/** Activities of a unit by id, of those that are asked for. */
export async function activitiesByIds(tx: Tx, unitId: string, ids: readonly string[]): Promise<ReadonlyMap<string, SavedRecord>> {
  const found = await recordsOf(recordTables(tx), ids)
  return new Map(found.filter((record) => record.unitId === unitId).map((record) => [record.id, record]))
}
