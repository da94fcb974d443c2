import { addDays, dayOf } from '#platform/clock.ts'
import { addWorkingDays, lastDay, lastDayInTime, type Holidays } from '#core/periods/model/working-days.ts'

export const CLOCKS = ['tell', 'plan', 'approve', 'separation'] as const
export type ClockKey = (typeof CLOCKS)[number]

/**
 * `soon`: the alarm has gone (two hours for telling, the last working day for the others); `late`: past the limit;
 * `off`: a handler has said, with a reason, that it does not apply.
 */
export type ClockState = 'running' | 'soon' | 'late' | 'done' | 'off'

export interface Clock {
  readonly key: ClockKey
  readonly state: ClockState
  /** From when it presses. */
  readonly alarmAt: Date
  /** The last moment in time. */
  readonly dueAt: Date
  readonly doneAt: Date | null
}

/** What the clocks read of an entry: kinds and times stand in clear. */
export interface DatedStep {
  readonly kind: string
  readonly at: Date
}

const HOUR_MS = 3_600_000
/** “Ngay”: no hours are given; two are ours, twelve are those of emergency measures. */
export const TELL_ALARM_HOURS = 2
export const TELL_LIMIT_HOURS = 12
export const PLAN_WORKING_DAYS = 5
export const APPROVAL_WORKING_DAYS = 2
export const SEPARATION_DAYS = 15

/**
 * The clocks of a case at a moment: telling whom the law names, the plan of support, its approval, the review of a
 * separation. Days are counted from the day after; a case without a step has the first two running.
 *
 * @param steps  in the order in which they happened
 * @source Nghị định 56/2017/NĐ-CP, Điều 25.1 (“thông báo ngay”), 26.3 (12 giờ), 28.1 (05 ngày làm việc), 28.4 (02 ngày
 *   làm việc), 32.3 (15 ngày)
 */
export function clocksOf(receivedAt: Date, steps: readonly DatedStep[], holidays: Holidays, now: Date): Clock[] {
  const first = (kind: string, after?: Date) => steps.find((step) => step.kind === kind && (!after || step.at >= after))?.at ?? null
  const last = (kind: string) => steps.findLast((step) => step.kind === kind)?.at ?? null
  const clock = (key: ClockKey, limits: Pick<Clock, 'alarmAt' | 'dueAt'>, doneAt: Date | null, off: Date | null): Clock => ({
    key,
    ...limits,
    doneAt,
    state: doneAt ? 'done' : off ? 'off' : now > limits.dueAt ? 'late' : now >= limits.alarmAt ? 'soon' : 'running',
  })
  const clocks = [
    clock('tell', { alarmAt: later(receivedAt, TELL_ALARM_HOURS), dueAt: later(receivedAt, TELL_LIMIT_HOURS) }, first('told'), first('tell_not_due')),
    clock('plan', byWorkingDays(receivedAt, PLAN_WORKING_DAYS, holidays), first('planned'), first('plan_not_due')),
  ]
  const planned = last('planned')
  if (planned) clocks.push(clock('approve', byWorkingDays(planned, APPROVAL_WORKING_DAYS, holidays), first('approved', planned), null))
  const separated = last('separated')
  if (separated) clocks.push(clock('separation', reviewOf(separated, holidays), first('separation_reviewed', separated), null))
  return clocks
}

/** Whether a limit of the law has passed with nothing done: the reporter may then turn to the body above. */
export function isIgnored(clocks: readonly Clock[]): boolean {
  return clocks.some(({ state }) => state === 'late')
}

/** The clock that presses most among those that run; null when all stand still. */
export function nextClock(clocks: readonly Clock[]): Clock | null {
  const running = clocks.filter(({ state }) => state !== 'done' && state !== 'off')
  return running.reduce<Clock | null>((best, clock) => (best && best.dueAt <= clock.dueAt ? best : clock), null)
}

function later(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * HOUR_MS)
}

function byWorkingDays(from: Date, count: number, holidays: Holidays) {
  const day = addWorkingDays(dayOf(from), count, holidays)
  return { alarmAt: beginOf(day), dueAt: endOf(day) }
}

/** A separation must not outlast its days: the review is due on the last working day within them. */
function reviewOf(from: Date, holidays: Holidays) {
  const { workingDayBefore } = lastDay(addDays(dayOf(from), SEPARATION_DAYS), holidays)
  const day = workingDayBefore < dayOf(from) ? lastDayInTime(dayOf(from), holidays) : workingDayBefore
  return { alarmAt: beginOf(addDays(day, -2)), dueAt: endOf(day) }
}

function beginOf(day: string): Date {
  return new Date(`${day}T00:00:00+07:00`)
}

/** The last millisecond of a day in Vietnam. */
function endOf(day: string): Date {
  return new Date(beginOf(addDays(day, 1)).getTime() - 1)
}
