import type { PlainDate } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import type { RoundFields } from '../round-contract.ts'
import { dueOnOf, treeDayOf } from './deadline.ts'
import type { Form } from './form.ts'

/**
 * What a round says, as it is kept.
 * @throws AppError `invalid` when its days contradict each other
 */
export function roundOf(fields: RoundFields, form: Form, today: PlainDate) {
  const { title, instructions, line, audience, period, window, deadline, acceptLateUntil, remindDays } = fields
  const dueOn = dueOnOf(deadline.day, deadline.word)
  if (period.from > period.to) throw new AppError('invalid', 'reports.period_reversed')
  if (window.from > window.to) throw new AppError('invalid', 'reports.window_reversed')
  if (window.from < period.from || window.to > period.to) throw new AppError('invalid', 'reports.window_outside')
  if (acceptLateUntil !== null && acceptLateUntil < dueOn) throw new AppError('invalid', 'reports.late_before_due')
  return {
    title,
    instructions,
    formCode: form.code,
    formVersion: form.version,
    form,
    line,
    audience,
    treeOn: treeDayOf(period.to, today),
    periodFrom: period.from,
    periodTo: period.to,
    periodLabel: period.label,
    windowFrom: window.from,
    windowTo: window.to,
    deadlineDay: deadline.day,
    deadlineWord: deadline.word,
    dueOn,
    acceptLateUntil,
    remindDays: [...new Set(remindDays)].sort((a, b) => b - a),
  }
}
