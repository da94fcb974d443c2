import type { Todo } from '#core/todos/contract.ts'
import type { TodoProvider } from '#core/todos/list-todos.ts'
import type { QueryContext } from '#core/access/request.ts'
import { answeredOf, plannedUnder } from './coverage-store.ts'
import { directivesBy, directivesFor } from './directive-store.ts'
import { plansOfUnit, type PlanRow } from './store.ts'

/** Superiors' plans without an answer, plans that wait for somebody, drafts to go on with, units below that have not planned. */
export const planTodos: TodoProvider = async (ctx, unitId) => [...(await ownPlans(ctx, unitId)), ...(await plansBelow(ctx, unitId))]

const ownPlans: TodoProvider = async (ctx, unitId) => {
  const may = {
    write: await ctx.may('plans.edit', unitId),
    approve: await ctx.may('plans.approve', unitId),
    issue: await ctx.may('plans.issue', unitId),
  }
  if (!may.write && !may.approve && !may.issue) return []
  const plans = await plansOfUnit(txOf(ctx), unitId)
  const counts = await answeredOf(txOf(ctx), plans.map((plan) => plan.id))
  const amended = new Set((await directivesFor(txOf(ctx), unitId, ctx.today)).flatMap((directive) => (directive.amendsId ? [directive.id] : [])))
  const isReopened = ({ id, directiveId }: PlanRow) => {
    const count = counts.get(id)
    const isAmending = plans.some((plan) => plan.amendsId === id)
    return directiveId !== null && amended.has(directiveId) && count !== undefined && count.answered < count.points && !isAmending
  }
  const todos = plans.flatMap((plan) => stepOf(plan, may, counts.get(plan.id), isReopened(plan)) ?? [])
  return may.write ? [...(await unanswered(ctx, unitId, plans)), ...todos] : todos
}

function txOf(ctx: QueryContext<unknown>) {
  return ctx.tx as unknown as Parameters<typeof plansOfUnit>[0]
}

/** How far the units below are with the newest plan that this unit issued for them. */
const plansBelow: TodoProvider = async (ctx, unitId) => {
  if (!(await ctx.may('plans.board', unitId))) return []
  const newest = (await directivesBy(txOf(ctx), unitId, ctx.today))[0]
  if (!newest || newest.year < Number(ctx.today.slice(0, 4))) return []
  const { units, issued, begun } = await plannedUnder(txOf(ctx), unitId, newest.id, ctx.today)
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
  const open = (await directivesFor(txOf(ctx), unitId, ctx.today)).filter((directive) => directive.year >= year && !answered.has(directive.id))
  const superseded = new Set(open.map((directive) => directive.amendsId))
  return open
    .filter((directive) => !superseded.has(directive.id))
    .map((directive) => ({
      id: `plans.answer:${directive.id}`,
      kind: 'task',
      titleKey: 'plans.todo.answer',
      whyKey: directive.amendsId && answered.has(directive.amendsId) ? 'plans.todo.answer_amended_why' : 'plans.todo.answer_why',
      actionKey: 'plans.todo.answer_action',
      params: { issuer: directive.unitName, number: directive.numberText ?? '', title: directive.title, points: directive.points },
      dueOn: null,
      href: `/ke-hoach/bat-dau?directive=${directive.id}`,
    }))
}

/** The next step of a plan, if it is this person's. */
function stepOf(plan: PlanRow, may: { write: boolean; approve: boolean; issue: boolean }, count: { answered: number; points: number } | undefined, isReopened: boolean): Todo | null {
  const step = (name: 'draft' | 'returned' | 'approve' | 'issue' | 'amend', kind: Todo['kind']): Todo => ({
    id: `plans.${name}:${plan.id}`,
    kind,
    titleKey: `plans.todo.${name}`,
    whyKey: `plans.todo.${name}_why`,
    actionKey: `plans.todo.${name}_action`,
    params: { title: plan.title, year: plan.year, answered: count?.answered ?? 0, points: count?.points ?? 0, reason: plan.returnReason ?? '', open: (count?.points ?? 0) - (count?.answered ?? 0) },
    dueOn: null,
    href: name === 'approve' || name === 'issue' ? `/ke-hoach/${plan.id}/duyet` : `/ke-hoach/${plan.id}`,
  })
  if (plan.state === 'draft' && may.write) return step('draft', 'task')
  if (plan.state === 'returned' && may.write) return step('returned', 'returned')
  if (plan.state === 'submitted' && may.approve) return step('approve', 'waiting')
  if (plan.state === 'approved' && may.issue) return step('issue', 'waiting')
  if (plan.state === 'issued' && may.write && isReopened) return step('amend', 'task')
  return null
}
