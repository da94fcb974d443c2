import { sql, type Transaction } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import type { CoverageState, Gap, PointDecision } from './model/coverage.ts'
import type { PlanState } from './model/plan-lifecycle.ts'
import type { PlansDb } from './tables.ts'

type Tx = Transaction<PlansDb>

/** What people decided about the points of a plan. */
export async function decisionsOf(tx: Tx, planId: string): Promise<PointDecision[]> {
  const rows = await tx.selectFrom('plans.coverage').select('decisions').where('planId', '=', planId).where('decidedAt', 'is not', null).execute()
  return rows.flatMap((row) => row.decisions)
}

/** What was decided about one point, by whom and when. */
export interface DecidedPoint {
  readonly pointId: string
  readonly decisions: readonly PointDecision[]
  readonly by: { readonly personId: string; readonly at: Date }
}

export async function decidedPoints(tx: Tx, planId: string): Promise<DecidedPoint[]> {
  const rows = await tx.selectFrom('plans.coverage').select(['pointId', 'decisions', 'decidedBy', 'decidedAt']).where('planId', '=', planId).execute()
  return rows.flatMap(({ pointId, decisions, decidedBy, decidedAt }) => (decidedBy && decidedAt ? [{ pointId, decisions, by: { personId: decidedBy, at: decidedAt } }] : []))
}

/** Says what was decided about points whose answers are derived already, in place of what was said before; an empty list takes it back. */
export async function putDecidedPoints(tx: Tx, planId: string, decided: readonly DecidedPoint[]): Promise<void> {
  if (decided.length === 0) return
  const rows = decided.map(({ pointId, decisions, by }) => {
    const said = decisions.length > 0
    return { pointId, decisions, decidedBy: said ? by.personId : null, decidedAt: said ? by.at : null }
  })
  await sql`
    update plans.coverage c
    set decisions = d.decisions, decided_by = d."decidedBy", decided_at = d."decidedAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d ("pointId" text, decisions jsonb, "decidedBy" uuid, "decidedAt" timestamptz)
    where c.plan_id = ${planId} and c.point_id = d."pointId"`.execute(tx)
}

/** Takes all answers and decisions of a plan away. */
export async function clearAnswers(tx: Tx, planId: string): Promise<void> {
  await tx.deleteFrom('plans.coverage').where('planId', '=', planId).execute()
}

export interface AnswerRow {
  readonly pointId: string
  readonly state: CoverageState
  readonly leaf: boolean
  readonly nodeIds: readonly string[]
  readonly gaps: readonly Gap[]
}

interface Owner {
  readonly planId: string
  readonly provinceId: string
  readonly unitId: string
  readonly directiveId: string
}

/** Writes how the plan now answers each point; points that are gone leave, decisions stay. */
export async function putAnswers(tx: Tx, owner: Owner, answers: readonly AnswerRow[]): Promise<void> {
  await tx
    .deleteFrom('plans.coverage')
    .where('planId', '=', owner.planId)
    .where('pointId', 'not in', ['', ...answers.map((answer) => answer.pointId)])
    .execute()
  if (answers.length === 0) return
  await tx
    .insertInto('plans.coverage')
    .values(answers.map(({ nodeIds, gaps, ...answer }) => ({ ...owner, ...answer, nodeIds: [...nodeIds], gaps: [...gaps], decisions: '[]', decidedBy: null, decidedAt: null })))
    .onConflict((conflict) =>
      conflict.columns(['provinceId', 'planId', 'pointId']).doUpdateSet((row) => ({
        directiveId: row.ref('excluded.directiveId'),
        state: row.ref('excluded.state'),
        leaf: row.ref('excluded.leaf'),
        nodeIds: row.ref('excluded.nodeIds'),
        gaps: row.ref('excluded.gaps'),
      })),
    )
    .execute()
}

