import { z } from 'zod'
import { OFFICERS } from '#core/access/model/roles.ts'
import { asSystem } from '#core/access/operation.ts'
import type { Services } from '#core/services.ts'
import { untyped } from '#platform/db/connect.ts'
import { notifierOf, notify } from '#modules/notifications/public.ts'
import { insertCorrection, isMarked } from '../correction-store.ts'
import { differencesOf } from '../model/differences.ts'
import { movedSource } from '../model/moved-source.ts'
import { reportById, type ReportRow } from '../report-store.ts'
import { roundById, type RoundRow } from '../round-store.ts'
import { sourcesOf } from '../source-store.ts'
import { nameOfUnit, type Tx } from '../store.ts'
import type { ReportsDb } from '../tables.ts'
import { versionOf } from '../version-store.ts'
import { composeReport } from './compose-report.ts'

export const SUBMITTED = 'reports.follow-submission'

const Submitted = z.object({ reportId: z.uuid(), number: z.int() })

type Clerk = Pick<ReturnType<Services['systemRequest']>, 'now' | 'newId' | 'jobs'>

/** What follows from a submission after its commit: the superior is told, records that moved on since the signature are found. */
export async function followSubmission(services: Pick<Services, 'systemRequest'>, data: unknown): Promise<void> {
  const { reportId, number } = Submitted.parse(data)
  const request = services.systemRequest()
  await asSystem<ReportsDb, void>(request, async (tx) => {
    const report = await reportById(tx, reportId)
    const round = await roundById(tx, report.roundId)
    const unit = await nameOfUnit(tx, report.unitId)
    await notify(notifierOf(request, tx), {
      unitId: report.superiorId,
      to: { unitId: report.superiorId, roles: OFFICERS },
      topic: 'reports',
      once: `reports.submitted:${number}:${reportId}`,
      text: { key: 'reports.notice.submitted', params: { unit, title: round.title, number } },
      href: `/dot-bao-cao/${report.roundId}/xem/${reportId}`,
    })
    const isStanding = report.version === number && (report.state === 'submitted' || report.state === 'accepted')
    if (!isStanding) return
    await markOutgrown(tx, request, report, round)
    if (number > 1) await tellHolders(tx, request, report)
  })
}

/** A new version with other figures: reports and consolidations above that stand on the one before no longer agree. */
async function tellHolders(tx: Tx, { jobs }: Clerk, { id: reportId, version: number, unitId }: ReportRow): Promise<void> {
  const [now, before] = [await versionOf(tx, reportId, number), await versionOf(tx, reportId, number - 1)]
  if (differencesOf(before.body, now.body).length === 0) return
  await jobs.publish(untyped(tx), 'facts.corrected', { sourceTable: 'reports.report', sourceId: reportId, unitId, reason: now.reason, occasion: `reports.report:${reportId}:${number}` })
}

/** Records that changed between the signature and the submission: the report is marked as no longer agreeing, its unit is told. */
async function markOutgrown(tx: Tx, clerk: Clerk, report: ReportRow, round: RoundRow): Promise<void> {
  const { id: reportId, version: number, unitId, superiorId, provinceId } = report
  const moved = movedSource(report.signedSources ?? [], await sourcesOf(tx, unitId, round, reportId))
  // Whoever corrected the source after the submission has told why: that is not said a second time without the reason.
  if (!moved || (await isMarked(tx, { reportId, number, ...moved }))) return
  const differences = differencesOf((await versionOf(tx, reportId, number)).body, await composeReport(tx, { ...report, openFields: null }, round))
  if (differences.length === 0) return
  const reason = `Số liệu trong sổ thay đổi sau khi ký: ${differences.length} số`
  const correction = { provinceId, id: clerk.newId(), reportId, number, unitId, superiorId, ...moved, sourceUnitId: unitId, reason, occasion: `reports.outgrown:${reportId}:${number}`, at: report.submittedAt ?? clerk.now }
  if (!(await insertCorrection(tx, correction))) return
  await notify(notifierOf(clerk, tx), {
    unitId,
    to: { unitId, roles: ['committee_head', 'committee_secretary', 'principal', ...OFFICERS] },
    topic: 'corrections',
    once: `reports.outgrown:${number}:${reportId}`,
    text: { key: 'reports.notice.outgrown', params: { title: round.title, count: differences.length } },
    href: `/bao-cao/${reportId}`,
  })
}
