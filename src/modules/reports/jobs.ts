import { z } from 'zod'
import { asSystem } from '#core/access/operation.ts'
import { frozenBy } from '#core/facts/freeze.ts'
import type { Services } from '#core/services.ts'
import { notifierOf, notify } from '#modules/notifications/public.ts'
import { formatDay } from '#platform/i18n/day.ts'
import type { JobHandler, Subscription } from '#platform/jobs.ts'
import { followSubmission, SUBMITTED } from './operations/follow-submission.ts'
import { REMIND, sendReminders } from './operations/send-reminders.ts'
import { insertCorrection } from './correction-store.ts'
import { lockReport } from './report-store.ts'
import { reportsToTell, roundById } from './round-store.ts'
import { nameOfUnit } from './store.ts'
import type { ReportsDb } from './tables.ts'

const OPENED = 'reports.tell-of-round'
const CORRECTED = 'reports.mark-corrected'

export const reportsQueues = [OPENED, CORRECTED, REMIND, SUBMITTED]

export const reportsSubscriptions: readonly Subscription[] = [
  { event: 'reports.round_opened', queue: OPENED },
  { event: 'reports.submitted', queue: SUBMITTED },
  { event: 'facts.corrected', queue: CORRECTED },
]

const Opened = z.object({ roundId: z.uuid() })
const Corrected = z.object({ sourceTable: z.string(), sourceId: z.uuid(), unitId: z.uuid(), reason: z.nullish(z.string()) })

export function reportsJobs(services: Services): readonly JobHandler[] {
  return [
    { name: OPENED, run: (data) => tellOfRound(services, Opened.parse(data).roundId) },
    { name: CORRECTED, run: (data) => markCorrected(services, Corrected.parse(data)) },
    { name: SUBMITTED, run: (data) => followSubmission(services, data) },
    { name: REMIND, run: (data) => sendReminders(services, data) },
  ]
}

/** Tells the writers of every recipient that a report is asked for. */
async function tellOfRound(services: Services, roundId: string): Promise<void> {
  const request = services.systemRequest()
  await asSystem<ReportsDb, void>(request, async (tx) => {
    const round = await roundById(tx, roundId)
    for (const report of await reportsToTell(tx, roundId)) {
      await notify(notifierOf(request, tx), {
        unitId: report.unitId,
        to: { unitId: report.unitId, roles: ['committee_head', 'committee_secretary', 'department_officer', 'commune_officer'] },
        topic: 'reports',
        once: `reports.opened:${report.id}`,
        text: { key: 'reports.notice.opened', params: { unit: round.unitName, title: round.title, day: formatDay(round.dueOn) } },
        href: `/bao-cao/${report.id}`,
        dueOn: round.dueOn,
      })
    }
  })
}

/**
 * Something that submitted reports stand on was corrected: each of them, at every level, is marked as no longer agreeing,
 * its unit and its superior are told. The version itself stays; its unit makes a new one with the reason.
 */
async function markCorrected(services: Services, { sourceTable, sourceId, unitId, reason }: z.output<typeof Corrected>): Promise<void> {
  const request = services.systemRequest()
  await asSystem<ReportsDb, void>(request, async (tx) => {
    const source = await nameOfUnit(tx, unitId)
    for (const holder of await frozenBy(tx, sourceTable, sourceId)) {
      if (holder.holderTable !== 'reports.report') continue
      const report = await lockReport(tx, holder.holderId)
      if (report.state !== 'submitted' && report.state !== 'accepted') continue
      const said = reason?.trim() || '—'
      const correction = { provinceId: report.provinceId, id: request.newId(), reportId: report.id, number: report.version, unitId: report.unitId, superiorId: report.superiorId, sourceTable, sourceId, sourceUnitId: unitId, reason: said, at: request.now }
      if (!(await insertCorrection(tx, correction))) continue
      const text = { key: 'reports.notice.corrected', params: { unit: source, title: holder.title, reason: said } } as const
      const notice = { topic: 'corrections', text, href: `/bao-cao/${report.id}` } as const
      await notify(notifierOf(request, tx), { ...notice, unitId: report.unitId, to: { unitId: report.unitId, roles: ['committee_head', 'committee_secretary', 'principal'] }, once: `reports.corrected:${correction.id}` })
      await notify(notifierOf(request, tx), { ...notice, unitId: report.superiorId, to: { unitId: report.superiorId, roles: ['ministry_officer', 'department_officer', 'commune_officer'] }, once: `reports.corrected.above:${correction.id}` })
    }
  })
}
