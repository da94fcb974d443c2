import { sql, type Transaction } from 'kysely'
import { commandFor, queryFor } from '#core/access/operation.ts'
import type { PlainDate } from '#platform/clock.ts'
import { tablesOf } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import type { PlanFrame } from './model/plan-frame.ts'
import type { PlanState } from './model/plan-lifecycle.ts'
import type { PlanNode } from './model/plan-node.ts'
import type { PlansDb, PlanSource } from './tables.ts'

export const command = commandFor<PlansDb>()
export const query = queryFor<PlansDb>()

/** A transaction of others, narrowed to the tables of this module. */
export const planTables = tablesOf<PlansDb>()

type Tx = Transaction<PlansDb>

export interface PlanRow {
  readonly provinceId: string
  readonly id: string
  readonly unitId: string
  readonly year: number
  readonly state: PlanState
  readonly source: PlanSource
  readonly title: string
  readonly directiveId: string | null
  readonly amendsId: string | null
  readonly frame: PlanFrame
  readonly revision: number
  readonly number: string | null
  readonly symbol: string | null
  readonly issuedOn: PlainDate | null
  readonly documentId: string | null
  readonly createdBy: string
  readonly changedAt: Date
  readonly submittedBy: string | null
  readonly submittedAt: Date | null
  readonly returnReason: string | null
  readonly reopened: readonly string[]
  readonly frameRevision: number
  readonly frameChangedBy: string | null
}

const PLAN = [
  'provinceId', 'id', 'unitId', 'year', 'state', 'source', 'title', 'directiveId', 'amendsId', 'frame', 'revision', 'number',
  'symbol', 'issuedOn', 'documentId', 'createdBy', 'changedAt', 'submittedBy', 'submittedAt', 'returnReason', 'reopened',
  'frameRevision', 'frameChangedBy',
] as const

/** @throws AppError `not_found` */
export async function planById(tx: Tx, id: string): Promise<PlanRow> {
  const row = await tx.selectFrom('plans.plan').select(PLAN).where('id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('not_found', 'plans.not_found')
  return row
}

/**
 * As `planById`, locked until the transaction ends; one that the person may read but not write, as that of a unit that
 * has closed, is only read, so that the operation says why it refuses.
 */
export async function lockPlan(tx: Tx, id: string): Promise<PlanRow> {
  const row = await tx.selectFrom('plans.plan').select(PLAN).where('id', '=', id).forUpdate().executeTakeFirst()
  return row ?? planById(tx, id)
}

/** The plan that was issued as this document and still stands, locked until the transaction ends. */
export function lockIssuedAs(tx: Tx, documentId: string): Promise<PlanRow | undefined> {
  return tx.selectFrom('plans.plan').select(PLAN).where('documentId', '=', documentId).where('state', '=', 'issued').forUpdate().executeTakeFirst()
}

/** Plans of a unit, newest year first; drafts that were given up are left out, what was issued and withdrawn stays. */
export function plansOfUnit(tx: Tx, unitId: string): Promise<PlanRow[]> {
  return tx
    .selectFrom('plans.plan')
    .select(PLAN)
    .where('unitId', '=', unitId)
    .where((where) => where.or([where('state', '!=', 'withdrawn'), where('documentId', 'is not', null)]))
    .orderBy('year', 'desc')
    .orderBy('createdAt', 'desc')
    .execute()
}

/** The plan of a year that is being written, if there is one. */
export function openPlanOf(tx: Tx, unitId: string, year: number): Promise<PlanRow | undefined> {
  return tx
    .selectFrom('plans.plan')
    .select(PLAN)
    .where('unitId', '=', unitId)
    .where('year', '=', year)
    .where('amendsId', 'is', null)
    .where('state', 'in', ['draft', 'submitted', 'returned', 'approved'])
    .executeTakeFirst()
}

export interface NewPlan {
  readonly provinceId: string
  readonly id: string
  readonly unitId: string
  readonly year: number
  readonly source: PlanSource
  readonly title: string
  readonly directiveId: string | null
  readonly amendsId: string | null
  readonly frame: PlanFrame
  readonly reopened?: readonly string[]
  readonly createdBy: string
  readonly createdAt: Date
}

export async function insertPlan(tx: Tx, plan: NewPlan): Promise<void> {
  await tx
    .insertInto('plans.plan')
    .values({ ...plan, frame: JSON.stringify(plan.frame), reopened: [...(plan.reopened ?? [])], changedAt: plan.createdAt })
    .execute()
}

/** Counts one more edit; answers the new revision. */
export async function bumpRevision(tx: Tx, planId: string, now: Date): Promise<number> {
  const row = await tx
    .updateTable('plans.plan')
    .set((plan) => ({ revision: plan('revision', '+', 1), changedAt: now }))
    .where('id', '=', planId)
    .returning('revision')
    .executeTakeFirstOrThrow()
  return row.revision
}

export async function saveFrame(tx: Tx, planId: string, frame: PlanFrame, by: { revision: number; personId: string; at: Date }): Promise<void> {
  await tx
    .updateTable('plans.plan')
    .set({ frame: JSON.stringify(frame), title: frame.docTitle, frameRevision: by.revision, frameChangedBy: by.personId, frameChangedAt: by.at })
    .where('id', '=', planId)
    .execute()
}

/** Takes a plan into another state with what the step leaves behind. */
export async function moveTo(
  tx: Tx,
  planId: string,
  state: PlanState,
  left: { submittedBy?: string; submittedAt?: Date; decidedBy?: string; decidedAt?: Date; returnReason?: string | null } = {},
): Promise<void> {
  await tx.updateTable('plans.plan').set({ state, ...left }).where('id', '=', planId).execute()
}

export async function markIssued(tx: Tx, planId: string, issued: { number: string; symbol: string; issuedOn: PlainDate; documentId: string }): Promise<void> {
  await tx.updateTable('plans.plan').set({ state: 'issued', ...issued }).where('id', '=', planId).execute()
}

/** Plans that answer a directive, given-up ones aside. */
export async function plansAnswering(tx: Tx, directiveId: string): Promise<string[]> {
  const rows = await tx.selectFrom('plans.plan').select('id').where('directiveId', '=', directiveId).where('state', '!=', 'withdrawn').execute()
  return rows.map((row) => row.id)
}

/** Holds a plan against another directive. @param reopened  ids of the points that stand open again */
export async function setDirective(tx: Tx, planId: string, directiveId: string, reopened: readonly string[]): Promise<void> {
  await tx.updateTable('plans.plan').set({ directiveId, reopened: [...reopened] }).where('id', '=', planId).execute()
}

/** The amendment of a plan, being written or issued; given-up ones aside. */
export function amendmentOfPlan(tx: Tx, planId: string): Promise<Pick<PlanRow, 'id' | 'state'> | undefined> {
  return tx.selectFrom('plans.plan').select(['id', 'state']).where('amendsId', '=', planId).where('state', '!=', 'withdrawn').executeTakeFirst()
}

export interface VersionRow {
  readonly planId: string
  readonly number: number
  readonly event: 'submitted' | 'approved' | 'issued'
  readonly madeAt: Date
}

export function versionsOf(tx: Tx, planId: string): Promise<VersionRow[]> {
  return tx.selectFrom('plans.planVersion').select(['planId', 'number', 'event', 'madeAt']).where('planId', '=', planId).orderBy('number').execute()
}

export async function versionOf(tx: Tx, planId: string, number: number): Promise<{ number: number; madeAt: Date; frame: PlanFrame; nodes: PlanNode[] }> {
  const row = await tx
    .selectFrom('plans.planVersion')
    .select(['number', 'madeAt', 'frame', 'nodes'])
    .where('planId', '=', planId)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row) throw new AppError('not_found', 'plans.not_found')
  return row
}

