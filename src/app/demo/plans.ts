import type { Actor, Request } from '#core/access/request.ts'
import type { Services } from '#core/services.ts'
import approvePlan from '#modules/plans/operations/approve-plan.ts'
import changeFrame from '#modules/plans/operations/change-frame.ts'
import getPlan from '#modules/plans/operations/get-plan.ts'
import issuePlan from '#modules/plans/operations/issue-plan.ts'
import startPlan from '#modules/plans/operations/start-plan.ts'
import submitPlan from '#modules/plans/operations/submit-plan.ts'
import { plansJobs, plansSubscriptions } from '#modules/plans/jobs.ts'
import { dayOf, type PlainDate } from '#platform/clock.ts'
import { uuidv7 } from '#platform/ids.ts'
import { MAIN, type DemoPerson } from './people.ts'

/** Whose hands a plan goes through, by user name. */
interface Hands {
  readonly unitKey: string
  readonly writer: string
  readonly head: string
  readonly clerk: string
}

/** How far a plan has come, and on which day of the year each step was done. */
interface Story extends Hands {
  readonly number?: number
  readonly from: 'template' | 'superior'
  /** Month and day. */
  readonly begun: string
  readonly submitted?: string
  readonly issued?: string
  readonly toAllBelow?: boolean
}

const LAST_YEAR: readonly Story[] = [
  { ...handsOf(MAIN.highSchool), from: 'template', begun: '01-06', submitted: '01-13', issued: '01-15', number: 5 },
  { ...handsOf(MAIN.primarySchool), from: 'template', begun: '01-07', submitted: '01-14', issued: '01-17', number: 3 },
  { ...handsOf(MAIN.kindergarten), from: 'template', begun: '01-08', submitted: '01-15', issued: '01-20', number: 2 },
]

const DEPARTMENT: Story = { ...handsOf(MAIN.department, 'chuyenvien', 'giamdoc'), from: 'template', begun: '01-05', submitted: '01-09', issued: '01-12', number: 45, toAllBelow: true }

/** Answers to the Department's plan; the main high school is left to the visitor. */
const THIS_YEAR: readonly Story[] = [
  { ...handsOf('thptbolua'), from: 'superior', begun: '01-15', submitted: '01-22', issued: '01-26', number: 4 },
  { ...handsOf(MAIN.primarySchool), from: 'superior', begun: '01-19', submitted: '01-28' },
  { ...handsOf(MAIN.kindergarten), from: 'superior', begun: '01-20' },
  { ...handsOf('thcsbolua'), from: 'superior', begun: '01-21' },
]

function handsOf(unitKey: string, writer = 'truongban', head = 'hieutruong'): Hands {
  return { unitKey, writer: `${writer}.${unitKey}`, head: `${head}.${unitKey}`, clerk: `vanthu.${unitKey}` }
}

/** Makes the plans of the demo by the same operations that people use, each on the day on which it was done. */
export async function makePlans(services: Services, people: readonly DemoPerson[], idOf: (key: string) => string): Promise<void> {
  const today = services.systemRequest()
  const year = Number(dayOf(today.now).slice(0, 4))
  const asPerson = personsRequests(today, people, idOf)
  for (const story of LAST_YEAR) await play(story, year - 1, null)
  const directiveId = await play(DEPARTMENT, year, null)
  await makeDirective(services, directiveId!)
  for (const story of THIS_YEAR) await play(story, year, directiveId)

  /** @returns the document that was issued, if the story goes so far */
  async function play({ unitKey, writer, head, clerk, number, from, begun, submitted, issued, toAllBelow = false }: Story, planYear: number, answers: string | null): Promise<string | null> {
    const { planId } = await startPlan.run(asPerson(writer, `${planYear}-${begun}`), { unitId: idOf(unitKey), year: planYear, from, ...(answers ? { directiveId: answers } : {}) })
    if (!submitted) return null
    const writing = asPerson(writer, `${planYear}-${submitted}`)
    const { frame } = await getPlan.run(writing, { planId })
    await changeFrame.run(writing, { planId, frame: { ...frame, signer: { ...frame.signer, name: nameOf(people, head) } } })
    await submitPlan.run(writing, { planId })
    if (!issued) return null
    await approvePlan.run(asPerson(head, `${planYear}-${issued}`), { planId })
    const issuing = asPerson(clerk, `${planYear}-${issued}`)
    const { documentId } = await issuePlan.run(issuing, { planId, number, issuedOn: dayOf(issuing.now), toAllBelow })
    return documentId
  }
}

/** Requests by people of the demo on a day at half past eight in the morning, or now where that is still to come. */
function personsRequests(base: Request, people: readonly DemoPerson[], idOf: (key: string) => string) {
  return (username: string, day: PlainDate): Request => {
    const { id, accountId, grants } = people.find((person) => person.username === username)!
    const morning = new Date(`${day}T08:30:00+07:00`)
    const now = morning < base.now ? morning : base.now
    const actor: Actor = { accountId, personId: id, sessionId: base.newId(), grants: grants.map(({ unitKey, role, line }) => ({ unitId: idOf(unitKey), role, line })) }
    return { ...base, actor, now, newId: () => uuidv7(now) }
  }
}

function nameOf(people: readonly DemoPerson[], username: string): string | null {
  return people.find((person) => person.username === username)?.fullName ?? null
}

/** What else follows by the queue is done by the running program; the points are needed at once, to be answered. */
async function makeDirective(services: Services, documentId: string): Promise<void> {
  const queues = plansSubscriptions.filter(({ event }) => event === 'documents.issued').map(({ queue }) => queue)
  for (const job of plansJobs(services)) if (queues.includes(job.name)) await job.run({ documentId })
}
