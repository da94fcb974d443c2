import { sql, type Transaction } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import type { Language } from '#platform/i18n/language.ts'
import { AppError } from '#platform/errors.ts'
import type { MailView } from './contract.ts'
import type { MessageToSend } from './model/compose-mail.ts'
import type { MailState } from './model/mail-lifecycle.ts'
import type { NotificationsDb } from './tables.ts'

type Tx = Transaction<NotificationsDb>

export interface DueMessage extends MessageToSend {
  readonly id: string
  readonly provinceId: string
  readonly unitId: string
  readonly accountId: string
  readonly toName: string
  readonly toTitle: string
  readonly toAddress: string | null
  readonly language: Language
}

/** Messages whose mail is due, held for this transaction; several programs at once get different ones. */
export async function lockDueMessages(tx: Tx, now: Date, today: PlainDate, limit: number): Promise<DueMessage[]> {
  const found = await sql<DueMessage>`
    select
      m.id, m.province_id, m.unit_id, m.account_id, m.text_key, m.params, m.href, m.due_on, coalesce(v.name, '') as unit_name,
      p.full_name as to_name, p.address as to_title, p.email as to_address, coalesce(f.language, 'vi') as language
    from notifications.message m
    join access.account a on a.id = m.account_id
    join people.person p on p.id = a.person_id
    left join notifications.preference f on f.account_id = m.account_id
    left join units.unit_version v on v.unit_id = m.unit_id and v.valid @> ${today}::date
    where m.mail_id is null and m.deliver_at <= ${now}
    order by m.account_id, m.due_on nulls last, m.created_at, m.id
    limit ${limit}
    for update of m skip locked`.execute(tx)
  return found.rows
}

export async function insertMail(tx: Tx, mail: Omit<NotificationsDb['notifications.mail'], 'attempts' | 'lastError' | 'sentAt'>, messageIds: readonly string[]): Promise<void> {
  await tx
    .insertInto('notifications.mail')
    .values({ ...mail, attempts: 0, lastError: null, sentAt: null })
    .execute()
  await tx.updateTable('notifications.message').set({ mailId: mail.id }).where('id', 'in', [...messageIds]).execute()
}

/** Mail that waited for a mail server goes out now that there is one; what is no news any more does not. */
export async function releaseHeld(tx: Tx, now: Date, newsSince: Date): Promise<void> {
  await sql`
    update notifications.mail
    set state = case when created_at >= ${newsSince} then 'waiting' else 'expired' end, next_at = ${now}
    where state = 'held'`.execute(tx)
}

/** Without a mail server nothing is waiting to be sent. */
export async function holdWaiting(tx: Tx): Promise<void> {
  await sql`update notifications.mail set state = 'held' where state in ('waiting', 'sending')`.execute(tx)
}

export interface ClaimedMail {
  readonly id: string
  readonly messageId: string
  readonly toName: string
  readonly toAddress: string
  readonly subject: string
  readonly body: string
  readonly attempts: number
}

/** Takes the next mail that is due, or whose last attempt was lost, for one attempt. */
export async function claimMail(tx: Tx, now: Date, lostAt: Date): Promise<ClaimedMail | undefined> {
  const found = await sql<ClaimedMail>`
    update notifications.mail
    set state = 'sending', attempts = attempts + 1, next_at = ${lostAt}
    where id = (
      select id from notifications.mail
      where state in ('waiting', 'sending') and next_at <= ${now}
      order by next_at, id
      limit 1
      for update skip locked
    )
    returning id, message_id, to_name, to_address, subject, body, attempts`.execute(tx)
  return found.rows[0]
}

/** Notes the end of an attempt; an attempt that was given up for lost meanwhile changes nothing. */
export async function noteAttempt(tx: Tx, id: string, attempts: number, end: { state: MailState; nextAt?: Date; lastError: string | null; sentAt?: Date }): Promise<void> {
  await tx.updateTable('notifications.mail').set(end).where('id', '=', id).where('attempts', '=', attempts).where('state', '=', 'sending').execute()
}

const SHOWN = ['id', 'state', 'toName', 'toAddress', 'subject', 'body', 'attempts', 'nextAt', 'lastError', 'createdAt', 'sentAt'] as const
const MAIL = ['unitId', 'accountId', ...SHOWN] as const

/** Keeps the mail for the rest of the transaction. @throws AppError `not_found` */
export async function lockMail(tx: Tx, id: string): Promise<MailView & { unitId: string; accountId: string }> {
  const row = await tx.selectFrom('notifications.mail').select(MAIL).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new AppError('not_found', 'notifications.mail_not_found')
  return row
}

export async function changeMail(tx: Tx, id: string, change: Partial<Pick<NotificationsDb['notifications.mail'], 'state' | 'toAddress' | 'attempts' | 'nextAt' | 'lastError'>>): Promise<void> {
  await tx.updateTable('notifications.mail').set(change).where('id', '=', id).execute()
}

export async function addressOf(tx: Tx, accountId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('access.account as a')
    .innerJoin('people.person as p', 'p.id', 'a.personId')
    .select('p.email')
    .where('a.id', '=', accountId)
    .executeTakeFirst()
  return row?.email ?? null
}

/** Mail of a unit, newest first. */
export function mailsOf(tx: Tx, unitId: string, state: MailState | undefined, after: string | undefined, limit: number): Promise<MailView[]> {
  let rows = tx.selectFrom('notifications.mail').select(SHOWN).where('unitId', '=', unitId)
  if (state) rows = rows.where('state', '=', state)
  if (after) rows = rows.where('id', '<', after)
  return rows.orderBy('id', 'desc').limit(limit).execute()
}

export function mailCounts(tx: Tx, unitId: string): Promise<{ state: MailState; count: number }[]> {
  return tx
    .selectFrom('notifications.mail')
    .select((mail) => ['state', mail.fn.countAll<number>().as('count')] as const)
    .where('unitId', '=', unitId)
    .groupBy('state')
    .execute()
}
