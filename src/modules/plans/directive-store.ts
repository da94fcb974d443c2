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

/** What a unit can answer: what its superiors published, and what it registered itself from outside; newest first. */
export function directivesFor(tx: Tx, unitId: string, today: PlainDate): Promise<DirectiveRow[]> {
  return directives(tx, today)
    .where(
      sql<boolean>`(d.unit_id = ${unitId} and not d.published) or (d.published and d.unit_id in (
        select a.ancestor_id from units.unit_ancestor a where a.unit_id = ${unitId} and a.depth > 0 and a.valid @> ${today}::date))`,
    )
    .orderBy('d.year', 'desc')
    .orderBy('d.createdAt', 'desc')
    .execute()
}

/** What a unit issued for those below; newest first. */
export function directivesBy(tx: Tx, unitId: string, today: PlainDate): Promise<DirectiveRow[]> {
  return directives(tx, today).where('d.unitId', '=', unitId).where('d.published', '=', true).orderBy('d.year', 'desc').orderBy('d.createdAt', 'desc').execute()
}

/** @throws AppError `not_found` */
export async function directiveById(tx: Tx, id: string, today: PlainDate): Promise<DirectiveRow> {
  const row = await directives(tx, today).where('d.id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('not_found', 'plans.directive_not_found')
  return row
}

export interface PointRow {
  readonly point: SuperiorPoint
  readonly changed: boolean
}

export function pointsOf(tx: Tx, directiveId: string): Promise<PointRow[]> {
  return tx
    .selectFrom('plans.directivePoint')
    .select(['point', 'changed'])
    .where('directiveId', '=', directiveId)
    .orderBy('ordinal')
    .execute()
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
export async function insertDirective(tx: Tx, directive: NewDirective, points: readonly PointRow[]): Promise<void> {
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
    .values(points.map(({ point, changed }, ordinal) => ({ provinceId, directiveId: id, id: point.id, unitId, ordinal, point: JSON.stringify(point), changed })))
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
