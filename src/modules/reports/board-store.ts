import { sql } from 'kysely'
import { beyondReach } from '#core/access/operation.ts'
import type { Level, SchoolLevel } from '#core/units/model/unit.ts'
import type { PlainDate } from '#platform/clock.ts'
import { BOARD_PAGE, OPEN_STATES, RISK_DAYS, type BoardChip, type BoardSort } from './model/board.ts'
import type { ReportState } from './model/lifecycle.ts'
import type { Tx } from './store.ts'

export interface BoardFilter {
  readonly chip?: BoardChip | undefined
  readonly state?: ReportState | undefined
  readonly level?: Level | SchoolLevel | undefined
  readonly communeId?: string | undefined
  readonly q?: string | undefined
}

export interface BoardReport {
  readonly reportId: string
  readonly unitId: string
  readonly unitName: string
  readonly level: Level
  readonly commune: string | null
  readonly state: ReportState
  readonly toFill: number | null
  readonly filled: number | null
  readonly version: number
  readonly submittedAt: Date | null
  readonly isLate: boolean
  readonly dueOn: PlainDate
  readonly extendedUntil: PlainDate | null
  readonly exemptReason: string | null
  readonly returnReason: string | null
  readonly reminders: number
  readonly remindedAt: Date | null
  /** By the program itself, beside those of people. */
  readonly automaticReminders: number
  readonly contact: { name: string; jobTitle: string | null; phone: string | null } | null
  readonly closedOn: PlainDate | null
  readonly successors: { unitId: string; name: string; isAsked: boolean }[]
}

export interface BoardPage {
  readonly counts: Partial<Record<ReportState, number>>
  readonly chips: Record<BoardChip, number>
  readonly communes: { id: string; name: string; units: number }[]
  readonly levels: (Level | SchoolLevel)[]
  readonly found: number
  readonly rows: BoardReport[]
}

// The operations judge the person over the round; the statements then read its reports beyond row-level security, which
// would hold each of some thousand rows against all units of the person.

/** The reports of a round with their unit as it is today, as a common table `asked`. */
const asked = (roundId: string, today: PlainDate) => sql`
  asked as materialized (
    select p.id, p.unit_id, p.province_id, p.state, p.to_fill, p.filled, p.version, p.submitted_at, p.is_late, p.extended_until, p.exempt_reason, p.return_reason,
      coalesce(p.extended_until, r.due_on) as due_on, v.name, v.search_name, v.level, v.school_levels, u.closed_on, c.unit_id as commune_id, c.name as commune
    from reports.report p
    join reports.round r on r.id = p.round_id
    join units.unit u on u.id = p.unit_id
    join lateral (
      select v.name, v.search_name, v.level, v.school_levels, v.administrative_parent_id from units.unit_version v
      where v.unit_id = p.unit_id order by v.valid @> ${today}::date desc, v.valid desc limit 1
    ) v on true
    left join units.unit_version c on c.unit_id = v.administrative_parent_id and c.level = 'commune' and c.valid @> ${today}::date
    where p.round_id = ${roundId}::uuid
  )`

const isAtRisk = (today: PlainDate) => sql`(a.state = any (${[...OPEN_STATES]}::text[]) and a.due_on <= ${today}::date + ${RISK_DAYS}::int)`

function chipHolds(chip: BoardChip, today: PlainDate) {
  if (chip === 'mine') return sql`a.state = 'submitted'`
  if (chip === 'risk') return isAtRisk(today)
  if (chip === 'returned') return sql`a.state = 'returned'`
  return chip === 'done' ? sql`a.state = 'accepted'` : sql`true`
}

function filterHolds({ chip = 'all', state, level, communeId, q }: BoardFilter, today: PlainDate) {
  const words = q?.trim() ? `%${q.trim().replace(/[\\%_]/g, '\\$&')}%` : null
  return sql`${chipHolds(chip, today)}
    and (${state ?? null}::text is null or a.state = ${state ?? null})
    and (${level ?? null}::text is null or a.level = ${level ?? null} or ${level ?? null} = any (a.school_levels))
    and (${communeId ?? null}::uuid is null or a.commune_id = ${communeId ?? null}::uuid or a.unit_id = ${communeId ?? null}::uuid)
    and (${words}::text is null or a.search_name like platform.fold(${words}))`
}

