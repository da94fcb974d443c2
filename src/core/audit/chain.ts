import { sql, type Transaction } from 'kysely'
import type { ChainFault } from './contract.ts'
import { GENESIS, hashOf } from './store.ts'

export interface ChainState {
  /** How many entries were looked at: all, or those before the broken one. */
  readonly entries: number
  /** The first entry that does not fit; null when the chain is whole. */
  readonly broken: { readonly number: number; readonly fault: ChainFault } | null
  /** Digest of the last sound entry. */
  readonly head: Buffer
}

interface Row {
  readonly number: number
  readonly at: Date
  readonly accountId: string | null
  readonly action: string
  readonly entity: string
  readonly before: unknown
  readonly after: unknown
  readonly previousHash: Buffer
  readonly hash: Buffer
}

const AT_ONCE = 1_000

/**
 * Walks the chain of a unit from its first entry and names the first that was changed, removed or put in.
 *
 * Entries cut off at the end leave a whole chain behind: only a `head` that was noted elsewhere shows that.
 */
export async function verifyChain(tx: Transaction<unknown>, unitId: string): Promise<ChainState> {
  let state: ChainState = { entries: 0, broken: null, head: GENESIS }
  for (;;) {
    const rows = await entriesAfter(tx, unitId, state.entries)
    for (const row of rows) {
      const fault = faultOf(state, unitId, row)
      if (fault) return { ...state, broken: { number: fault === 'missing' ? state.entries + 1 : row.number, fault } }
      state = { entries: row.number, broken: null, head: row.hash }
    }
    if (rows.length < AT_ONCE) return state
  }
}

function faultOf({ entries, head }: ChainState, unitId: string, row: Row): ChainFault | null {
  if (row.number !== entries + 1) return 'missing'
  if (!row.previousHash.equals(head)) return 'unlinked'
  const { number, before, after, ...rest } = row
  return hashOf(head, number, { ...rest, unitId, before, after }).equals(row.hash) ? null : 'changed'
}

async function entriesAfter(tx: Transaction<unknown>, unitId: string, number: number): Promise<Row[]> {
  const found = await sql<Row>`
    select number, at, account_id, action, entity, before, after, previous_hash, hash
    from audit.entry
    where province_id = (select province_id from units.unit where id = ${unitId}) and unit_id = ${unitId} and number > ${number}
    order by number
    limit ${AT_ONCE}`.execute(tx)
  return found.rows
}
