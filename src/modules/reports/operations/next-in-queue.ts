import { nextInQueue } from '../board-contract.ts'
import { waitingReports } from '../board-store.ts'
import { query } from '../store.ts'
import { reportById } from '../report-store.ts'
import { askedRound } from './board-view.ts'

export default query(nextInQueue, async (ctx, { roundId, after }) => {
  await askedRound(ctx, roundId)
  const waiting = await waitingReports(ctx.tx, roundId)
  const others = waiting.filter(({ id }) => id !== after)
  // Also one that has been decided meanwhile has its place in the queue, by when it came.
  const at = after === undefined ? null : placeOf(await reportById(ctx.tx, after))
  const next = others.find((report) => at === null || placeOf(report) > at) ?? others[0]
  const previous = others.findLast((report) => at !== null && placeOf(report) < at)
  return { reportId: next?.id ?? null, previousId: previous?.id ?? null, waiting: waiting.length }
})

function placeOf({ submittedAt, id }: { readonly submittedAt: Date | null; readonly id: string }): string {
  return `${submittedAt?.toISOString() ?? ''} ${id}`
}
