import { useEffect, useState } from 'react'
import { call } from '#platform/web/api.ts'
import { today } from '#platform/web/format.ts'
import type { Vault } from '#platform/web/outbox/vault.ts'
import type { CallableContract } from '#platform/web/request.ts'
import type { QuickTask } from '../../model/quick.ts'

/** What this screen needs of a plan; read by route alone, because the schemas of plans are many times its size. */
interface PlanLine {
  readonly id: string
  readonly parentId: string | null
  readonly part: string | null
  readonly text: string
  readonly startOn: string | null
  readonly dueOn: string | null
}

const plansOfUnit = { name: 'plans.listPlans', route: 'GET /api/units/:unitId/plans' } as CallableContract
const planById = { name: 'plans.getPlan', route: 'GET /api/plans/:planId' } as CallableContract

/** The tasks of this year's issued plan. @throws ApiError */
async function readTasks(unitId: string): Promise<QuickTask[]> {
  const year = Number(today().slice(0, 4))
  const plans = (await call(plansOfUnit, { unitId }, { whenSignedOut: 'fail' })) as readonly { id: string; year: number; state: string }[]
  const issued = plans.find((plan) => plan.state === 'issued' && plan.year === year)
  if (!issued) return []
  const { nodes } = (await call(planById, { planId: issued.id }, { whenSignedOut: 'fail' })) as { nodes: readonly PlanLine[] }
  return tasksIn(nodes, issued.id)
}

/** The lines of a plan that something can be done for: the innermost ones of the part with the tasks. */
export function tasksIn(nodes: readonly PlanLine[], planId: string): QuickTask[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parents = new Set(nodes.map(({ parentId }) => parentId))
  const partOf = (node: PlanLine | undefined): string | null => (node ? (node.part ?? partOf(byId.get(node.parentId ?? ''))) : null)
  return nodes
    .filter((node) => node.text.trim() !== '' && node.parentId !== null && !parents.has(node.id) && partOf(node) === 'tasks')
    .map(({ id, text, startOn, dueOn }) => ({ nodeId: id, planId, text, startOn, dueOn }))
}

/** What the unit plans this year: as this device remembers it at once, then as the server has it. Null while nothing is known. */
export function useTasks(vault: Vault | null, unitId: string): readonly QuickTask[] | null {
  const [tasks, setTasks] = useState<readonly QuickTask[] | null>(null)
  useEffect(() => {
    if (!vault) return
    let isOver = false
    const place = `activities.tasks.${unitId}`
    void (async () => {
      const kept = await vault.get<readonly QuickTask[]>('memory', place).catch(() => null)
      if (kept && !isOver) setTasks(kept)
      const read = await readTasks(unitId).catch(() => null)
      if (!isOver) setTasks(read ?? kept ?? [])
      if (read) await vault.put('memory', place, read)
    })()
    return () => {
      isOver = true
    }
  }, [vault, unitId])
  return tasks
}
