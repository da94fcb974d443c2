import { sql } from 'kysely'
import { markChanged } from '#core/facts/store.ts'
import type { PlainDate } from '#platform/clock.ts'
import { daysOf, type HalfYear } from './model/half-year.ts'
import { BREAKDOWNS, blocksOf, type Atom, type Block, type CaseBreakdown } from './model/publication.ts'
import { asIntake, type Tx } from './store.ts'

/** Hours within which telling counts as at once. @source the threshold is ours; Nghị định 56/2017/NĐ-CP, Điều 25 gives none */
const IN_TIME_HOURS = 24

interface Received {
  readonly unitId: string
  readonly total: number
  readonly inTime: number
  readonly late: number
  readonly notDue: number
  readonly supported: number
}

/** The cases of a half-year by the unit that they are about, as they truly are. */
async function receivedIn(tx: Tx, half: HalfYear): Promise<Received[]> {
  const { from, until } = daysOf(half)
  const found = await sql<Received>`
    select c.about_unit_id as unit_id, count(*)::int as total,
      count(*) filter (where t.told <= c.received_at + make_interval(hours => ${IN_TIME_HOURS}))::int as in_time,
      count(*) filter (where t.told > c.received_at + make_interval(hours => ${IN_TIME_HOURS}))::int as late,
      count(*) filter (where t.told is null and t.not_due)::int as not_due,
      count(*) filter (where t.supported)::int as supported
    from cases.case_file c
    cross join lateral (
      select min(e.at) filter (where e.kind = 'told') as told, coalesce(bool_or(e.kind = 'tell_not_due'), false) as not_due, coalesce(bool_or(e.kind in ('supported', 'referred')), false) as supported
      from cases.entry e where e.case_id = c.id
    ) t
    where c.channel <> 'upward' and (c.received_at at time zone 'Asia/Ho_Chi_Minh')::date between ${from}::date and ${until}::date
    group by c.about_unit_id`.execute(tx)
  return found.rows
}

interface Place {
  readonly unitId: string
  readonly departmentId: string | null
  readonly ministryId: string | null
}

/** The Department and the Ministry above units on a day. */
async function placesOf(tx: Tx, unitIds: readonly string[], day: PlainDate): Promise<Place[]> {
  const found = await sql<Place>`
    select u.id as unit_id,
      coalesce((select a.ancestor_id from units.unit_ancestor a join units.unit_version v on v.unit_id = a.ancestor_id and v.valid @> ${day}::date
        where a.unit_id = u.id and a.valid @> ${day}::date and v.level = 'department' order by a.line = 'professional' desc, a.depth limit 1),
        (select v.unit_id from units.unit_version v where v.unit_id = u.id and v.valid @> ${day}::date and v.level = 'department')) as department_id,
      (select v.unit_id from units.unit_version v where v.level = 'ministry' and v.valid @> ${day}::date limit 1) as ministry_id
    from units.unit u where u.id = any (${unitIds}::uuid[])`.execute(tx)
  return found.rows
}

/** Publishes a half-year once and for all. @returns false when it was published already */
export async function publishHalf(tx: Tx, half: HalfYear, now: Date, newId: () => string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended('cases.publish', 0))`.execute(tx)
  const { until } = daysOf(half)
  const { isDone, received, tally } = await asIntake(tx, async () => ({
    isDone: (await tx.selectFrom('case_counts.halfYear').select('year').where('year', '=', half.year).where('half', '=', half.half).executeTakeFirst()) !== undefined,
    received: await receivedIn(tx, half),
    tally: await tx.selectFrom('cases.tally').select(['unitId', 'breakdown', 'value', 'count']).where('year', '=', half.year).where('half', '=', half.half).execute(),
  }))
  if (isDone) return false
  const places = await placesOf(tx, received.map(({ unitId }) => unitId), until)
  const atoms = received.map(({ unitId, ...of }) => atomOf(unitId, places, of, tally.filter((row) => row.unitId === unitId)))
  const ministryId = places.find((place) => place.ministryId)?.ministryId ?? null
  const rows = blocksOf(atoms).flatMap((block) => rowsOf(block, half, ministryId, newId))
  const provinces = await provincesOf(tx, rows.map(({ unitId }) => unitId))
  await asIntake(tx, async () => {
    await tx.insertInto('case_counts.halfYear').values({ ...half, publishedAt: now }).execute()
    if (rows.length > 0) await tx.insertInto('case_counts.published').values(rows.map((row) => ({ ...row, provinceId: provinces.get(row.unitId)! }))).execute()
  })
  for (const [unitId, provinceId] of provinces) await markChanged(tx, { unitId, provinceId, days: [until] })
  return true
}

function atomOf(unitId: string, places: readonly Place[], { total, inTime, late, notDue, supported }: Omit<Received, 'unitId'>, tally: readonly { breakdown: string; value: string; count: number }[]): Atom {
  const known: Partial<Record<CaseBreakdown, Record<string, number>>> = {
    tell: { in_time: inTime, late, not_due: notDue, open: total - inTime - late - notDue },
    support: { supported, not_yet: total - supported },
  }
  const by = Object.fromEntries((Object.keys(BREAKDOWNS) as CaseBreakdown[]).map((name) => [name, known[name] ?? said(name, total, tally)])) as Atom['by']
  return { unitId, provinceId: places.find((place) => place.unitId === unitId)?.departmentId ?? unitId, total, by }
}

/** What handlers said, and the rest under the last value: unknown, or open. */
function said(name: CaseBreakdown, total: number, tally: readonly { breakdown: string; value: string; count: number }[]): Record<string, number> {
  const values = BREAKDOWNS[name]
  const last = values.at(-1)!
  const counts = Object.fromEntries(values.filter((value) => value !== last).map((value) => [value, Math.max(0, tally.filter((row) => row.breakdown === name && row.value === value).reduce((all, row) => all + row.count, 0))]))
  return { ...counts, [last]: Math.max(0, total - Object.values(counts).reduce((all, count) => all + count, 0)) }
}

function rowsOf({ owner, total, by }: Block, half: HalfYear, ministryId: string | null, newId: () => string) {
  const unitId = owner.kind === 'nation' ? ministryId : owner.id
  if (unitId === null) return []
  const cells = Object.entries(by).flatMap(([breakdown, counts]) => Object.entries(counts).map(([value, count]) => ({ breakdown, value, count })))
  return [{ breakdown: 'total', value: '', count: total }, ...cells].map((cell) => ({ id: newId(), unitId, ...half, ...cell }))
}

async function provincesOf(tx: Tx, unitIds: readonly string[]): Promise<Map<string, string>> {
  const found = await sql<{ id: string; provinceId: string }>`select id, province_id from units.unit where id = any (${[...new Set(unitIds)]}::uuid[])`.execute(tx)
  return new Map(found.rows.map(({ id, provinceId }) => [id, provinceId]))
}
