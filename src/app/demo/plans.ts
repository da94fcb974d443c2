import type { Request } from '#core/access/request.ts'
import type { Services } from '#core/services.ts'
import { assignmentJobs, assignmentSubscriptions } from '#modules/assignments/jobs.ts'
import type { PlanNode } from '#modules/plans/model/plan-node.ts'
import addComment from '#modules/plans/operations/add-comment.ts'
import approvePlan from '#modules/plans/operations/approve-plan.ts'
import changeFrame from '#modules/plans/operations/change-frame.ts'
import decidePoints from '#modules/plans/operations/decide-points.ts'
import getPlan from '#modules/plans/operations/get-plan.ts'
import issuePlan from '#modules/plans/operations/issue-plan.ts'
import saveNodes from '#modules/plans/operations/save-nodes.ts'
import startPlan from '#modules/plans/operations/start-plan.ts'
import submitPlan from '#modules/plans/operations/submit-plan.ts'
import { plansJobs, plansSubscriptions } from '#modules/plans/jobs.ts'
import { dayOf } from '#platform/clock.ts'
import { uuidv7 } from '#platform/ids.ts'
import type { JobHandler, Subscription } from '#platform/jobs.ts'
import type { Cast } from './cast.ts'
import { DEPARTMENT, LAST_YEAR, THIS_YEAR, type PlanStory, type Treatment } from './plan-stories.ts'

/** Makes the plans of the demo by the same operations that people use, each on the day on which it was done. */
export async function makePlans(services: Services, cast: Cast): Promise<void> {
  const { year } = cast
  for (const story of LAST_YEAR) await play(cast, story, year - 1, null)
  const issued = await play(cast, DEPARTMENT, year, null)
  if (!issued) throw new Error("the Department's plan of the demo was not issued")
  await runJobs(services, 'documents.issued', plansJobs, plansSubscriptions, { documentId: issued.documentId })
  const issues = [issued]
  for (const story of THIS_YEAR) {
    const one = await play(cast, story, year, issued.documentId)
    if (one) issues.push(one)
  }
  for (const { planId, at } of issues) await runJobs(onDay(services, at), 'plans.issued', assignmentJobs, assignmentSubscriptions, { planId })
}

interface Issued {
  readonly planId: string
  readonly documentId: string
  readonly at: Date
}

/** @returns what was issued, if the story goes so far */
async function play(cast: Cast, story: PlanStory, year: number, directiveId: string | null): Promise<Issued | null> {
  const { writer, head, clerk, number, from, begun, submitted, issued, comment, toAllBelow = false } = story
  const unitId = cast.idOf(story.unitKey)
  const writing = cast.as(writer, `${year}-${begun}`)
  const { planId } = await startPlan.run(writing, { unitId, year, from, directiveId })
  await writeOn(cast, story, writing, planId)
  if (comment) await addComment.run(cast.as(comment.by, `${year}-${begun}`), { planId, nodeId: null, text: comment.text })
  if (!submitted) return null

  await submitPlan.run(cast.as(writer, `${year}-${submitted}`), { planId })
  if (!issued) return null
  await approvePlan.run(cast.as(head, `${year}-${issued}`), { planId })
  const issuing = cast.as(clerk, `${year}-${issued}`)
  const { documentId } = await issuePlan.run(issuing, { planId, number, issuedOn: dayOf(issuing.now), toAllBelow })
  return { planId, documentId, at: issuing.now }
}

/** What the writer did with the draft. */
async function writeOn(cast: Cast, { head, treated = {}, notApplicable = [] }: PlanStory, writing: Request, planId: string): Promise<void> {
  const { frame, nodes, directive } = await getPlan.run(writing, { planId })
  await changeFrame.run(writing, { planId, before: frame, after: { ...frame, signer: { ...frame.signer, name: cast.personCalled(head).fullName } } })
  const changes = nodes.flatMap((before) => {
    const treatment = before.kind === 'task' && before.topic ? treated[before.topic] : undefined
    return treatment ? [{ before, after: nodeAfter(before, treatment, cast) }] : []
  })
  if (changes.length > 0) await saveNodes.run(writing, { planId, changes })
  const points = notApplicable.flatMap(([words, reason]) =>
    (directive?.pointList ?? []).filter((point) => point.text.includes(words)).map(({ id: pointId }) => ({ pointId, decisions: [{ pointId, verdict: 'not_applicable' as const, reason }] })),
  )
  if (points.length > 0) await decidePoints.run(writing, { planId, points })
}

function nodeAfter(node: PlanNode, treatment: Treatment, cast: Cast): PlanNode | null {
  if (treatment === 'left_out') return null
  if (treatment === 'undated') return { ...node, startOn: null, dueOn: null, when: null }
  const { id: personId, fullName: name } = cast.personCalled(treatment.leadBy)
  return { ...node, lead: { kind: 'person', personId, name } }
}

/** What else follows by the queue is done by the running program; points and work are needed at once, to be answered. */
async function runJobs(services: Services, event: string, jobsOf: (services: Services) => readonly JobHandler[], subscriptions: readonly Subscription[], data: Readonly<Record<string, unknown>>): Promise<void> {
  const queues = subscriptions.filter((subscription) => subscription.event === event).map(({ queue }) => queue)
  for (const job of jobsOf(services)) if (queues.includes(job.name)) await job.run(data)
}

function onDay(services: Services, now: Date): Services {
  return { ...services, systemRequest: () => ({ ...services.systemRequest(), now, newId: () => uuidv7(now) }) }
}
