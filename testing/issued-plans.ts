import { sql } from 'kysely'
import { asSystem } from '#core/access/operation.ts'
import type { Party } from '#modules/plans/public.ts'
import type { Builders } from './builders.ts'
import { uuidv7 } from '#platform/ids.ts'
import { takePlan } from '#modules/assignments/operations/take-plan.ts'
import type { Tx } from '#modules/assignments/store.ts'

export interface TaskOptions {
  readonly id?: string
  readonly text?: string
  readonly lead?: Party | null
  readonly startOn?: string | null
  readonly dueOn?: string | null
  readonly product?: string | null
}

/** An issued plan of a unit with these tasks, not yet taken. @returns its id */
export async function anIssuedPlan(world: Builders, unitId: string, tasks: readonly TaskOptions[], options: { amendsId?: string; year?: number } = {}): Promise<string> {
  const id = uuidv7()
  const year = options.year ?? 2026
  await asSystem(world.as(null), async (tx) => {
    await sql`
      insert into plans.plan (province_id, id, unit_id, year, state, source, title, amends_id, frame, number, symbol, issued_on, created_by, created_at, changed_at)
      select province_id, ${id}, id, ${year}, 'issued', ${options.amendsId ? 'amendment' : 'empty'}, ${`Kế hoạch năm ${year}`}, ${options.amendsId ?? null}, '{}', '15', 'KH-SM', '2026-02-02', ${id}, now(), now()
      from units.unit where id = ${unitId}`.execute(tx)
    for (const [at, task] of tasks.entries()) {
      const { text = `Việc ${at + 1}`, lead = { kind: 'role', role: 'committee_head' }, startOn = null, dueOn = null, product = null } = task
      await sql`
        insert into plans.plan_node (province_id, plan_id, id, unit_id, position, kind, text, lead, start_on, due_on, product, revision, changed_by, changed_at)
        select province_id, ${id}, ${task.id ?? uuidv7()}, id, ${String.fromCharCode(65 + at)}, 'task', ${text}, ${lead && JSON.stringify(lead)}::jsonb, ${startOn}, ${dueOn}, ${product}, 1, ${id}, now()
        from units.unit where id = ${unitId}`.execute(tx)
    }
  })
  return id
}

/** An issued plan whose tasks have become assignments. */
export async function aTakenPlan(...[world, unitId, tasks, options]: Parameters<typeof anIssuedPlan>): Promise<string> {
  const planId = await anIssuedPlan(world, unitId, tasks, options)
  const request = world.as(null)
  await asSystem(request, (tx: Tx) => takePlan(tx, request, planId))
  return planId
}
