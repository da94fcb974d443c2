import { sql } from 'kysely'
import { beyondReach } from '#core/access/operation.ts'
import type { PlainDate } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import type { ConsolidatedFigure, Quote } from './consolidation-contract.ts'
import type { Body } from './model/body.ts'
import type { ChosenReport, MissingUnit, ReportToChoose } from './model/choose-reports.ts'
import type { ConsolidationState } from './model/consolidation-lifecycle.ts'
import type { GivenFigure } from './model/consolidate.ts'
import type { SaidInPart, SaidPart } from './model/said.ts'
import type { ReportState } from './model/lifecycle.ts'
import type { Tx } from './store.ts'

export interface ConsolidationRow {
  readonly provinceId: string
  readonly id: string
  readonly unitId: string
  readonly roundId: string
  readonly state: ConsolidationState
  readonly title: string
  readonly cutOff: PlainDate
  readonly withSubmitted: boolean
  readonly reportIds: readonly string[] | null
  readonly figures: ConsolidatedFigure[]
  readonly texts: Record<string, string>
  readonly quotes: Quote[]
  readonly body: Body | null
  readonly missing: MissingUnit[] | null
  readonly said: SaidInPart[] | null
  readonly digest: string | null
  readonly revision: number
  readonly signedBy: string | null
  readonly signedAt: Date | null
  readonly documentId: string | null
  readonly numberText: string | null
  readonly issuedOn: PlainDate | null
  readonly createdAt: Date
  readonly changedAt: Date
}

const COLUMNS = [
  'provinceId', 'id', 'unitId', 'roundId', 'state', 'title', 'cutOff', 'withSubmitted', 'reportIds', 'figures', 'texts', 'quotes', 'body', 'missing', 'said', 'digest', 'revision',
  'signedBy', 'signedAt', 'documentId', 'numberText', 'issuedOn', 'createdAt', 'changedAt',
] as const

/** @throws AppError `not_found` */
export async function consolidationById(tx: Tx, id: string, lock = false): Promise<ConsolidationRow> {
  const asked = tx.selectFrom('reports.consolidation').select(COLUMNS).where('id', '=', id)
  const row = await (lock ? asked.forUpdate() : asked).executeTakeFirst()
  if (!row) throw new AppError('not_found', 'reports.consolidation_not_found')
  return row
}

export interface ConsolidationLine extends Omit<ConsolidationRow, 'figures' | 'texts' | 'quotes' | 'body' | 'missing' | 'said' | 'reportIds'> {
  readonly included: number
  readonly asked: number
}

export async function consolidationsOf(tx: Tx, roundId: string): Promise<ConsolidationLine[]> {
  const found = await sql<ConsolidationLine>`
    select c.province_id, c.id, c.unit_id, c.round_id, c.state, c.title, c.cut_off, c.with_submitted, c.digest, c.revision, c.signed_by, c.signed_at, c.document_id,
      c.number_text, c.issued_on, c.created_at, c.changed_at,
      (select count(*)::int from reports.consolidated_report k where k.consolidation_id = c.id) as included,
      (select count(*)::int from reports.report p where p.round_id = c.round_id and p.state <> 'exempt') as asked
    from reports.consolidation c
    where c.round_id = ${roundId}::uuid and c.state <> 'discarded'
    order by c.created_at desc, c.id`.execute(tx)
  return found.rows
}

// The operations judge the person over the round; its reports are then read beyond row-level security, which would hold
// each of a hundred thousand figures against all units of the person.

/** Every report of a round with its newest version up to the end of a day. */
export async function reportsToChoose(tx: Tx, roundId: string, cutOff: PlainDate): Promise<ReportToChoose[]> {
  const found = await beyondReach(tx, () => sql<ReportToChoose>`
    select p.id as report_id, p.unit_id, p.state, p.version, n.name as unit_name, v.number, v.digest, v.submitted_at
    from reports.report p
    join lateral (select w.name, w.search_name from units.unit_version w where w.unit_id = p.unit_id order by w.valid desc limit 1) n on true
    left join lateral (
      select v.number, v.digest, v.submitted_at from reports.report_version v
      where v.report_id = p.id and (v.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date <= ${cutOff}::date
      order by v.number desc limit 1
    ) v on true
    where p.round_id = ${roundId}::uuid
    order by n.search_name, p.id`.execute(tx))
  return found.rows
}

