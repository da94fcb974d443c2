import { sql, type Transaction } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import type { SuperiorPoint } from './model/superior-points.ts'
import type { PlansDb } from './tables.ts'

type Tx = Transaction<PlansDb>

export interface DirectiveRow {
  readonly id: string
  readonly unitId: string
  readonly unitName: string
  readonly year: number
  readonly title: string
  readonly numberText: string | null
  readonly issuedOn: PlainDate | null
  readonly amendsId: string | null
  readonly points: number
}

function directives(tx: Tx, today: PlainDate) {
  return tx
    .selectFrom('plans.directive as d')
    .leftJoin('units.unitVersion as v', (join) => join.onRef('v.unitId', '=', 'd.unitId').on(sql<boolean>`v.valid @> ${today}::date`))
    .select([
      'd.id',
      'd.unitId',
      sql<string>`coalesce(d.issuer, v.name, '')`.as('unitName'),
      'd.year',
      'd.title',
      'd.numberText',
      'd.issuedOn',
      'd.amendsId',
      // as everywhere, a heading is not counted, only the points under it
      sql<number>`(select count(*)::int from plans.directive_point p where p.directive_id = d.id and p.id not in (
        select c.point ->> 'parentId' from plans.directive_point c where c.directive_id = d.id and c.point ->> 'parentId' is not null))`.as('points'),
    ])
}

/** What its superiors published, and what it registered itself from outside. */
function isFor(unitId: string, today: PlainDate) {
  return sql<boolean>`((d.unit_id = ${unitId} and not d.published) or (d.published and d.unit_id in (
    select a.ancestor_id from units.unit_ancestor a where a.unit_id = ${unitId} and a.depth > 0 and a.valid @> ${today}::date)))`
}

export interface DirectiveText {
  readonly title: string
  readonly text: string
}

/** The points of the directives of a year that a unit answers, the words of each directive as one text. */
export async function textsOfDirectives(tx: Tx, unitId: string, year: number, today: PlainDate): Promise<DirectiveText[]> {
  return tx
    .selectFrom('plans.directive as d')
    .innerJoin('plans.directivePoint as p', (join) => join.onRef('p.provinceId', '=', 'd.provinceId').onRef('p.directiveId', '=', 'd.id'))
    .select([sql<string>`coalesce(d.number_text, d.title)`.as('title'), sql<string>`string_agg(p.point ->> 'text', E'\n' order by p.ordinal)`.as('text')])
    .where(isFor(unitId, today))
    .where(IS_LATEST)
    .where('d.year', '=', year)
    .groupBy(['d.provinceId', 'd.id', 'd.title', 'd.numberText'])
    .execute()
}

/** In force: neither withdrawn nor amended since. */
const IS_LATEST = sql<boolean>`d.withdrawn_at is null and not exists (
  select from plans.directive later where later.amends_id = d.id and later.withdrawn_at is null)`

/** What a unit can answer, newest first. What was amended since is answered in its new form, what was withdrawn not at all. */
export function directivesFor(tx: Tx, unitId: string, today: PlainDate): Promise<DirectiveRow[]> {
  return directives(tx, today).where(isFor(unitId, today)).where(IS_LATEST).orderBy('d.year', 'desc').orderBy('d.createdAt', 'desc').execute()
}

/** What a unit issued for those below, newest first, each in its latest form. */
export function directivesBy(tx: Tx, unitId: string, today: PlainDate): Promise<DirectiveRow[]> {
  return directives(tx, today).where('d.unitId', '=', unitId).where('d.published', '=', true).where(IS_LATEST).orderBy('d.year', 'desc').orderBy('d.createdAt', 'desc').execute()
}

