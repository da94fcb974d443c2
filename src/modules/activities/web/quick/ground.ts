import { useEffect, useState } from 'react'
import { call } from '#platform/web/api.ts'
import { today } from '#platform/web/format.ts'
import type { Vault } from '#platform/web/outbox/vault.ts'
import type { CallableContract } from '#platform/web/request.ts'
import { enrolledIn, type Enrolled, type QuickTask, schoolYearAt } from '../../model/quick.ts'

/*
 * What this screen needs of other modules is read by route alone: their schemas are many times its size, and without a
 * network nothing can be asked anyway.
 */
const listAssignments = { name: 'assignments.listAssignments', route: 'GET /api/units/:unitId/assignments' } as CallableContract
const getBook = { name: 'learners.getBook', route: 'GET /api/units/:unitId/learners/:schoolYear/:kind' } as CallableContract

interface AssignmentLine {
  readonly id: string
  readonly planId: string
  readonly nodeId: string
  readonly text: string
  readonly startOn: string | null
  readonly dueOn: string | null
  readonly state: string
  readonly isMine: boolean
}

/** What the unit plans and whom it teaches: small, of this unit and this year alone. */
export interface Ground {
  readonly tasks: readonly QuickTask[]
  readonly enrolled: readonly Enrolled[]
}

/** @throws ApiError */
async function readTasks(unitId: string): Promise<QuickTask[]> {
  const year = Number(today().slice(0, 4))
  const { assignments } = (await call(listAssignments, { unitId, year }, { whenSignedOut: 'fail' })) as { assignments: readonly AssignmentLine[] }
  return assignments
    .filter(({ state }) => state !== 'cancelled')
    .map(({ id, planId, nodeId, text, startOn, dueOn, isMine }) => ({ taskId: id, planId, nodeId, text, startOn, dueOn, isMine }))
}

/** The classes of the newest head-count; none where there is no register. */
async function readEnrolled(unitId: string): Promise<readonly Enrolled[]> {
  const input = { unitId, schoolYear: schoolYearAt(today()), kind: 'start' }
  const book = (await call(getBook, input, { whenSignedOut: 'fail' })) as Parameters<typeof enrolledIn>[0]
  return enrolledIn(book)
}

/** As this device remembers it at once, then as the server has it. Null while nothing is known. */
export function useGround(vault: Vault | null, unitId: string): Ground | null {
  const [ground, setGround] = useState<Ground | null>(null)
  useEffect(() => {
    if (!vault) return undefined
    let isOver = false
    const place = `activities.ground.${unitId}`
    void (async () => {
      const kept = await vault.get<Ground>('memory', place).catch(() => null)
      if (kept && !isOver) setGround(kept)
      const [tasks, enrolled] = await Promise.all([readTasks(unitId).catch(() => null), readEnrolled(unitId).catch(() => null)])
      const read: Ground = { tasks: tasks ?? kept?.tasks ?? [], enrolled: enrolled ?? kept?.enrolled ?? [] }
      if (!isOver) setGround(read)
      if (tasks ?? enrolled) await vault.put('memory', place, read)
    })()
    return () => {
      isOver = true
    }
  }, [vault, unitId])
  return ground
}
