import { sql } from 'kysely'
import type { Tx } from './store.ts'
import type { BoardTables } from './tables.ts'

export type NewContact = Omit<BoardTables['reports.contact'], 'personName' | 'told' | 'personId'> & { personId: string }

/** Keeps what was said to units, with the name of who said it. */
export async function insertContacts(tx: Tx, contacts: readonly NewContact[]): Promise<void> {
  for (let at = 0; at < contacts.length; at += 1_000) {
    const some = contacts.slice(at, at + 1_000)
    await tx
      .insertInto('reports.contact')
      .values(some.map((contact) => ({ ...contact, told: null, personName: sql<string | null>`(select full_name from people.person where id = ${contact.personId})` })))
      .execute()
  }
}

/** Keeps that the program itself reminded a unit, and how many people it told. */
export async function noteAutomatic(tx: Tx, contact: Pick<BoardTables['reports.contact'], 'provinceId' | 'id' | 'unitId' | 'reportId' | 'roundId' | 'at'> & { told: number }): Promise<void> {
  await tx.insertInto('reports.contact').values({ ...contact, kind: 'automatic', withWhom: null, said: null, personId: null, personName: null }).execute()
}

export function contactsOf(tx: Tx, reportId: string) {
  return tx.selectFrom('reports.contact').select(['id', 'kind', 'withWhom', 'said', 'personName', 'told', 'at']).where('reportId', '=', reportId).orderBy('at', 'desc').orderBy('id', 'desc').execute()
}

export interface ReminderToSend {
  readonly id: string
  readonly reportId: string
  readonly unitId: string
  readonly said: string
}

/** Reminders among these that nobody was told of yet, with the unit that they go to. */
export function unsentReminders(tx: Tx, ids: readonly string[]): Promise<ReminderToSend[]> {
  return tx
    .selectFrom('reports.contact as k')
    .innerJoin('reports.report as p', 'p.id', 'k.reportId')
    .select(['k.id', 'k.reportId', 'p.unitId', sql<string>`coalesce(k.said, '')`.as('said')])
    .where('k.id', 'in', [...ids])
    .where('k.told', 'is', null)
    .execute()
}

export async function markTold(tx: Tx, id: string, told: number): Promise<void> {
  await tx.updateTable('reports.contact').set({ told }).where('id', '=', id).execute()
}
