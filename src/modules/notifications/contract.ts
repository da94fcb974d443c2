import * as z from 'zod/mini'
import { contract, Day, Flag, Instant } from '#platform/contract.ts'
import { Paging } from '#core/people/contract.ts'
import { LANGUAGES } from '#platform/i18n/language.ts'
import { MAIL_STATES } from './model/mail-lifecycle.ts'
import { MODES, TOPICS, type Topic } from './model/topics.ts'

const TopicName = z.enum(TOPICS as [Topic, ...Topic[]])

/** Something that the caller was told. */
export const Message = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  topic: TopicName,
  /** Key of the sentence of some module; `params` fills it. */
  textKey: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  href: z.string(),
  dueOn: z.nullable(Day),
  createdAt: Instant,
  isRead: z.boolean(),
})
export type Message = z.output<typeof Message>

export const listMessages = contract({
  name: 'notifications.listMessages',
  route: 'GET /api/notifications',
  permission: 'session',
  summary: 'What the caller was told, in all of their units, newest first',
  input: z.object({ onlyUnread: z._default(Flag, false), ...Paging }),
  output: z.object({ messages: z.array(Message), hasMore: z.boolean(), unread: z.number() }),
})

export const countUnread = contract({
  name: 'notifications.countUnread',
  route: 'GET /api/notifications/count',
  permission: 'session',
  summary: 'How many messages the caller has not read',
  input: z.object({}),
  output: z.object({ unread: z.number() }),
})

export const markRead = contract({
  name: 'notifications.markRead',
  route: 'POST /api/notifications/read',
  permission: 'session',
  summary: 'Marks messages of the caller as read; all of them without a list',
  input: z.object({ messageIds: z.optional(z.array(z.uuid()).check(z.minLength(1), z.maxLength(200))) }),
  output: z.object({ unread: z.number() }),
})

const Minute = z.int().check(z.minimum(0), z.maximum(24 * 60 - 1))

/** How a person wants to be told. */
export const Preferences = z.object({
  language: z.enum(LANGUAGES),
  /** Minutes of the day in Vietnam between which no mail is sent; the same twice for none. */
  quietFrom: Minute,
  quietUntil: Minute,
  modes: z.array(z.object({ topic: TopicName, mode: z.enum(MODES) })).check(z.maxLength(20)),
})
export type Preferences = z.output<typeof Preferences>

export const getPreferences = contract({
  name: 'notifications.getPreferences',
  route: 'GET /api/notifications/preferences',
  permission: 'session',
  summary: 'How the caller wants to be told, and to which address',
  input: z.object({}),
  output: z.extend(Preferences, { email: z.nullable(z.string()) }),
})

export const savePreferences = contract({
  name: 'notifications.savePreferences',
  route: 'PUT /api/notifications/preferences',
  permission: 'session',
  summary: 'Changes how the caller wants to be told; deadlines cannot be turned off',
  input: Preferences,
  output: Preferences,
})

/** A mail as the administrator of its unit sees it. */
export const MailView = z.object({
  id: z.uuid(),
  state: z.enum(MAIL_STATES),
  toName: z.string(),
  toAddress: z.nullable(z.string()),
  subject: z.string(),
  /** To be copied for Zalo where mail does not reach. */
  body: z.string(),
  attempts: z.number(),
  nextAt: Instant,
  lastError: z.nullable(z.string()),
  createdAt: Instant,
  sentAt: z.nullable(Instant),
})
export type MailView = z.output<typeof MailView>

export const listMails = contract({
  name: 'notifications.listMails',
  route: 'GET /api/units/:unitId/mails',
  permission: 'notifications.manageMails',
  summary: 'Outgoing mail of a unit, what did not reach anybody first',
  input: z.object({ unitId: z.uuid(), state: z.optional(z.enum(MAIL_STATES)), ...Paging }),
  output: z.object({ mails: z.array(MailView), hasMore: z.boolean(), counts: z.array(z.object({ state: z.enum(MAIL_STATES), count: z.number() })) }),
})

const MailId = z.object({ mailId: z.uuid() })

export const retryMail = contract({
  name: 'notifications.retryMail',
  route: 'POST /api/mails/:mailId/retry',
  permission: 'notifications.manageMails',
  summary: 'Sends a mail that failed again, to the address that the person has now',
  input: MailId,
  output: MailView,
})

export const markTold = contract({
  name: 'notifications.markTold',
  route: 'POST /api/mails/:mailId/told',
  permission: 'notifications.manageMails',
  summary: 'Notes that the person was told by hand, by telephone or Zalo; no mail is sent any more',
  input: MailId,
  output: MailView,
})
