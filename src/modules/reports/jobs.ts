import { z } from 'zod'
import { asSystem } from '#core/access/operation.ts'
import type { Services } from '#core/services.ts'
import { notifierOf, notify } from '#modules/notifications/public.ts'
import { formatDay } from '#platform/i18n/day.ts'
import type { JobHandler, Subscription } from '#platform/jobs.ts'
import { CORRECTED, markCorrected } from './operations/mark-corrected.ts'
import { followSubmission, SUBMITTED } from './operations/follow-submission.ts'
import { DAILY, remindDaily } from './operations/remind-daily.ts'
import { REMIND, sendReminders } from './operations/send-reminders.ts'
import { reportsToTell, roundById } from './round-store.ts'
import type { ReportsDb } from './tables.ts'

const OPENED = 'reports.tell-of-round'

export const reportsQueues = [OPENED, CORRECTED, REMIND, SUBMITTED, DAILY]

export const reportsSubscriptions: readonly Subscription[] = [
  { event: 'reports.round_opened', queue: OPENED },
  { event: 'reports.submitted', queue: SUBMITTED },
  { event: 'facts.corrected', queue: CORRECTED },
]

const Opened = z.object({ roundId: z.uuid() })

export function reportsJobs(services: Services): readonly JobHandler[] {
  return [
    { name: OPENED, run: (data) => tellOfRound(services, Opened.parse(data).roundId) },
    { name: CORRECTED, run: (data) => markCorrected(services, data) },
    { name: SUBMITTED, run: (data) => followSubmission(services, data) },
    { name: DAILY, everyHours: 0.5, run: () => remindDaily(services) },
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
