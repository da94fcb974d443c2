import { asSystem } from '#core/access/operation.ts'
import type { Request } from '#core/access/request.ts'
import { sealedEntity, writeAudit } from '#core/audit/store.ts'
import { notifierOf, notify } from '#modules/notifications/public.ts'
import { untyped } from '#platform/db/connect.ts'
import { codeDigest, secretFits } from '../follow-up-store.ts'
import { followUpOf } from '../intake-store.ts'
import type { FollowUpCode } from '../model/follow-up-code.ts'
import { Message, type StepBody } from '../model/steps.ts'
import { keyOf, openSeal } from '../sealed-store.ts'
import { addEntry, asIntake, caseOf, entriesOf, lockCase, seatsOf } from '../store.ts'
import type { CasesDb } from '../tables.ts'
import type { Conversation } from '../templates/messages-page.ts'

/** The case that a code and its secret open; null when they do not fit. Takes the same time either way. */
export async function caseOfCode(request: Request, { code, secret }: FollowUpCode): Promise<string | null> {
  const digest = codeDigest(keyOf(request.vault), code)
  const stored = await asSystem<CasesDb, Awaited<ReturnType<typeof followUpOf>>>(request, (tx) => asIntake(tx, () => followUpOf(tx, digest)))
  return (await secretFits(stored, secret)) ? stored!.caseId : null
}

/** What the reporter and the handlers wrote to each other. @throws AppError `not_found` */
export function readConversation(request: Request, caseId: string): Promise<Conversation> {
  return asSystem<CasesDb, Conversation>(request, (tx) =>
    asIntake(tx, async () => {
      const row = await caseOf(tx, caseId)
      const seal = openSeal(keyOf(request.vault), caseId, row.key)
      const entries = (await entriesOf(tx, [caseId])).filter(({ kind }) => kind === 'message_in' || kind === 'message_out')
      const messages = entries.map(({ id, kind, at, body }) => ({ fromReporter: kind === 'message_in', at, text: Message.parse(seal.read(body, `entry.body:${id}`)).text }))
      return { state: row.state, messages }
    }),
  )
}

/** Adds what the reporter writes, and tells those in the case that something waits. */
export function addReply(request: Request, caseId: string, text: string): Promise<void> {
  return asSystem<CasesDb, void>(request, async (tx) => {
    const { row, seats, id } = await asIntake(tx, async () => {
      const row = await lockCase(tx, caseId)
      const seal = openSeal(keyOf(request.vault), caseId, row.key)
      const id = request.newId()
      const body: StepBody = { kind: 'message_in', text }
      await addEntry(tx, row, { id, kind: body.kind, at: request.now, accountId: null, body: seal.json(body, `entry.body:${id}`) })
      return { row, id, seats: await seatsOf(tx, caseId) }
    })
    await writeAudit(untyped(tx), { unitId: row.unitId, accountId: null, at: request.now, action: 'cases.addReply', entity: sealedEntity(caseId) })
    await notify(notifierOf(request, tx), {
      unitId: row.unitId,
      to: { accountIds: seats.map(({ accountId }) => accountId) },
      topic: 'work',
      once: `cases.reply:${id}`,
      text: { key: 'cases.notice_waiting', params: {} },
      href: '/viec-rieng',
    })
  })
}