/** What waits for the superior first, the oldest first; then who has the report still before it. */
const QUEUE = sql`array_position(array['submitted', 'returned', 'not_started', 'draft', 'review', 'signed', 'accepted', 'exempt'], a.state), a.submitted_at, a.search_name, a.id`

const ORDERS: Record<BoardSort, typeof QUEUE> = {
  queue: QUEUE,
  name: sql`a.search_name, a.id`,
  submitted: sql`a.submitted_at desc nulls last, a.search_name, a.id`,
  filled: sql`(case when a.version > 0 then 1 else coalesce(a.filled::float8 / nullif(a.to_fill, 0), 0) end), a.search_name, a.id`,
}

/** Reminders, contact person and heirs of the reports in `page`; the people of a unit that has left are none of the superior's business. */
const told = (roundId: string, today: PlainDate) => sql`
  page.id as "reportId", page.unit_id as "unitId", page.name as "unitName", page.level, page.commune, page.state, page.to_fill as "toFill", page.filled, page.version,
  page.submitted_at as "submittedAt", page.is_late as "isLate", page.due_on as "dueOn", page.extended_until as "extendedUntil", page.exempt_reason as "exemptReason",
  page.return_reason as "returnReason", page.closed_on as "closedOn",
  (select count(*)::int from reports.contact k where k.report_id = page.id and k.kind = 'reminder') as reminders,
  (select max(k.at) from reports.contact k where k.report_id = page.id and k.kind = 'reminder') as "remindedAt",
  (select count(*)::int from reports.contact k where k.report_id = page.id and k.kind = 'automatic') as "automaticReminders",
  (
    select json_build_object('name', h.full_name, 'jobTitle', h.job_title, 'phone', h.phone)
    from access.role_grant g
    join access.account o on o.id = g.account_id and o.state <> 'locked'
    join people.person h on h.id = o.person_id and h.left_on is null
    where g.unit_id = page.unit_id
      and exists (select from units.unit_ancestor n join reports.round r on r.unit_id = n.ancestor_id where r.id = ${roundId}::uuid and n.unit_id = page.unit_id and n.valid @> ${today}::date)
      and g.role = any (${CONTACT_ROLES}::text[]) and g.valid @> ${today}::date
    order by h.phone is null, array_position(${CONTACT_ROLES}::text[], g.role), h.search_name
    limit 1
  ) as contact,
  case when page.closed_on is null then '[]'::json else coalesce((
    select json_agg(json_build_object('unitId', s.to_id, 'name', w.name, 'isAsked', exists (select from asked a where a.unit_id = s.to_id)) order by w.search_name)
    from units.succession s
    join units.unit_version w on w.unit_id = s.to_id and w.valid @> ${today}::date
    where s.from_id = page.unit_id and s.to_id <> s.from_id and s.on_day <= ${today}::date
  ), '[]'::json) end as successors`

/** Whom one asks for in a unit, in this order. */
const CONTACT_ROLES = ['committee_secretary', 'committee_head', 'department_officer', 'commune_officer', 'principal']

/** One page of the board with all its counts, in one statement. */
export async function boardPage(tx: Tx, roundId: string, today: PlainDate, filter: BoardFilter, at: { sort: BoardSort; page: number }): Promise<BoardPage> {
  const found = await beyondReach(tx, () => sql<{ board: Raw }>`
    with ${asked(roundId, today)},
    fitting as (select a.* from asked a where ${filterHolds(filter, today)}),
    page as (select a.*, row_number() over (order by ${ORDERS[at.sort]}) as place from fitting a order by ${ORDERS[at.sort]} limit ${BOARD_PAGE} offset ${(at.page - 1) * BOARD_PAGE})
    select json_build_object(
      'counts', (select coalesce(json_object_agg(state, n), '{}') from (select state, count(*) as n from asked group by state) s),
      'risk', (select count(*)::int from asked a where ${isAtRisk(today)}),
      'communes', (select coalesce(json_agg(json_build_object('id', commune_id, 'name', commune, 'units', n) order by folded), '[]')
        from (select commune_id, commune, platform.fold(commune) as folded, count(*)::int as n from asked where commune_id is not null group by commune_id, commune) c),
      'levels', (select coalesce(json_agg(distinct l), '[]') from asked a cross join lateral unnest(case when cardinality(a.school_levels) > 0 then a.school_levels else array[a.level] end) l),
      'found', (select count(*)::int from fitting),
      'rows', (select coalesce(json_agg(row_to_json(line) order by line.place), '[]') from (select page.place, ${told(roundId, today)} from page) line)
    ) as board`.execute(tx))
  const { counts, risk, communes, levels, found: fitting, rows } = found.rows[0]!.board
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return { counts, communes, levels, found: fitting, rows: rows.map(readRow), chips: { mine: counts.submitted ?? 0, risk, returned: counts.returned ?? 0, done: counts.accepted ?? 0, all } }
}

