import { sql, type Transaction } from 'kysely'
import type { Role } from '#core/access/model/roles.ts'
import type { PlainDate } from '#platform/clock.ts'
import type { MessageParams } from '#platform/i18n/messages.ts'
import type { Message } from './contract.ts'
import { USUAL_QUIET, type QuietHours } from './model/delivery.ts'
import type { Mode, Topic } from './model/topics.ts'
import type { NotificationsDb } from './tables.ts'

type Tx = Transaction<NotificationsDb>

export type Receivers = { readonly accountIds: readonly string[] } | { readonly roles: readonly Role[]; readonly unitId: string }

export interface Receiver {
  readonly accountId: string
  readonly modes: Partial<Record<Topic, Mode>>
  readonly quiet: QuietHours
}

/** Accounts to tell, with their settings; locked ones aside. */
export async function receiversOf(tx: Tx, to: Receivers, today: PlainDate): Promise<Receiver[]> {
  const meant =
    'accountIds' in to
      ? sql`a.id = any (${[...to.accountIds]}::uuid[])`
      : sql`exists (
          select from access.role_grant g
          where g.account_id = a.id and g.unit_id = ${to.unitId} and g.role = any (${[...to.roles]}::text[]) and g.valid @> ${today}::date
        )`
  const found = await sql<{ accountId: string; modes: Partial<Record<Topic, Mode>> | null; quietFrom: number | null; quietUntil: number | null }>`
    select a.id as account_id, f.modes, f.quiet_from, f.quiet_until
    from access.account a
    join people.person p on p.id = a.person_id
    left join notifications.preference f on f.account_id = a.id
    where ${meant} and a.state <> 'locked' and (p.left_on is null or p.left_on > ${today}::date)
    order by a.id`.execute(tx)
  return found.rows.map(({ accountId, modes, quietFrom, quietUntil }) => ({
    accountId,
    modes: modes ?? {},
    quiet: quietFrom === null || quietUntil === null ? USUAL_QUIET : { from: quietFrom, until: quietUntil },
  }))
}

interface NewMessage {
  readonly unitId: string
  readonly topic: Topic
  readonly once: string
  readonly textKey: string
  readonly params: MessageParams
  readonly href: string
  readonly dueOn: PlainDate | null
  readonly createdAt: Date
}

/** @returns those that were not told of the occasion before */
export async function insertMessages(
  tx: Tx,
  message: NewMessage,
  receivers: readonly { id: string; accountId: string; deliverAt: Date | null }[],
): Promise<{ accountId: string; deliverAt: Date | null }[]> {
  if (receivers.length === 0) return []
  const { unitId, topic, once, textKey, params, href, dueOn, createdAt } = message
  const found = await sql<{ accountId: string; deliverAt: Date | null }>`
    insert into notifications.message (province_id, id, unit_id, account_id, topic, once, text_key, params, href, due_on, created_at, deliver_at)
    select u.province_id, r.id, u.id, r.account_id, ${topic}, ${once}, ${textKey}, ${JSON.stringify(params)}::jsonb, ${href}, ${dueOn}::date, ${createdAt}, r.deliver_at
    from units.unit u
    cross join jsonb_to_recordset(${JSON.stringify(
      receivers.map((receiver) => ({ id: receiver.id, account_id: receiver.accountId, deliver_at: receiver.deliverAt })),
    )}::jsonb) as r (id uuid, account_id uuid, deliver_at timestamptz)
    where u.id = ${unitId}
    on conflict (account_id, once) do nothing
    returning account_id, deliver_at`.execute(tx)
  return found.rows
}

/** What an account was told, newest first. */
export async function messagesOf(tx: Tx, accountId: string, page: { onlyUnread: boolean; after: string | undefined; limit: number }, today: PlainDate): Promise<Message[]> {
  const found = await sql<Message>`
    select
      m.id, m.unit_id, coalesce(v.name, '') as unit_name, m.topic, m.text_key, m.params, m.href, m.due_on, m.created_at, m.read_at is not null as is_read
    from notifications.message m
    left join units.unit_version v on v.unit_id = m.unit_id and v.valid @> ${today}::date
    where m.account_id = ${accountId}
      and (not ${page.onlyUnread}::boolean or m.read_at is null)
      and (${page.after ?? null}::uuid is null or (m.created_at, m.id) < (select l.created_at, l.id from notifications.message l where l.id = ${page.after ?? null} and l.account_id = ${accountId}))
    order by m.created_at desc, m.id desc
    limit ${page.limit}`.execute(tx)
  return found.rows
}

export async function unreadOf(tx: Tx, accountId: string): Promise<number> {
  const found = await sql<{ unread: number }>`select count(*) as unread from notifications.message where account_id = ${accountId} and read_at is null`.execute(tx)
  return found.rows[0]?.unread ?? 0
}

/** @param ids  all that are unread when null  @returns how many were unread */
export async function markMessagesRead(tx: Tx, accountId: string, ids: readonly string[] | null, now: Date): Promise<number> {
  let rows = tx.updateTable('notifications.message').set({ readAt: now }).where('accountId', '=', accountId).where('readAt', 'is', null)
  if (ids) rows = rows.where('id', 'in', [...ids])
  return Number((await rows.executeTakeFirst()).numUpdatedRows)
}