/** @throws AppError `not_found` */
export async function directiveById(tx: Tx, id: string, today: PlainDate): Promise<DirectiveRow> {
  const row = await directives(tx, today).where('d.id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('not_found', 'plans.directive_not_found')
  return row
}

/** A directive that this unit can answer. @throws AppError `not_found`, also for what is addressed to others or withdrawn */
export async function directiveFor(tx: Tx, unitId: string, id: string, today: PlainDate): Promise<DirectiveRow> {
  const row = await directives(tx, today).where('d.id', '=', id).where('d.withdrawnAt', 'is', null).where(isFor(unitId, today)).executeTakeFirst()
  if (!row) throw new AppError('not_found', 'plans.directive_not_found')
  return row
}

/** The directive that amends this one, if there is one. */
export async function amendmentOf(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.selectFrom('plans.directive').select('id').where('amendsId', '=', id).where('withdrawnAt', 'is', null).orderBy('createdAt', 'desc').limit(1).executeTakeFirst()
  return row?.id ?? null
}

/** Notes that the document of a directive was withdrawn; nothing happens when there is no such directive. */
export async function markWithdrawn(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('plans.directive').set({ withdrawnAt: at }).where('id', '=', id).where('withdrawnAt', 'is', null).execute()
}

/** Holds a directive until the transaction ends: plans that are just begun upon it are waited for. */
export async function lockDirective(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('plans.directive').select('id').where('id', '=', id).forUpdate().execute()
}

/**
 * The points of a directive in reading order.
 * @param reopened  those that stand open again for the plan that answers
 */
export async function pointsOf(tx: Tx, directiveId: string, reopened: readonly string[] = []): Promise<SuperiorPoint[]> {
  const rows = await tx.selectFrom('plans.directivePoint').select('point').where('directiveId', '=', directiveId).orderBy('ordinal').execute()
  const open = new Set(reopened)
  return rows.map(({ point }) => (open.has(point.id) ? { ...point, isReopened: true } : point))
}

/**
 * The points that a plan answers. Who has units below inspects them as the superior does: to such a unit an
 * inspection of units is no duty of the superior alone.
 */
export async function pointsFor(tx: Tx, plan: { readonly unitId: string; readonly directiveId: string; readonly reopened: readonly string[] }): Promise<SuperiorPoint[]> {
  const points = await pointsOf(tx, plan.directiveId, plan.reopened)
  if (!points.some((point) => point.ownDuty?.why === 'inspects')) return points
  const school = await tx.selectFrom('units.unitVersion').select('unitId').where('unitId', '=', plan.unitId).where('level', '=', 'school').limit(1).executeTakeFirst()
  if (school) return points
  return points.map(({ ownDuty, ...point }) => (ownDuty?.why === 'named' ? { ...point, ownDuty } : point))
}

export interface NewDirective {
  readonly provinceId: string
  readonly id: string
  readonly unitId: string
  readonly year: number
  readonly title: string
  readonly numberText: string | null
  readonly issuedOn: PlainDate | null
  readonly issuer: string | null
  readonly amendsId: string | null
  readonly published: boolean
  readonly createdAt: Date
}

/** Keeps a directive with its points; a second time changes nothing. */
export async function insertDirective(tx: Tx, directive: NewDirective, points: readonly SuperiorPoint[]): Promise<void> {
  const { provinceId, id, unitId } = directive
  const inserted = await tx
    .insertInto('plans.directive')
    .values(directive)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted || points.length === 0) return
  await tx
    .insertInto('plans.directivePoint')
    .values(points.map((point, ordinal) => ({ provinceId, directiveId: id, id: point.id, unitId, ordinal, point: JSON.stringify(point) })))
    .execute()
}

/** The directive that a document amends: its plan is an amendment of a plan that was issued as a directive. */
export async function amendedDirectiveOf(tx: Tx, documentId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('plans.plan as p')
    .innerJoin('plans.plan as before', 'before.id', 'p.amendsId')
    .innerJoin('plans.directive as d', 'd.id', 'before.documentId')
    .select('d.id')
    .where('p.documentId', '=', documentId)
    .executeTakeFirst()
  return row?.id ?? null
}