/** Keeps the plan as it stands under the next version number. */
export async function keepVersion(
  tx: Tx,
  plan: Pick<PlanRow, 'provinceId' | 'id' | 'unitId' | 'frame'>,
  event: VersionRow['event'],
  nodes: readonly PlanNode[],
  by: { personId: string; at: Date },
): Promise<void> {
  const last = await tx
    .selectFrom('plans.planVersion')
    .select((version) => version.fn.max('number').as('number'))
    .where('planId', '=', plan.id)
    .executeTakeFirst()
  await tx
    .insertInto('plans.planVersion')
    .values({
      provinceId: plan.provinceId,
      planId: plan.id,
      unitId: plan.unitId,
      number: (last?.number ?? 0) + 1,
      event,
      frame: JSON.stringify(plan.frame),
      nodes: JSON.stringify(nodes),
      madeBy: by.personId,
      madeAt: by.at,
    })
    .execute()
}

/** Names of people by their ids. */
export async function namesOfPeople(tx: Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await tx.selectFrom('people.person').select(['id', 'fullName']).where('id', 'in', wanted).execute()
  return new Map(rows.map((row) => [row.id, row.fullName]))
}

/** Who works in a unit, by name. */
export function peopleOf(tx: Tx, unitId: string): Promise<{ id: string; name: string }[]> {
  return tx
    .selectFrom('people.person')
    .select(['id', 'fullName as name'])
    .where('unitId', '=', unitId)
    .where('leftOn', 'is', null)
    .orderBy(sql`full_name collate "vi-x-icu"`)
    .execute()
}

export interface UnitRow {
  readonly id: string
  readonly provinceId: string
  readonly name: string
  readonly level: 'ministry' | 'department' | 'district_office' | 'commune' | 'school'
  readonly schoolLevels: readonly ('kindergarten' | 'primary' | 'lower_secondary' | 'upper_secondary')[]
  readonly form: 'ordinary' | 'boarding' | 'continuing' | null
  readonly symbol: string | null
  readonly place: string | null
  readonly parentName: string | null
}

/** A unit as of a day, with the name of the body that manages it; a closed one as it last was. @throws AppError `not_found` */
export async function unitOn(tx: Tx, unitId: string, day: PlainDate): Promise<UnitRow> {
  const row = await tx
    .selectFrom('units.unitVersion as v')
    .innerJoin('units.unit as u', 'u.id', 'v.unitId')
    .leftJoin('units.unitVersion as p', (join) =>
      join
        .on('p.unitId', '=', (eb) => eb.fn.coalesce('v.administrativeParentId', 'v.professionalParentId'))
        .on(sql<boolean>`p.valid @> ${day}::date`),
    )
    .select(['u.id', 'u.provinceId', 'v.name', 'v.level', 'v.schoolLevels', 'v.form', 'v.symbol', 'v.place', 'p.name as parentName'])
    .where('v.unitId', '=', unitId)
    .where(sql<boolean>`lower(v.valid) <= ${day}::date`)
    .orderBy(sql`lower(v.valid)`, 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) throw new AppError('not_found', 'units.not_found')
  return row
}
