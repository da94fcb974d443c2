import type { AgendaProvider } from '#core/agenda/provider.ts'
import { isOpen } from './model/assignment-lifecycle.ts'
import { assignmentTables } from './store.ts'
import { assignmentsDueIn } from './view-store.ts'

/** Work with a due day in the span: done, coming or late. */
export const assignmentsAgenda: AgendaProvider = async (ctx, { unitId, from, to }) => {
  if (!(await ctx.may('assignments.read', unitId))) return []
  const rows = await assignmentsDueIn(assignmentTables(ctx.tx), unitId, from, to, ctx.actor!.accountId)
  return rows.map(({ row, isMine }) => ({
    id: `assignments.task:${row.id}`,
    kind: 'task',
    state: isOpen(row.state) ? (row.lateAfter !== null && row.lateAfter < ctx.today ? 'late' : 'coming') : 'done',
    day: row.dueOn!,
    until: null,
    title: row.text,
    titleEn: null,
    note: row.leadName,
    isMine,
    href: `/phan-cong/${row.id}`,
  }))
}
