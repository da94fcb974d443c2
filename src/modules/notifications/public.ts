import type { Transaction } from 'kysely'
import { beyondReach } from '#core/access/operation.ts'
import type { CommandContext, Request } from '#core/access/request.ts'
import { dayOf, type PlainDate } from '#platform/clock.ts'
import { untyped } from '#platform/db/connect.ts'
import type { MessageKey, MessageParams } from '#platform/i18n/messages.ts'
import { deliverAt } from './model/delivery.ts'
import { modeOf, type Topic } from './model/topics.ts'
import { insertMessages, receiversOf, type Receivers } from './message-store.ts'
import { notificationTables } from './store.ts'

export type { Topic } from './model/topics.ts'
export type { Receivers } from './message-store.ts'

/** Something to tell to people. */
export interface Notice {
  /** The unit in which the receivers meet it: their list says its name, the link opens there. */
  readonly unitId: string
  /** Accounts by id, or whoever holds one of the roles in a unit today. */
  readonly to: Receivers
  readonly topic: Topic
  /** Names the occasion, such as `reports.returned:<report>:<version>`: an account is told of it once, ever. */
  readonly once: string
  /** A sentence of the calling module, worded in the language of the receiver; days come in already formatted. */
  readonly text: { readonly key: MessageKey; readonly params: MessageParams }
  /** Where one click leads, within the web app. */
  readonly href: string
  readonly dueOn?: PlainDate | null
}

/** What `notify` needs of a command's context; `notifierOf` makes one for jobs. */
export type Notifier<DB> = Pick<CommandContext<DB>, 'tx' | 'now' | 'newId' | 'enqueue'>

/** The queue of outgoing mail. */
export const SEND = 'notifications.send'

/** Tells people something, in the caller's transaction: they see it, and mail goes out, after the commit or never. */
export async function notify<DB>(ctx: Notifier<DB>, notice: Notice): Promise<{ told: number }> {
  const { unitId, to, topic, once, text, href, dueOn = null } = notice
  const tx = notificationTables(ctx.tx)
  // Receivers stand above or beside the caller as well.
  const messages = await beyondReach(tx, async () => {
    const receivers = await receiversOf(tx, to, dayOf(ctx.now))
    const made = receivers.map(({ accountId, modes, quiet }) => ({
      id: ctx.newId(),
      accountId,
      deliverAt: deliverAt(ctx.now, modeOf(topic, modes), quiet),
    }))
    return insertMessages(tx, { unitId, topic, once, textKey: text.key, params: text.params, href, dueOn, createdAt: ctx.now }, made)
  })
  if (messages.some((message) => message.deliverAt !== null && message.deliverAt <= ctx.now)) await ctx.enqueue(SEND, {})
  return { told: messages.length }
}

/** What a job tells with: the program's own request, and the transaction that the job is in. */
export function notifierOf<DB>(request: Pick<Request, 'now' | 'newId' | 'jobs'>, tx: Transaction<DB>): Notifier<DB> {
  const { now, newId, jobs } = request
  return { tx, now, newId, enqueue: (name, data) => jobs.enqueue(untyped(tx), name, data) }
}
