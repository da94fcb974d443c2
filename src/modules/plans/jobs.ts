import { dayOf } from '#platform/clock.ts'
import { untyped } from '#platform/db/connect.ts'
import { asSystem } from '#core/access/operation.ts'
import type { Services } from '#core/services.ts'
import { ownerOf } from '#core/units/store.ts'
import { registeredDocument } from '#modules/documents/public.ts'
import type { JobHandler, Subscription } from '#platform/jobs.ts'
import { z } from 'zod'
import { moveToAmended } from './operations/move-to-amended.ts'
import { withdrawWithDocument } from './operations/withdraw-with-document.ts'
import { amendedDirectiveOf, insertDirective, lockDirective } from './directive-store.ts'
import { answersPlans, yearOfDirective } from './model/directive.ts'
import { superiorPoints } from './model/superior-points.ts'
import { withoutTaskTable } from './model/to-document.ts'
import { plansAnswering } from './store.ts'
import type { PlansDb } from './tables.ts'

const FROM_DOCUMENT = 'plans.directive-from-document'
const MOVE_PLAN = 'plans.move-to-amended-directive'

const WITHDRAW = 'plans.withdraw-directive'

export const plansQueues = [FROM_DOCUMENT, MOVE_PLAN, WITHDRAW]

export const plansSubscriptions: readonly Subscription[] = [
  { event: 'documents.issued', queue: FROM_DOCUMENT },
  { event: 'documents.confirmed', queue: FROM_DOCUMENT },
  { event: 'documents.withdrawn', queue: WITHDRAW },
]

const DocumentEvent = z.object({ documentId: z.uuid() })
const PlanToMove = z.object({ planId: z.uuid() })

export function plansJobs(services: Services): readonly JobHandler[] {
  return [
    {
      name: FROM_DOCUMENT,
      run: (data) => directiveFromDocument(services, DocumentEvent.parse(data).documentId),
    },
    {
      name: WITHDRAW,
      run: async (data) => {
        const { documentId } = DocumentEvent.parse(data)
        const request = services.systemRequest()
        await asSystem<PlansDb, void>(request, async (tx) => {
          const revoked = await withdrawWithDocument(tx, documentId, request.now)
          if (revoked) await request.jobs.publish(untyped(tx), 'plans.revoked', revoked)
        })
      },
    },
    {
      name: MOVE_PLAN,
      run: async (data) => {
        const { planId } = PlanToMove.parse(data)
        const request = services.systemRequest()
        await asSystem<PlansDb, void>(request, (tx) => moveToAmended(tx, planId, request.now))
      },
    },
  ]
}

/** A plan that was issued here, or confirmed after it came from outside, is cut into the points that others answer. */
async function directiveFromDocument(services: Services, documentId: string): Promise<void> {
  const request = services.systemRequest()
  await asSystem<PlansDb, void>(request, async (tx) => {
    const document = await registeredDocument(tx, documentId)
    const { reading, unitId, issuedOn, subject } = document
    // What was delivered from inside the system is answered at its source.
    if (document.sourceDocumentId || document.state === 'withdrawn' || !answersPlans(document.docType)) return
    const points = superiorPoints(withoutTaskTable(reading))
    if (points.length === 0) return

    const amendsId = await amendedDirectiveOf(tx, documentId)
    if (amendsId) await lockDirective(tx, amendsId)
    const { provinceId } = await ownerOf(untyped(tx), unitId)
    await insertDirective(
      tx,
      {
        provinceId,
        id: documentId,
        unitId,
        year: yearOfDirective(subject, issuedOn, Number(dayOf(request.now).slice(0, 4))),
        title: subject,
        numberText: document.symbol ? `${document.numberText ?? ''}/${document.symbol}` : null,
        issuedOn,
        issuer: document.direction === 'incoming' ? document.issuer : null,
        amendsId,
        published: document.direction === 'outgoing' && document.published,
        createdAt: request.now,
      },
      points,
    )
    if (!amendsId) return
    for (const planId of await plansAnswering(tx, amendsId)) {
      await request.jobs.enqueue(untyped(tx), MOVE_PLAN, { planId })
    }
  })
}
