import type { JSONColumnType } from 'kysely'
import type { AccessTables } from '#core/access/tables.ts'
import type { PeopleTables } from '#core/people/tables.ts'
import type { UnitTables } from '#core/units/tables.ts'
import type { PlainDate } from '#platform/clock.ts'
import type { Language } from '#platform/i18n/language.ts'
import type { MessageParams } from '#platform/i18n/messages.ts'
import type { MailState } from './model/mail-lifecycle.ts'
import type { Mode, Topic } from './model/topics.ts'

export interface NotificationTables {
  'notifications.message': {
    provinceId: string
    id: string
    unitId: string
    accountId: string
    topic: Topic
    once: string
    textKey: string
    params: JSONColumnType<MessageParams>
    href: string
    dueOn: PlainDate | null
    createdAt: Date
    readAt: Date | null
    deliverAt: Date | null
    mailId: string | null
  }
  'notifications.mail': {
    provinceId: string
    id: string
    unitId: string
    accountId: string
    state: MailState
    messageId: string
    toName: string
    toAddress: string | null
    subject: string
    body: string
    attempts: number
    nextAt: Date
    lastError: string | null
    createdAt: Date
    sentAt: Date | null
  }
  'notifications.preference': {
    provinceId: string
    accountId: string
    unitId: string
    language: Language
    quietFrom: number
    quietUntil: number
    modes: JSONColumnType<Partial<Record<Topic, Mode>>>
  }
}

/** The tables that notifications may touch: its own; accounts, people and units to read. */
export type NotificationsDb = NotificationTables & AccessTables & PeopleTables & UnitTables
