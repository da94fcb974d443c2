import { addDays, type PlainDate } from '#platform/clock.ts'
import { untyped } from '#platform/db/connect.ts'
import { isWorkingDay, workingDayOnOrBefore } from '#core/periods/model/working-days.ts'
import { holidaysOf } from '#core/periods/store.ts'
import type { Assignment } from './contract.ts'
import { isOpen } from './model/assignment-lifecycle.ts'
import { assignmentsDueBetween, responsibleFor, type AssignmentRow, type Tx } from './store.ts'

/** Rank in `assignments.responsible` from which somebody stands in. */
const STANDS_IN = 3

/** Rows of one unit as the contract shows them to an account. */
export async function viewsOf(tx: Tx, rows: readonly AssignmentRow[], accountId: string, today: PlainDate): Promise<Assignment[]> {
  const [first] = rows
  if (!first) return []
  const days = rows.flatMap(({ dueOn }) => dueOn ?? []).sort()
  const holidays = await holidaysOf(untyped(tx), first.unitId, addDays(days[0] ?? today, -90), days.at(-1) ?? today)
  const responsible = await responsibleFor(tx, rows.map(({ id }) => id))
  return rows.map((row) => {
    const { id, unitId, planId, nodeId, planTitle, text, leadName, leadPersonId, startOn, dueOn, lateAfter, product, state, doneOn, reason, extensions } = row
    const people = responsible.get(id) ?? []
    return {
      id, unitId, planId, nodeId, planTitle, text, leadName, leadPersonId, startOn, dueOn, lateAfter, product, state, doneOn, reason, extensions,
      responsible: people.map(({ personId, name, accountId: has }) => ({ personId, name, hasAccount: has !== null })),
      needsPerson: isOpen(state) && (people.length === 0 || people[0]!.rank >= STANDS_IN),
      isMine: people.some((person) => person.accountId === accountId),
      workBy: dueOn && !isWorkingDay(dueOn, holidays) ? workingDayOnOrBefore(dueOn, holidays) : null,
      isLate: isOpen(state) && lateAfter !== null && lateAfter < today,
    }
  })
}

/** Work that is due in a span, cancelled work aside, and whether it is the account's. */
export async function assignmentsDueIn(tx: Tx, unitId: string, from: PlainDate, to: PlainDate, accountId: string): Promise<{ row: AssignmentRow; isMine: boolean }[]> {
  const rows = await assignmentsDueBetween(tx, unitId, from, to)
  const responsible = await responsibleFor(tx, rows.map(({ id }) => id))
  return rows.map((row) => ({ row, isMine: (responsible.get(row.id) ?? []).some((person) => person.accountId === accountId) }))
}
