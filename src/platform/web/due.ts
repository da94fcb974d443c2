import { daysBetween, type PlainDate } from '#platform/clock.ts'
import type { Words } from '#platform/i18n/messages.ts'
import type { Urgency } from './todo-card.tsx'

/** `Quá hạn 2 ngày`, `Hạn hôm nay`, `Còn 10 ngày`. */
export function dueWords(todayIs: PlainDate, dueOn: PlainDate): Words {
  const days = daysBetween(todayIs, dueOn)
  if (days === 0) return 'kit.due_today'
  return days < 0 ? ['kit.overdue', { n: -days }] : ['kit.due_in', { n: days }]
}

/** Past its day is late, within seven days is soon. */
export function urgencyOf(todayIs: PlainDate, dueOn: PlainDate): Urgency {
  const days = daysBetween(todayIs, dueOn)
  if (days < 0) return 'late'
  return days <= 7 ? 'soon' : 'normal'
}
