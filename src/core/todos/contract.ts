import * as z from 'zod/mini'
import { contract, Day } from '#platform/contract.ts'

/** One thing to do next: what, why, by when, and the one button that leads to it. */
export const Todo = z.object({
  /** Stable, so that the list does not jump: `plans.answer:<document>`. */
  id: z.string(),
  /** Key of the sentence; `params` fills it. The same for `whyKey` and `actionKey`. */
  titleKey: z.string(),
  whyKey: z.string(),
  actionKey: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  dueOn: z.nullable(Day),
  /** returned: somebody sent it back; waiting: somebody waits for me; opportunity: nothing is lost without it. */
  kind: z.enum(['task', 'returned', 'waiting', 'opportunity']),
  /** Where the button leads, within the web app. */
  href: z.string(),
})
export type Todo = z.output<typeof Todo>

export const listTodos = contract({
  name: 'todos.list',
  route: 'GET /api/units/:unitId/todos',
  permission: 'todos.list',
  summary: 'What the caller has to do next in a unit, most pressing first',
  input: z.object({ unitId: z.uuid() }),
  output: z.array(Todo),
})
