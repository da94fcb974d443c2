import type { Transaction } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import type { IndicatorsDb } from './tables.ts'

type Tx = Transaction<IndicatorsDb>

export interface HandFigureRow {
  readonly provinceId: string
  readonly id: string
  readonly unitId: string
  readonly code: string
  readonly fromDay: PlainDate
  readonly toDay: PlainDate
  readonly part: string | null
  readonly whole: string | null
  readonly value: string | null
  readonly partWomen: string | null
  readonly wholeWomen: string | null
  readonly valueWomen: string | null
  readonly yes: boolean | null
  readonly isEstimate: boolean
  readonly note: string | null
  readonly fileId: string | null
  readonly changedBy: string
  readonly changedAt: Date
  readonly revision: number
}

const FIGURE = [
  'provinceId', 'id', 'unitId', 'code', 'fromDay', 'toDay', 'part', 'whole', 'value', 'partWomen', 'wholeWomen', 'valueWomen', 'yes', 'isEstimate', 'note', 'fileId', 'changedBy', 'changedAt', 'revision',
] as const

/** Figures of a unit whose span ends within these days. */
export function handFiguresOf(tx: Tx, unitId: string, from: PlainDate, to: PlainDate): Promise<HandFigureRow[]> {
  return tx.selectFrom('indicators.handFigure').select(FIGURE).where('unitId', '=', unitId).where('toDay', '>=', from).where('toDay', '<=', to).orderBy('toDay').orderBy('code').execute()
}

export function handFigureAt(tx: Tx, unitId: string, code: string, toDay: PlainDate): Promise<HandFigureRow | undefined> {
  return tx.selectFrom('indicators.handFigure').select(FIGURE).where('unitId', '=', unitId).where('code', '=', code).where('toDay', '=', toDay).forUpdate().executeTakeFirst()
}

/** @throws AppError `not_found` */
export async function handFigureById(tx: Tx, id: string): Promise<HandFigureRow> {
  const row = await tx.selectFrom('indicators.handFigure').select(FIGURE).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new AppError('not_found', 'indicators.figure_not_found')
  return row
}

export type HandFigureValues = Omit<HandFigureRow, 'revision'>

/** Writes a figure, or writes it over: the id and the day stay. */
export async function putHandFigure(tx: Tx, figure: HandFigureValues): Promise<void> {
  const { id: _id, provinceId: _province, unitId: _unit, code: _code, toDay: _day, ...changes } = figure
  await tx
    .insertInto('indicators.handFigure')
    .values(figure)
    .onConflict((conflict) => conflict.columns(['unitId', 'code', 'toDay']).doUpdateSet((row) => ({ ...changes, revision: row('indicators.handFigure.revision', '+', 1) })))
    .execute()
}

export async function deleteHandFigure(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('indicators.handFigure').where('id', '=', id).execute()
}

export async function attachEvidence(tx: Tx, id: string, fileId: string): Promise<void> {
  await tx.updateTable('indicators.handFigure').set({ fileId }).where('id', '=', id).execute()
}

/** Evidence files by their ids. */
export async function filesOf(tx: Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, { id: string; name: string; digest: string; mediaType: string; bytes: number }>> {
  const wanted = ids.filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  const rows = await tx.selectFrom('files.file').select(['id', 'name', 'digest', 'mediaType', 'bytes']).where('id', 'in', wanted).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export async function namesOfPeople(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('people.person').select(['id', 'fullName']).where('id', 'in', [...new Set(ids)]).execute()
  return new Map(rows.map((row) => [row.id, row.fullName]))
}

export interface FigureEvidence {
  readonly note: string | null
  readonly byName: string | null
  readonly at: Date
  readonly fileId: string | null
  readonly fileName: string | null
}

/** Who entered figures, with what note and evidence. */
export async function evidenceOfFigures(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, FigureEvidence>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('indicators.handFigure as h')
    .leftJoin('people.person as p', 'p.id', 'h.changedBy')
    .leftJoin('files.file as f', 'f.id', 'h.fileId')
    .select(['h.id', 'h.note', 'p.fullName as byName', 'h.changedAt as at', 'f.id as fileId', 'f.name as fileName'])
    .where('h.id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}

export async function insertFile(tx: Tx, file: { provinceId: string; unitId: string; id: string; digest: string; name: string; mediaType: string; bytes: number; createdAt: Date }): Promise<void> {
  await tx.insertInto('files.file').values(file).execute()
}
