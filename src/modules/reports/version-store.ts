import type { PlainDate } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import type { Body } from './model/body.ts'
import type { Tx } from './store.ts'

export interface VersionRow {
  readonly reportId: string
  readonly number: number
  readonly body: Body
  readonly digest: string
  readonly reason: string | null
  readonly dueOn: PlainDate
  readonly isLate: boolean
  readonly signedBy: string
  readonly signedAt: Date
  readonly submittedAt: Date
}

const VERSION = ['reportId', 'number', 'body', 'digest', 'reason', 'dueOn', 'isLate', 'signedBy', 'signedAt', 'submittedAt'] as const

/** @throws AppError `not_found` */
export async function versionOf(tx: Tx, reportId: string, number: number): Promise<VersionRow> {
  const row = await tx.selectFrom('reports.reportVersion').select(VERSION).where('reportId', '=', reportId).where('number', '=', number).executeTakeFirst()
  if (!row) throw new AppError('not_found', 'reports.version_not_found')
  return row
}
