import type { Todo } from '#core/todos/contract.ts'
import type { TodoProvider } from '#core/todos/list-todos.ts'
import type { QueryContext } from '#core/access/request.ts'
import { answeredOf, plannedUnder, reopenedOf } from './coverage-store.ts'
import { directivesBy, directivesFor } from './directive-store.ts'
import { planTables, plansOfUnit, type PlanRow } from './store.ts'

/** Superiors' plans without an answer, plans that wait for somebody, drafts to go on with, units below that have not planned. */
export const planTodos: TodoProvider = async (ctx, unitId) => [...(await ownPlans(ctx, unitId)), ...(await plansBelow(ctx, unitId))]

const ownPlans: TodoProvider = async (ctx, unitId) => {
  const may = {
    write: await ctx.may('plans.edit', unitId),
    approve: await ctx.may('plans.approve', unitId),
    issue: await ctx.may('plans.issue', unitId),
  }
  if (!may.write && !may.approve && !may.issue) return []
  const tx = planTables(ctx.tx)
  const plans = (await plansOfUnit(tx, unitId)).filter((plan) => plan.state !== 'withdrawn')
  const ids = plans.map((plan) => plan.id)
  const counts = await answeredOf(tx, ids)
  const reopened = await reopenedOf(tx, ids)
  const openAgain = ({ id }: PlanRow) => (plans.some((plan) => plan.amendsId === id) ? 0 : (reopened.get(id) ?? 0))
  const todos = plans.flatMap((plan) => stepOf(plan, may, counts.get(plan.id), openAgain(plan)) ?? [])
  return may.write ? [...(await unanswered(ctx, unitId, plans)), ...todos] : todos
}

/** How far the units below are with the newest plan that this unit issued for them. */
const plansBelow: TodoProvider = async (ctx, unitId) => {
  if (!(await ctx.may('plans.board', unitId))) return []
  const newest = (await directivesBy(planTables(ctx.tx), unitId, ctx.today))[0]
  if (!newest || newest.year < Number(ctx.today.slice(0, 4))) return []
  const { units, issued, begun } = await plannedUnder(planTables(ctx.tx), unitId, newest.id, ctx.today)
  if (issued === units) return []
  return [
    {
      id: `plans.board:${newest.id}`,
      kind: 'opportunity',
      titleKey: 'plans.todo.board',
      whyKey: 'plans.todo.board_why',
      actionKey: 'plans.todo.board_action',
      params: { number: newest.numberText ?? String(newest.year), units, issued, none: units - begun },
      dueOn: null,
      href: `/doi-chieu?directive=${newest.id}`,
    },
  ]
}

async function unanswered(ctx: QueryContext<unknown>, unitId: string, plans: readonly PlanRow[]): Promise<Todo[]> {
  const answered = new Set(plans.map((plan) => plan.directiveId))
  const year = Number(ctx.today.slice(0, 4))
  // The plan that answers what was amended just now is about to be moved: nothing new has to be written.
  return (await directivesFor(planTables(ctx.tx), unitId, ctx.today))
    .filter(({ id, amendsId, year: of }) => of >= year && !answered.has(id) && (amendsId === null || !answered.has(amendsId)))
    .map((directive) => ({
      id: `plans.answer:${directive.id}`,
      kind: 'task',
      titleKey: 'plans.todo.answer',
      whyKey: 'plans.todo.answer_why',
      actionKey: 'plans.todo.answer_action',
      params: { issuer: directive.unitName, number: directive.numberText ?? '', title: directive.title, points: directive.points },
      dueOn: null,
      href: `/ke-hoach/bat-dau?directive=${directive.id}`,
    }))
}

/**
 * The next step of a plan, if it is this person's.
 * @param open  points that the superior changed or added after the plan was issued, without an answer yet
 */
function stepOf(plan: PlanRow, may: { write: boolean; approve: boolean; issue: boolean }, count: { answered: number; points: number } | undefined, open: number): Todo | null {
  const step = (name: 'draft' | 'returned' | 'approve' | 'issue' | 'amend', kind: Todo['kind']): Todo => ({
    id: `plans.${name}:${plan.id}`,
    kind,
    titleKey: `plans.todo.${name}`,
    whyKey: `plans.todo.${name}_why`,
    actionKey: `plans.todo.${name}_action`,
    params: { title: plan.title, year: plan.year, answered: count?.answered ?? 0, points: count?.points ?? 0, reason: plan.returnReason ?? '', open },
    dueOn: null,
    href: name === 'approve' || name === 'issue' ? `/ke-hoach/${plan.id}/duyet` : `/ke-hoach/${plan.id}`,
  })
  if (plan.state === 'draft' && may.write) return step('draft', 'task')
  if (plan.state === 'returned' && may.write) return step('returned', 'returned')
  if (plan.state === 'submitted' && may.approve) return step('approve', 'waiting')
  if (plan.state === 'approved' && may.issue) return step('issue', 'waiting')
  if (plan.state === 'issued' && may.write && open > 0) return step('amend', 'task')
  return null
}