/** The frozen figures of versions, by unit. */
export async function frozenFigures(tx: Tx, versions: readonly { reportId: string; number: number }[]): Promise<GivenFigure[]> {
  if (versions.length === 0) return []
  const found = await beyondReach(tx, () => sql<GivenFigure>`
    select f.unit_id, f.key, f.state, f.value::float8 as value, f.part::float8 as part, f.whole::float8 as whole, f.estimate::float8 as estimate, f.by_hand
    from ${listed(versions)} join reports.report p on p.id = w.report_id join reports.figure f on f.province_id = p.province_id and f.report_id = p.id and f.number = w.number`.execute(tx))
  return found.rows
}

/** What versions say in words: written texts and told sentences, part by part. */
export async function saidParts(tx: Tx, versions: readonly { reportId: string; number: number }[]): Promise<SaidPart[]> {
  if (versions.length === 0) return []
  const found = await beyondReach(tx, () => sql<SaidPart>`
    select v.report_id, n.name as unit_name, part ->> 'key' as part, part ->> 'kind' as kind, part ->> 'text' as text,
      (select jsonb_agg(jsonb_build_object('key', s ->> 'key', 'text', s ->> 'text')) from jsonb_array_elements(part -> 'sentences') s) as sentences
    from ${listed(versions)}
    join reports.report_version v on v.report_id = w.report_id and v.number = w.number
    join lateral (select w.name, w.search_name from units.unit_version w where w.unit_id = v.unit_id order by w.valid desc limit 1) n on true
    cross join lateral jsonb_array_elements(v.body -> 'parts') part
    where part ->> 'kind' in ('text', 'told')
    order by n.search_name, v.report_id`.execute(tx))
  return found.rows
}

function listed(versions: readonly { reportId: string; number: number }[]) {
  return sql`jsonb_to_recordset(${JSON.stringify(versions.map(({ reportId, number }) => ({ report_id: reportId, number })))}::jsonb) as w (report_id uuid, number int)`
}

export interface IncludedReport {
  readonly reportId: string
  readonly unitId: string
  readonly unitName: string
  readonly number: number
  readonly digest: string
  readonly state: ReportState
  readonly submittedAt: Date
}

export async function includedReports(tx: Tx, consolidationId: string): Promise<IncludedReport[]> {
  const found = await sql<IncludedReport>`
    select k.report_id, p.unit_id, n.name as unit_name, k.number, k.digest, p.state, v.submitted_at
    from reports.consolidated_report k
    join reports.report p on p.id = k.report_id
    join reports.report_version v on v.report_id = k.report_id and v.number = k.number
    join lateral (select w.name, w.search_name from units.unit_version w where w.unit_id = p.unit_id order by w.valid desc limit 1) n on true
    where k.consolidation_id = ${consolidationId}::uuid
    order by n.search_name, p.id`.execute(tx)
  return found.rows
}

export interface NewConsolidation {
  readonly provinceId: string
  readonly id: string
  readonly unitId: string
  readonly roundId: string
  readonly title: string
  readonly cutOff: PlainDate
  readonly withSubmitted: boolean
  readonly reportIds: readonly string[] | null
  readonly figures: readonly ConsolidatedFigure[]
  readonly said: readonly SaidInPart[]
  readonly createdBy: string
  readonly at: Date
}

export async function insertConsolidation(tx: Tx, { figures, said, reportIds, at, ...row }: NewConsolidation): Promise<void> {
  await tx
    .insertInto('reports.consolidation')
    .values({ ...row, reportIds: reportIds && [...reportIds], figures: JSON.stringify(figures), said: JSON.stringify(said), body: null, missing: null, digest: null, frozenAt: null, signedBy: null, signedAt: null, documentId: null, numberText: null, issuedOn: null, createdAt: at, changedAt: at })
    .execute()
}

