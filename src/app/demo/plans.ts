import type { Request } from '#core/access/request.ts'
import type { Services } from '#core/services.ts'
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
import { dayOf, type PlainDate } from '#platform/clock.ts'
import { uuidv7 } from '#platform/ids.ts'
import type { DemoPerson } from './people.ts'
import { DEPARTMENT, LAST_YEAR, THIS_YEAR, type PlanStory, type Treatment } from './plan-stories.ts'

/** The people of the demo at work. */
interface Cast {
  personCalled(username: string): DemoPerson
  idOf(unitKey: string): string
  /** A request by the person on a morning, or now where that is still to come. */
  as(username: string, day: PlainDate): Request
}

/** Makes the plans of the demo by the same operations that people use, each on the day on which it was done. */
export async function makePlans(services: Services, people: readonly DemoPerson[], idOf: (key: string) => string): Promise<void> {
  const base = services.systemRequest()
  const year = Number(dayOf(base.now).slice(0, 4))
  const cast = castOf(people, idOf, base)
  for (const story of LAST_YEAR) await play(cast, story, year - 1, null)
  const directiveId = await play(cast, DEPARTMENT, year, null)
  if (!directiveId) throw new Error("the Department's plan of the demo was not issued")
  await makeDirective(services, directiveId)
  for (const story of THIS_YEAR) await play(cast, story, year, directiveId)
}

/** @returns the document that was issued, if the story goes so far */
async function play(cast: Cast, story: PlanStory, year: number, directiveId: string | null): Promise<string | null> {
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
  return documentId
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

function castOf(people: readonly DemoPerson[], idOf: Cast['idOf'], base: Request): Cast {
  const personCalled = (username: string): DemoPerson => {
    const person = people.find((candidate) => candidate.username === username)
    if (!person) throw new Error(`the demo has no ${username}`)
    return person
  }
  return {
    idOf,
    personCalled,
    as(username, day) {
      const { id: personId, accountId, grants: held } = personCalled(username)
      const morning = new Date(`${day}T08:30:00+07:00`)
      const now = morning < base.now ? morning : base.now
      const grants = held.map(({ unitKey, role, line }) => ({ unitId: idOf(unitKey), role, line }))
      return { ...base, actor: { accountId, personId, sessionId: base.newId(), grants }, now, newId: () => uuidv7(now) }
    },
  }
}

/** What else follows by the queue is done by the running program; the points are needed at once, to be answered. */
async function makeDirective(services: Services, documentId: string): Promise<void> {
  const queues = plansSubscriptions.filter(({ event }) => event === 'documents.issued').map(({ queue }) => queue)
  for (const job of plansJobs(services)) if (queues.includes(job.name)) await job.run({ documentId })
}
