import { sql } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import type { Audience, Candidate } from './model/audience.ts'
import type { DeadlineWord } from './model/deadline.ts'
import type { Form, FormCode } from './model/form.ts'
import type { ReportState, RoundState } from './model/lifecycle.ts'
import type { Tx } from './store.ts'
import type { RoundLine } from './tables.ts'

export interface RoundRow {
  readonly provinceId: string
  readonly id: string
  readonly unitId: string
  readonly unitName: string
  readonly state: RoundState
  readonly title: string
  readonly instructions: string | null
  readonly formCode: FormCode
  readonly formVersion: number
  readonly form: Form
  readonly line: RoundLine
  readonly audience: Audience
  readonly treeOn: PlainDate
  readonly periodFrom: PlainDate
  readonly periodTo: PlainDate
  readonly periodLabel: string
  readonly windowFrom: PlainDate
  readonly windowTo: PlainDate
  readonly deadlineDay: PlainDate
  readonly deadlineWord: DeadlineWord
  readonly dueOn: PlainDate
  readonly acceptLateUntil: PlainDate | null
  readonly remindDays: readonly number[]
  readonly openedAt: Date | null
  readonly closedAt: Date | null
}

const ROUND = [
  'r.provinceId', 'r.id', 'r.unitId', 'r.state', 'r.title', 'r.instructions', 'r.formCode', 'r.formVersion', 'r.form', 'r.line', 'r.audience', 'r.treeOn',
  'r.periodFrom', 'r.periodTo', 'r.periodLabel', 'r.windowFrom', 'r.windowTo', 'r.deadlineDay', 'r.deadlineWord', 'r.dueOn', 'r.acceptLateUntil',
  'r.remindDays', 'r.openedAt', 'r.closedAt',
] as const

/** Rounds with the name that their superior has now. */
export function rounds(tx: Tx) {
  return tx
    .selectFrom('reports.round as r')
    .select(ROUND)
    .select(sql<string>`(select v.name from units.unit_version v where v.unit_id = r.unit_id order by v.valid desc limit 1)`.as('unitName'))
}

/** @throws AppError `not_found` */
export async function roundById(tx: Tx, id: string): Promise<RoundRow> {
  const row = await rounds(tx).where('r.id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('not_found', 'reports.round_not_found')
  return row
}

/** As `roundById`, locked until the transaction ends. */
export async function lockRound(tx: Tx, id: string): Promise<RoundRow> {
  await tx.selectFrom('reports.round').select('id').where('id', '=', id).forUpdate().execute()
  return roundById(tx, id)
}

export function roundsOfUnit(tx: Tx, unitId: string): Promise<RoundRow[]> {
  return rounds(tx).where('r.unitId', '=', unitId).where('r.state', '!=', 'withdrawn').orderBy('r.periodTo', 'desc').orderBy('r.createdAt', 'desc').execute()
}

/** How many reports of each round are in each state. */
export async function countsOf(tx: Tx, roundIds: readonly string[]): Promise<ReadonlyMap<string, Partial<Record<ReportState, number>>>> {
  const counts = new Map<string, Partial<Record<ReportState, number>>>()
  if (roundIds.length === 0) return counts
  const rows = await tx
    .selectFrom('reports.report')
    .select(['roundId', 'state', sql<number>`count(*)::int`.as('count')])
    .where('roundId', 'in', [...roundIds])
    .groupBy(['roundId', 'state'])
    .execute()
  for (const { roundId, state, count } of rows) counts.set(roundId, { ...counts.get(roundId), [state]: count })
  return counts
}

export type RoundColumns = Omit<RoundRow, 'provinceId' | 'id' | 'unitId' | 'unitName' | 'state' | 'openedAt' | 'closedAt'>

export async function insertRound(tx: Tx, round: RoundColumns & { provinceId: string; id: string; unitId: string; createdBy: string; createdAt: Date }): Promise<void> {
  await tx
    .insertInto('reports.round')
    .values({ ...round, form: JSON.stringify(round.form), audience: JSON.stringify(round.audience), remindDays: [...round.remindDays], remindedOn: null, openedBy: null, openedAt: null, closedAt: null })
    .execute()
}

export async function updateRound(tx: Tx, id: string, round: RoundColumns): Promise<void> {
  await tx
    .updateTable('reports.round')
    .set({ ...round, form: JSON.stringify(round.form), audience: JSON.stringify(round.audience), remindDays: [...round.remindDays] })
    .set((row) => ({ revision: row('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function moveRound(tx: Tx, id: string, state: RoundState, left: { openedBy?: string; openedAt?: Date; closedAt?: Date | null; treeOn?: PlainDate } = {}): Promise<void> {
  await tx.updateTable('reports.round').set({ state, ...left }).where('id', '=', id).execute()
}

export interface BelowRow extends Candidate {
  readonly provinceId: string
  readonly name: string
}

/**
 * Units below a superior on a line in the tree of a day, by name; with them those that have carried on one of them since.
 * `here` are those that stand below it today as well, on either line; `gone` the closed ones and those that have left.
 */
export async function unitsBelowOn(tx: Tx, unitId: string, line: RoundLine, treeOn: PlainDate, today: PlainDate): Promise<{ here: BelowRow[]; gone: BelowRow[] }> {
  const found = await sql<BelowRow & { isHere: boolean }>`
    with recursive then_below (unit_id) as (
      select a.unit_id from units.unit_ancestor a
      where a.ancestor_id = ${unitId} and a.line = ${line} and a.depth > 0 and a.valid @> ${treeOn}::date
    ),
    carried (unit_id) as (
      select unit_id from then_below
      union
      select s.to_id from carried c
      join units.succession s on s.from_id = c.unit_id and s.to_id is not null and s.on_day > ${treeOn}::date and s.on_day <= ${today}::date
    )
    select distinct on (c.unit_id) c.unit_id, u.province_id, v.name, v.level, v.school_levels, v.form, v.ownership, v.search_name,
      exists (select from units.unit_ancestor a where a.unit_id = c.unit_id and a.ancestor_id = ${unitId} and a.depth > 0 and a.valid @> ${today}::date) as is_here
    from carried c
    join units.unit u on u.id = c.unit_id
    join units.unit_version v on v.unit_id = c.unit_id
    order by c.unit_id, v.valid @> ${today}::date desc, v.valid desc`.execute(tx)
  const rows = found.rows.toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
  return { here: rows.filter((row) => row.isHere), gone: rows.filter((row) => !row.isHere) }
}

/** The reports of a round that somebody has to be told of: exempted ones are not asked for. */
export function reportsToTell(tx: Tx, roundId: string): Promise<{ id: string; unitId: string }[]> {
  return tx.selectFrom('reports.report').select(['id', 'unitId']).where('roundId', '=', roundId).where('state', '!=', 'exempt').execute()
}
