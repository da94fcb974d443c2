import type { PlainDate } from '#platform/clock.ts'
import type { Tx } from './store.ts'

export interface ReportDocument {
  readonly reportId: string
  /** The version. */
  readonly number: number
  readonly documentId: string
  /** “12/BC-THTM” */
  readonly numberText: string
  readonly issuedOn: PlainDate
}

/** The documents as which versions of reports were issued, oldest version first. */
export async function documentsOf(tx: Tx, reportIds: readonly string[]): Promise<ReportDocument[]> {
  if (reportIds.length === 0) return []
  return tx.selectFrom('reports.reportDocument').select(['reportId', 'number', 'documentId', 'numberText', 'issuedOn']).where('reportId', 'in', [...reportIds]).orderBy('number').execute()
}

export async function insertDocument(tx: Tx, report: { provinceId: string; unitId: string; superiorId: string }, document: ReportDocument): Promise<void> {
  const { provinceId, unitId, superiorId } = report
  await tx.insertInto('reports.reportDocument').values({ provinceId, unitId, superiorId, ...document }).execute()
}
