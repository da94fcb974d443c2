import { createHash } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import { asSystem } from '#core/access/operation.ts'
import type { Request } from '#core/access/request.ts'
import { verifyChain } from './chain.ts'
import type { ChainFault } from './contract.ts'

export interface BrokenRecord {
  readonly unitId: string
  readonly number: number
  /** `cut_off`: entries that were there at the last verification are gone, or others. */
  readonly fault: ChainFault | 'cut_off'
}

export interface Verification {
  readonly units: number
  readonly entries: number
  readonly broken: readonly BrokenRecord[]
  /** SHA-256 over the ends of all records, hexadecimal. */
  readonly digest: string
}

type Tx = Transaction<unknown>

/**
 * Walks the record of every unit and notes its end, so that the next time shows what was cut off. One transaction for
 * each unit: nobody waits for the whole.
 */
export async function verifyRecords(request: Pick<Request, 'db' | 'now'>): Promise<Verification> {
  const units = await asSystem<unknown, string[]>(request, recordedUnits)
  const digest = createHash('sha256')
  const broken: BrokenRecord[] = []
  let entries = 0
  for (const unitId of units) {
    const state = await asSystem<unknown, Awaited<ReturnType<typeof verifyUnit>>>(request, (tx) => verifyUnit(tx, unitId, request.now))
    entries += state.entries
    digest.update(unitId).update(state.head)
    if (state.fault) broken.push(state.fault)
  }
  const found = { units: units.length, entries, broken, digest: digest.digest('hex') }
  await asSystem<unknown, void>(request, (tx) => keepVerification(tx, found, request.now))
  return found
}

async function verifyUnit(tx: Tx, unitId: string, now: Date): Promise<{ entries: number; head: Buffer; fault: BrokenRecord | null }> {
  const { entries, head, broken } = await verifyChain(tx, unitId)
  if (broken) return { entries, head, fault: { unitId, ...broken } }
  const noted = await notedHead(tx, unitId)
  if (noted && !(await hasEntry(tx, unitId, noted))) return { entries, head, fault: { unitId, number: noted.number, fault: 'cut_off' } }
  await noteHead(tx, unitId, { number: entries, hash: head }, now)
  return { entries, head, fault: null }
}

async function recordedUnits(tx: Tx): Promise<string[]> {
  const found = await sql<{ id: string }>`select distinct unit_id as id from audit.entry union select unit_id from audit.noted_head order by 1`.execute(tx)
  return found.rows.map(({ id }) => id)
}

interface Head {
  readonly number: number
  readonly hash: Buffer
}

async function notedHead(tx: Tx, unitId: string): Promise<Head | undefined> {
  const found = await sql<Head>`select number::int as number, hash from audit.noted_head where unit_id = ${unitId}`.execute(tx)
  return found.rows[0]
}

async function hasEntry(tx: Tx, unitId: string, { number, hash }: Head): Promise<boolean> {
  const found = await sql`select 1 from audit.entry where unit_id = ${unitId} and number = ${number} and hash = ${hash}`.execute(tx)
  return found.rows.length > 0
}

async function noteHead(tx: Tx, unitId: string, { number, hash }: Head, now: Date): Promise<void> {
  if (number === 0) return
  await sql`
    insert into audit.noted_head (province_id, unit_id, number, hash, noted_at)
    select province_id, id, ${number}, ${hash}, ${now} from units.unit where id = ${unitId}
    on conflict (province_id, unit_id) do update set number = excluded.number, hash = excluded.hash, noted_at = excluded.noted_at`.execute(tx)
}

async function keepVerification(tx: Tx, { units, entries, broken, digest }: Verification, now: Date): Promise<void> {
  await sql`
    insert into audit.verification (at, units, entries, broken, digest)
    values (${now}, ${units}, ${entries}, ${JSON.stringify(broken)}::jsonb, decode(${digest}, 'hex'))
    on conflict (at) do nothing`.execute(tx)
}
