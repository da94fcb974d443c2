import type { Transaction } from 'kysely'
import { asSystem } from '#core/access/operation.ts'
import type { Services } from '#core/services.ts'
import { groupBy } from '#core/units/model/group-by.ts'
import { dayOf } from '#platform/clock.ts'
import type { JobHandler } from '#platform/jobs.ts'
import { MailRefused, type Mailer } from '#platform/mail.ts'
import { claimMail, holdWaiting, insertMail, lockDueMessages, noteAttempt, releaseHeld, type ClaimedMail, type DueMessage } from './mail-store.ts'
import { composeMail } from './model/compose-mail.ts'
import { LEASE_MS, NEWS_MS, nextAttempt } from './model/mail-lifecycle.ts'
import { SEND } from './public.ts'
import type { NotificationsDb } from './tables.ts'

export const notificationQueues = [SEND]

/** Every quarter of an hour, and as soon as somebody is told at once. */
export function notificationJobs(services: Services): readonly JobHandler[] {
  return [{ name: SEND, everyHours: 0.25, run: () => sendDue(services) }]
}

const BATCH = 500
/** More than a server takes in a run of the job: the next run goes on. */
const MOST_AT_ONCE = 1_000

/** Words mail from the messages that are due, then hands mail that is due to the server, each step in its own transaction. */
export async function sendDue(services: Services): Promise<void> {
  const inSystem = <T>(work: (tx: Transaction<NotificationsDb>) => Promise<T>) => asSystem(services.systemRequest(), work)
  for (let worded = BATCH; worded === BATCH; ) worded = await inSystem((tx) => wordMails(services, tx))
  const { mailer } = services
  const { now } = services.systemRequest()
  if (!mailer) return inSystem(holdWaiting)
  await inSystem((tx) => releaseHeld(tx, now, new Date(now.getTime() - NEWS_MS)))
  for (let sent = 0; sent < MOST_AT_ONCE; sent++) {
    const begun = services.systemRequest().now
    const mail = await inSystem((tx) => claimMail(tx, begun, new Date(begun.getTime() + LEASE_MS)))
    if (!mail) return
    const end = await attempt(mailer, mail, begun)
    await inSystem((tx) => noteAttempt(tx, mail.id, mail.attempts, end))
  }
}

/** @returns how many messages went into mail */
async function wordMails(services: Services, tx: Transaction<NotificationsDb>): Promise<number> {
  const { now, newId } = services.systemRequest()
  const due = await lockDueMessages(tx, now, dayOf(now), BATCH)
  for (const messages of byAccount(due)) {
    const { provinceId, unitId, accountId, toName, toTitle, toAddress, language } = messages[0]!
    const { publicUrl } = services.config
    const { subject, body } = composeMail(services.words(language), { address: toTitle, name: toName }, messages, publicUrl)
    const id = newId()
    const state = toAddress === null ? 'no_address' : services.mailer ? 'waiting' : 'held'
    const messageId = `<${id}@${new URL(publicUrl).hostname}>`
    await insertMail(tx, { provinceId, id, unitId, accountId, state, messageId, toName, toAddress, subject, body, nextAt: now, createdAt: now }, messages.map((message) => message.id))
  }
  return due.length
}

/** One mail for a person and unit, whatever there is to tell. */
function byAccount(due: readonly DueMessage[]): readonly (readonly DueMessage[])[] {
  return [...groupBy(due, ({ accountId, unitId }) => [`${accountId} ${unitId}`]).values()]
}

async function attempt(mailer: Mailer, mail: ClaimedMail, now: Date): Promise<Parameters<typeof noteAttempt>[3]> {
  const { messageId, toName, toAddress, subject, body, attempts } = mail
  try {
    await mailer.send({ messageId, to: { name: toName, address: toAddress }, subject, text: body })
    return { state: 'sent', lastError: null, sentAt: now }
  } catch (error) {
    const nextAt = error instanceof MailRefused ? null : nextAttempt(attempts, now)
    const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 500)
    return nextAt ? { state: 'waiting', nextAt, lastError } : { state: 'failed', lastError }
  }
}
