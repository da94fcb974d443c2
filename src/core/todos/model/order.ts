import { daysBetween, type PlainDate } from '#platform/clock.ts'
import type { Todo } from '../contract.ts'

/** Days before the due day from which a thing counts as pressing. */
const SOON = 7

/** Overdue, due within a week, returned, somebody waits, later, opportunities; the earlier day first. */
export function byUrgency(today: PlainDate): (a: Todo, b: Todo) => number {
  return (a, b) => rank(a, today) - rank(b, today) || (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.id.localeCompare(b.id)
}

function rank(todo: Todo, today: PlainDate): number {
  const left = todo.dueOn === null ? null : daysBetween(today, todo.dueOn)
  if (left !== null && left < 0) return 0
  if (todo.kind === 'opportunity') return 5
  if (left !== null && left <= SOON) return 1
  if (todo.kind === 'returned') return 2
  if (todo.kind === 'waiting') return 3
  return 4
}
