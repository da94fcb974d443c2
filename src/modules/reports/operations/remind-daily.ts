import { OFFICERS } from '#core/access/model/roles.ts'
import { asSystem } from '#core/access/operation.ts'
import type { Request } from '#core/access/request.ts'
import { reminderOn, type Reminder } from '#core/periods/model/reminders.ts'
import { holidaysOf } from '#core/periods/store.ts'
import type { Services } from '#core/services.ts'
import { notifierOf, notify } from '#modules/notifications/public.ts'
import { addDays, dayOf, type PlainDate } from '#platform/clock.ts'
import { untyped } from '#platform/db/connect.ts'
import { formatDay } from '#platform/i18n/day.ts'
import { noteAutomatic } from '../contact-store.ts'
import { markReminded, owedReports, roundsToRemind, type OwedReport } from '../reminder-store.ts'
import { roundById, type RoundRow } from '../round-store.ts'
import type { Tx } from '../store.ts'

export const DAILY = 'reports.daily'

/** The hour, in Vietnam, from which the day's reminders are written: before the mail of the morning. */
const FROM_HOUR = 5
/** So many reports are looked at in one transaction. */
const SOME = 100

type Clerk = Pick<Request, 'now' | 'newId' | 'jobs'>

/**
 * Once a day for every open round: units that owe their report are told on the days of the round before the due day and
 * on every working day after it, their heads as well from the due day on, each occasion once. Whoever has submitted or is
 * exempt is left alone. What was told stands in the superior’s log of contacts. A round that fails keeps no other waiting.
 */
export async function remindDaily(services: Pick<Services, 'systemRequest'>): Promise<void> {
  const request = services.systemRequest()
  if ((request.now.getUTCHours() + 7) % 24 < FROM_HOUR) return
  const today = dayOf(request.now)
  const failed: unknown[] = []
  for (const roundId of await asSystem(request, (tx: Tx) => roundsToRemind(tx, today))) {
    await remindRound(request, roundId, today).catch((error: unknown) => failed.push(error))
  }
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} rounds could not be looked after`)
}

async function remindRound(request: Request, roundId: string, today: PlainDate): Promise<void> {
  const { round, due } = await asSystem(request, async (tx: Tx) => {
    const asked = await roundById(tx, roundId)
    return { round: asked, due: await remindersOf(tx, asked, today) }
  })
  for (let at = 0; at < due.length; at += SOME) {
    await asSystem(request, async (tx: Tx) => {
      for (const { report, reminder } of due.slice(at, at + SOME)) await tell(tx, request, round, report, reminder)
    })
  }
  // What was told is told once: a round that breaks off is taken up again from its beginning.
  await asSystem(request, (tx: Tx) => markReminded(tx, roundId, today))
}

async function remindersOf(tx: Tx, round: RoundRow, today: PlainDate): Promise<{ report: OwedReport; reminder: Reminder }[]> {
  const owed = await owedReports(tx, round.id, today)
  if (owed.length === 0) return []
  const days = [today, ...owed.map(({ dueOn }) => dueOn)].sort()
  const holidays = await holidaysOf(untyped(tx), round.unitId, addDays(days[0]!, -90), addDays(days.at(-1)!, 90))
  return owed.flatMap((report) => {
    const reminder = reminderOn(today, report, holidays, round.remindDays)
    return reminder ? [{ report, reminder }] : []
  })
}

async function tell(tx: Tx, clerk: Clerk, round: RoundRow, report: OwedReport, { step, isLate, days }: Reminder): Promise<void> {
  const { id, unitId, unitName, dueOn } = report
  const params = { title: round.title, superior: round.unitName, unit: unitName, days, day: formatDay(dueOn) }
  const notice = { unitId, topic: 'deadlines', href: `/bao-cao/${id}`, dueOn } as const
  const late = isLate ? 'late' : 'due'
  const writers = await notify(notifierOf(clerk, tx), { ...notice, to: { unitId, roles: ['committee_head', 'committee_secretary', ...OFFICERS] }, once: `reports.${late}:${id}:${dueOn}:${step}`, text: { key: `reports.notice.${late}`, params } })
  const heads =
    days > 0 && !isLate
      ? NOBODY
      : await notify(notifierOf(clerk, tx), { ...notice, to: { unitId, roles: ['principal'] }, once: `reports.head_${late}:${id}:${dueOn}`, text: { key: `reports.notice.head_${late}`, params } })
  const told = writers.told + heads.told
  // An occasion that was told before tells nobody again, and stands in the log once.
  if (told > 0) await noteAutomatic(tx, { provinceId: round.provinceId, id: clerk.newId(), unitId: round.unitId, reportId: id, roundId: round.id, told, at: clerk.now })
}

const NOBODY = { told: 0 }
