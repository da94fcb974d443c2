import type { Todo } from '#core/todos/contract.ts'
import type { TodoProvider } from '#core/todos/list-todos.ts'
import type { State } from './model/lifecycle.ts'
import { documentsInState, documentTables, returnedDrafts, type SummaryRow, type Tx } from './store.ts'

/** What waits in the register: for whoever may do it. */
export const documentTodos: TodoProvider = async (ctx, unitId) => {
  const tx = documentTables(ctx.tx)
  const [edits, approves, numbers] = [await ctx.may('documents.edit', unitId), await ctx.may('documents.approve', unitId), await ctx.may('documents.number', unitId)]
  return [
    ...(edits ? (await documentsInState(tx, unitId, ['incoming'], 'draft')).map((document) => todo('confirm', 'task', document)) : []),
    ...(edits ? (await returnedDrafts(tx, unitId)).map((document) => todo('returned', 'returned', document)) : []),
    ...(approves ? (await written(tx, unitId, 'review')).map((document) => todo('approve', 'waiting', document)) : []),
    ...(numbers ? (await written(tx, unitId, 'approved')).map((document) => todo(document.numberText === null ? 'number' : 'issue', 'waiting', document)) : []),
  ]
}

function written(tx: Tx, unitId: string, state: State): Promise<SummaryRow[]> {
  return documentsInState(tx, unitId, ['outgoing', 'internal'], state)
}

function todo(what: 'confirm' | 'returned' | 'approve' | 'number' | 'issue', kind: Todo['kind'], document: SummaryRow): Todo {
  const key = `documents.todo.${what}`
  return {
    id: `${key}:${document.id}`,
    titleKey: `${key}_title`,
    whyKey: `${key}_why`,
    actionKey: `${key}_action`,
    params: { subject: document.subject, docType: document.docType ?? '' },
    dueOn: null,
    kind,
    href: `/van-ban/${document.id}`,
  }
}
