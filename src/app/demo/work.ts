import type { listAssignments } from '#modules/assignments/contract.ts'
import acceptAssignment from '#modules/assignments/operations/accept-assignment.ts'
import finishAssignment from '#modules/assignments/operations/finish-assignment.ts'
import readAssignments from '#modules/assignments/operations/list-assignments.ts'
import startAssignment from '#modules/assignments/operations/start-assignment.ts'
import { addDays } from '#platform/clock.ts'
import type { z } from 'zod'
import type { Cast } from './cast.ts'
import { MAIN } from './people.ts'

type Work = z.output<typeof listAssignments.output>['assignments'][number]

/** Units whose work goes on, and who tells how far it is. */
const TOLD_BY: readonly (readonly [unitKey: string, username: string])[] = [
  [MAIN.department, `chuyenvien.${MAIN.department}`],
  ['thptbolua', 'truongban.thptbolua'],
]

/** Of what is past its day, every so-many-th piece is still open. */
const LEFT_EVERY = 9

/** Takes the year's work as far as it would be today: most of what was due is done, some is late, what comes is begun. */
export async function makeWork(cast: Cast): Promise<void> {
  for (const [unitKey, username] of TOLD_BY) {
    const { assignments } = await readAssignments.run(cast.as(username, cast.today), { unitId: cast.idOf(unitKey), year: cast.year })
    const past = assignments.filter(({ dueOn }) => dueOn !== null && dueOn < cast.today)
    for (const [at, one] of past.entries()) if (at % LEFT_EVERY !== LEFT_EVERY - 1) await finish(cast, username, one)
    const coming = assignments.filter(({ dueOn }) => dueOn !== null && dueOn >= cast.today)
    for (const { id: assignmentId } of coming.slice(0, 2)) await startAssignment.run(cast.as(username, cast.today), { assignmentId })
    for (const { id: assignmentId } of coming.slice(2, 5)) await acceptAssignment.run(cast.as(username, cast.today), { assignmentId })
  }
}

async function finish(cast: Cast, username: string, { id: assignmentId, dueOn, product }: Work): Promise<void> {
  const doneOn = addDays(dueOn!, -2)
  await finishAssignment.run(cast.as(username, doneOn), { assignmentId, doneOn, product: product ?? 'Đã thực hiện theo kế hoạch' })
}