interface Raw extends Pick<BoardPage, 'counts' | 'communes' | 'levels' | 'found'> {
  readonly risk: number
  readonly rows: (Omit<BoardReport, 'submittedAt' | 'remindedAt'> & { submittedAt: string | null; remindedAt: string | null })[]
}

/** Instants come as text out of JSON. */
function readRow({ submittedAt, remindedAt, ...row }: Raw['rows'][number]): BoardReport {
  return { ...row, submittedAt: submittedAt === null ? null : new Date(submittedAt), remindedAt: remindedAt === null ? null : new Date(remindedAt) }
}

/** Every report that a filter finds, in the order of the queue. */
export async function boardReports(tx: Tx, roundId: string, today: PlainDate, filter: BoardFilter): Promise<BoardReport[]> {
  const found = await beyondReach(tx, () => sql<BoardReport>`
    with ${asked(roundId, today)}, page as (select a.*, row_number() over (order by ${QUEUE}) as place from asked a where ${filterHolds(filter, today)})
    select ${told(roundId, today)} from page order by page.place`.execute(tx))
  return found.rows
}

export async function boardReportIds(tx: Tx, roundId: string, today: PlainDate, filter: BoardFilter): Promise<string[]> {
  const found = await beyondReach(tx, () => sql<{ id: string }>`with ${asked(roundId, today)} select a.id from asked a where ${filterHolds(filter, today)} order by ${QUEUE}`.execute(tx))
  return found.rows.map(({ id }) => id)
}

/** Reports that wait for a decision, the oldest first. */
export async function waitingReports(tx: Tx, roundId: string): Promise<{ id: string; submittedAt: Date | null }[]> {
  return tx.selectFrom('reports.report').select(['id', 'submittedAt']).where('roundId', '=', roundId).where('state', '=', 'submitted').orderBy('submittedAt').orderBy('id').execute()
}

/** Open rounds of a unit: how many reports wait, and how many are still owed. */
export async function waitingByRound(tx: Tx, unitId: string): Promise<{ roundId: string; title: string; dueOn: PlainDate; waiting: number; oldest: Date | null; owed: number; returned: number }[]> {
  const found = await sql<{ roundId: string; title: string; dueOn: PlainDate; waiting: number; oldest: Date | null; owed: number; returned: number }>`
    select r.id as round_id, r.title, r.due_on,
      count(*) filter (where p.state = 'submitted')::int as waiting, min(p.submitted_at) filter (where p.state = 'submitted') as oldest,
      count(*) filter (where p.state = any (${[...OPEN_STATES]}::text[]))::int as owed, count(*) filter (where p.state = 'returned')::int as returned
    from reports.round r join reports.report p on p.round_id = r.id
    where r.unit_id = ${unitId}::uuid and (r.state = 'open' or (r.state = 'closed' and p.state = 'submitted'))
    group by r.id, r.title, r.due_on
    order by r.due_on`.execute(tx)
  return found.rows
}

/** Units below the superior on the day of a round's tree that have been carried on by others since. */
export async function mergedSince(tx: Tx, round: { unitId: string; line: string; treeOn: PlainDate }, today: PlainDate): Promise<{ from: string; to: string; onDay: PlainDate }[]> {
  const found = await sql<{ from: string; to: string; onDay: PlainDate }>`
    select f.name as "from", w.name as "to", s.on_day
    from units.unit_ancestor a
    join units.succession s on s.from_id = a.unit_id and s.to_id is not null and s.to_id <> s.from_id and s.on_day > ${round.treeOn}::date and s.on_day <= ${today}::date
    join lateral (select v.name from units.unit_version v where v.unit_id = s.from_id order by v.valid desc limit 1) f on true
    join lateral (select v.name from units.unit_version v where v.unit_id = s.to_id order by v.valid desc limit 1) w on true
    where a.ancestor_id = ${round.unitId}::uuid and a.line = ${round.line} and a.depth > 0 and a.valid @> ${round.treeOn}::date
    order by s.on_day, f.name`.execute(tx)
  return found.rows
}