/** Answered and all points by plan. */
export async function answeredOf(tx: Tx, planIds: readonly string[]): Promise<ReadonlyMap<string, { answered: number; points: number }>> {
  if (planIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('plans.coverage')
    .select((eb) => [
      'planId',
      eb.cast<number>(eb.fn.countAll().filterWhere('state', 'in', ['covered', 'not_applicable']), 'integer').as('answered'),
      eb.cast<number>(eb.fn.countAll(), 'integer').as('points'),
    ])
    .where('planId', 'in', planIds)
    .where('leaf', '=', true)
    .groupBy('planId')
    .execute()
  return new Map(rows.map(({ planId, ...count }) => [planId, count]))
}

/** How many points stand open again by plan, after the superior amended its own; plans without any are left out. */
export async function reopenedOf(tx: Tx, planIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (planIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('plans.coverage as c')
    .innerJoin('plans.plan as p', 'p.id', 'c.planId')
    .select((eb) => ['c.planId', eb.cast<number>(eb.fn.countAll(), 'integer').as('open')])
    .where('c.planId', 'in', planIds)
    .where('c.leaf', '=', true)
    .where('c.state', 'in', ['missing', 'partial'])
    .where(sql<boolean>`c.point_id = any (p.reopened)`)
    .groupBy('c.planId')
    .execute()
  return new Map(rows.map(({ planId, open }) => [planId, open]))
}

export interface BoardRow {
  readonly unitId: string
  readonly unitName: string
  readonly level: 'ministry' | 'department' | 'district_office' | 'commune' | 'school'
  readonly planId: string | null
  readonly state: PlanState | null
  readonly number: string | null
  readonly symbol: string | null
  readonly issuedOn: PlainDate | null
  readonly areaName: string | null
}

/** Every unit below the holder of a directive, with its plan that answers it. */
export async function unitsUnder(tx: Tx, unitId: string, directiveId: string, today: PlainDate): Promise<BoardRow[]> {
  const found = await sql<BoardRow>`
    select v.unit_id, v.name as unit_name, v.level, area.full_name as area_name, p.id as plan_id, p.state, p.number, p.symbol, p.issued_on
    from (
      select distinct a.unit_id from units.unit_ancestor a
      where a.ancestor_id = ${unitId} and a.depth > 0 and a.valid @> ${today}::date
    ) below
    join units.unit_version v on v.unit_id = below.unit_id and v.valid @> ${today}::date
    left join units.area_version area on area.area_id = v.area_id and area.valid @> ${today}::date
    left join lateral (
      select q.id, q.state, q.number, q.symbol, q.issued_on from plans.plan q
      where q.unit_id = below.unit_id and q.directive_id = ${directiveId} and q.state <> 'withdrawn'
      order by (q.state = 'issued') desc, q.created_at desc limit 1
    ) p on true
    order by v.name collate "vi-x-icu"`.execute(tx)
  return found.rows
}

/** How many units stand below the holder of a directive, and how many of them have issued or begun their plan under it. */
export async function plannedUnder(tx: Tx, unitId: string, directiveId: string, today: PlainDate): Promise<{ units: number; issued: number; begun: number }> {
  const found = await sql<{ units: number; issued: number; begun: number }>`
    select count(distinct a.unit_id)::int as units, count(distinct p.unit_id)::int as begun,
      count(distinct p.unit_id) filter (where p.state = 'issued')::int as issued
    from units.unit_ancestor a
    left join plans.plan p on p.unit_id = a.unit_id and p.directive_id = ${directiveId} and p.state <> 'withdrawn'
    where a.ancestor_id = ${unitId} and a.depth > 0 and a.valid @> ${today}::date`.execute(tx)
  return found.rows[0]!
}

export interface PointCount {
  readonly pointId: string
  readonly state: CoverageState
  readonly count: number
}

/** How often each point is answered in which way, over the newest plan of each unit below. */
export async function pointCounts(tx: Tx, planIds: readonly string[]): Promise<PointCount[]> {
  if (planIds.length === 0) return []
  return tx
    .selectFrom('plans.coverage')
    .select((eb) => ['pointId', 'state', eb.cast<number>(eb.fn.countAll(), 'integer').as('count')])
    .where('planId', 'in', planIds)
    .groupBy(['pointId', 'state'])
    .execute()
}

/** How plans answer one point. */
export function answersTo(tx: Tx, pointId: string, planIds: readonly string[]) {
  if (planIds.length === 0) return Promise.resolve([])
  return tx
    .selectFrom('plans.coverage')
    .select(['planId', 'state', 'gaps', 'decisions'])
    .where('pointId', '=', pointId)
    .where('planId', 'in', planIds)
    .execute()
}
