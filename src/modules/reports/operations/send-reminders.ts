import { z } from 'zod'
import { asSystem } from '#core/access/operation.ts'
import type { Services } from '#core/services.ts'
import { notifierOf, notify } from '#modules/notifications/public.ts'
import { markTold, unsentReminders } from '../contact-store.ts'
import type { ReportsDb } from '../tables.ts'

export const REMIND = 'reports.send-reminders'

const Reminders = z.object({ ids: z.array(z.uuid()) })

/** Tells the writers of each unit what its superior reminds it of, in the app and by e-mail; a reminder is sent once. */
export async function sendReminders(services: Services, data: unknown): Promise<void> {
  const { ids } = Reminders.parse(data)
  const request = services.systemRequest()
  await asSystem<ReportsDb, void>(request, async (tx) => {
    for (const { id, reportId, unitId, said } of await unsentReminders(tx, ids)) {
      const { told } = await notify(notifierOf(request, tx), {
        unitId,
        to: { unitId, roles: ['committee_head', 'committee_secretary', 'department_officer', 'commune_officer'] },
        topic: 'deadlines',
        once: `reports.reminded:${id}`,
        text: { key: 'reports.notice.reminded', params: { text: said } },
        href: `/bao-cao/${reportId}`,
      })
      await markTold(tx, id, told)
    }
  })
}
