import { sql, type Transaction } from 'kysely'
import type { Preferences } from './contract.ts'
import { deliverAt, USUAL_QUIET } from './model/delivery.ts'
import { modeOf, TOPICS, type Mode, type Topic } from './model/topics.ts'
import type { NotificationsDb } from './tables.ts'

type Tx = Transaction<NotificationsDb>

/** The unit that looks after an account, and the address of its person. */
export async function homeOf(tx: Tx, accountId: string): Promise<{ unitId: string; provinceId: string; email: string | null }> {
  return tx
    .selectFrom('access.account as a')
    .innerJoin('people.person as p', 'p.id', 'a.personId')
    .select(['a.unitId', 'a.provinceId', 'p.email'])
    .where('a.id', '=', accountId)
    .executeTakeFirstOrThrow()
}

/** What the account chose, the usual where it chose nothing. */
export async function preferencesOf(tx: Tx, accountId: string): Promise<Preferences> {
  const row = await tx.selectFrom('notifications.preference').select(['language', 'quietFrom', 'quietUntil', 'modes']).where('accountId', '=', accountId).executeTakeFirst()
  const { language = 'vi', quietFrom = USUAL_QUIET.from, quietUntil = USUAL_QUIET.until, modes = {} } = row ?? {}
  return { language, quietFrom, quietUntil, modes: TOPICS.map((topic) => ({ topic, mode: modeOf(topic, modes) })) }
}

export async function putPreferences(tx: Tx, accountId: string, { language, quietFrom, quietUntil, modes }: Preferences): Promise<void> {
  const { unitId, provinceId } = await homeOf(tx, accountId)
  const settings = { language, quietFrom, quietUntil, modes: JSON.stringify(Object.fromEntries(modes.map(({ topic, mode }) => [topic, mode]))) }
  await tx
    .insertInto('notifications.preference')
    .values({ provinceId, accountId, unitId, ...settings })
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet(settings))
    .execute()
}

/** What is not in a mail yet follows the new settings. */
export async function moveDelivery(tx: Tx, accountId: string, { quietFrom, quietUntil, modes }: Preferences, now: Date): Promise<void> {
  const chosen = Object.fromEntries(modes.map(({ topic, mode }) => [topic, mode])) as Partial<Record<Topic, Mode>>
  for (const topic of TOPICS) {
    const at = deliverAt(now, modeOf(topic, chosen), { from: quietFrom, until: quietUntil })
    await sql`update notifications.message set deliver_at = ${at} where account_id = ${accountId} and topic = ${topic} and mail_id is null and deliver_at is not null`.execute(tx)
  }
}