/** Puts the versions that a consolidation stands on in the place of those before. */
export async function replaceIncluded(tx: Tx, consolidation: { provinceId: string; id: string; unitId: string }, reports: readonly ChosenReport[]): Promise<void> {
  const { provinceId, id, unitId } = consolidation
  await tx.deleteFrom('reports.consolidatedReport').where('consolidationId', '=', id).execute()
  const rows = reports.map(({ reportId, number, digest }) => ({ report_id: reportId, number, digest }))
  await sql`
    insert into reports.consolidated_report (province_id, consolidation_id, unit_id, report_id, number, digest)
    select ${provinceId}, ${id}::uuid, ${unitId}::uuid, w.report_id, w.number, w.digest
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w (report_id uuid, number int, digest text)`.execute(tx)
}

export interface ConsolidationChange {
  readonly state?: ConsolidationState
  readonly title?: string
  readonly cutOff?: PlainDate
  readonly withSubmitted?: boolean
  readonly reportIds?: readonly string[] | null
  readonly figures?: readonly ConsolidatedFigure[]
  readonly said?: readonly SaidInPart[]
  readonly texts?: Readonly<Record<string, string>>
  readonly quotes?: readonly Quote[]
  readonly body?: Body | null
  readonly missing?: readonly MissingUnit[] | null
  readonly digest?: string | null
  readonly frozenAt?: Date | null
  readonly signedBy?: string | null
  readonly signedAt?: Date | null
  readonly documentId?: string
  readonly numberText?: string
  readonly issuedOn?: PlainDate
  readonly changedAt: Date
}

/** Changes a consolidation. @returns its new revision */
export async function changeConsolidation(tx: Tx, id: string, { figures, said, texts, quotes, body, missing, reportIds, ...plain }: ConsolidationChange): Promise<number> {
  const row = await tx
    .updateTable('reports.consolidation')
    .set({
      ...plain,
      ...(figures ? { figures: JSON.stringify(figures) } : {}),
      ...(said ? { said: JSON.stringify(said) } : {}),
      ...(texts ? { texts: JSON.stringify(texts) } : {}),
      ...(quotes ? { quotes: JSON.stringify(quotes) } : {}),
      ...(body === undefined ? {} : { body: body && JSON.stringify(body) }),
      ...(missing === undefined ? {} : { missing: missing && JSON.stringify(missing) }),
      ...(reportIds === undefined ? {} : { reportIds: reportIds && [...reportIds] }),
    })
    .set((old) => ({ revision: old('revision', '+', 1) }))
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow()
  return row.revision
}

/** The consolidation that a report is filled from; undefined for most. */
export async function consolidationOfReport(tx: Tx, reportId: string): Promise<{ id: string; figures: ConsolidatedFigure[]; digest: string | null } | undefined> {
  return tx
    .selectFrom('reports.report as p')
    .innerJoin('reports.consolidation as c', 'c.id', 'p.consolidationId')
    .select(['c.id', 'c.figures', 'c.digest'])
    .where('p.id', '=', reportId)
    .executeTakeFirst()
}

export async function linkConsolidation(tx: Tx, reportId: string, consolidationId: string): Promise<void> {
  await tx.updateTable('reports.report').set({ consolidationId }).where('id', '=', reportId).execute()
}

/** Reports of a unit to its own superiors over a window. */
export async function reportsToFill(tx: Tx, unitId: string, window: { windowFrom: PlainDate; windowTo: PlainDate }) {
  const found = await sql<{ reportId: string; title: string; unitName: string; state: ReportState; consolidationId: string | null }>`
    select p.id as report_id, r.title, p.state, p.consolidation_id,
      (select v.name from units.unit_version v where v.unit_id = r.unit_id order by v.valid desc limit 1) as unit_name
    from reports.report p
    join reports.round r on r.id = p.round_id and r.window_from = ${window.windowFrom}::date and r.window_to = ${window.windowTo}::date
    where p.unit_id = ${unitId}::uuid and p.state <> 'exempt'
    order by r.due_on`.execute(tx)
  return found.rows
}

/** Consolidations of a unit that wait for the signature, and those that wait for a number. */
export function consolidationsToSign(tx: Tx, unitId: string): Promise<{ id: string; roundId: string; title: string; state: ConsolidationState }[]> {
  return tx.selectFrom('reports.consolidation').select(['id', 'roundId', 'title', 'state']).where('unitId', '=', unitId).where('state', 'in', ['frozen', 'signed']).orderBy('changedAt').execute()
}
