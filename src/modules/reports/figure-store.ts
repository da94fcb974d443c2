import { sql } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import type { Cell } from './model/body.ts'
import type { Tx } from './store.ts'

/** Rounds whose figures over nearly the same time say what another one asks: how many units gave how many of them. */
export async function givenElsewhere(
  tx: Tx,
  asked: { unitIds: readonly string[]; codes: readonly string[]; from: PlainDate; to: PlainDate; except?: string },
): Promise<{ roundId: string; title: string; unitName: string; units: number; known: number }[]> {
  if (asked.unitIds.length === 0 || asked.codes.length === 0) return []
  const found = await sql<{ roundId: string; title: string; unitName: string; units: number; known: number }>`
    select r.id as round_id, r.title,
      (select v.name from units.unit_version v where v.unit_id = r.unit_id order by v.valid desc limit 1) as unit_name,
      count(distinct f.unit_id)::int as units, count(distinct f.code)::int as known
    from reports.round r
    join reports.report p on p.round_id = r.id and p.unit_id = any (${[...asked.unitIds]}::uuid[]) and p.version > 0
    join reports.figure f on f.province_id = p.province_id and f.report_id = p.id and f.number = p.version and f.state = 'value' and f.code = any (${[...asked.codes]})
    where r.state in ('open', 'closed') and r.id is distinct from ${asked.except ?? null}::uuid
      and r.window_from = ${asked.from}::date and r.window_to = ${asked.to}::date
    group by r.id, r.title, r.unit_id, r.period_to
    order by known desc, r.period_to desc`.execute(tx)
  return found.rows
}

export interface FigureRow {
  readonly reportId: string
  readonly number: number
  readonly key: string
  readonly code: string
  readonly state: Cell['state']
  readonly value: number | null
  readonly part: number | null
  readonly whole: number | null
  readonly estimate: number | null
  readonly known: number | null
  readonly units: number | null
  readonly byHand: boolean
  readonly note: string | null
}

/** The frozen figures of versions. */
export async function figuresOfVersions(tx: Tx, versions: readonly { reportId: string; number: number }[]): Promise<FigureRow[]> {
  if (versions.length === 0) return []
  const found = await sql<FigureRow>`
    select f.report_id, f.number, f.key, f.code, f.state, f.value::float8 as value, f.part::float8 as part, f.whole::float8 as whole,
      f.estimate::float8 as estimate, f.known, f.units, f.by_hand, f.note
    from jsonb_to_recordset(${JSON.stringify(versions.map(({ reportId, number }) => ({ report_id: reportId, number })))}::jsonb) as w (report_id uuid, number int)
    join reports.report p on p.id = w.report_id
    join reports.figure f on f.province_id = p.province_id and f.report_id = p.id and f.number = w.number`.execute(tx)
  return found.rows
}
