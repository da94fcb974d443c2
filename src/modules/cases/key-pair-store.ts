import { randomBytes } from 'node:crypto'
import { keyOfPassphrase } from '#platform/passphrase.ts'
import { newBoxPair } from '#platform/sealed-box.ts'
import { seal, SealBroken, unseal } from '#platform/sealing.ts'
import type { MasterKey, Vault } from '#platform/vault.ts'
import type { OpenPair } from './case-key-store.ts'
import { keyOf } from './sealed-store.ts'
import type { Tx } from './store.ts'
import type { CaseTables, PairState } from './tables.ts'

export type PairRow = Omit<CaseTables['cases.keyPair'], 'confirmedBy'>

const PAIR = ['provinceId', 'id', 'unitId', 'accountId', 'state', 'publicKey', 'privateKey', 'salt', 'memoryKib', 'passes', 'madeAt', 'failures', 'failedAt'] as const

/** The pairs of an account that are not retired. */
export function pairsOf(tx: Tx, accountId: string): Promise<PairRow[]> {
  return tx.selectFrom('cases.keyPair').select(PAIR).where('accountId', '=', accountId).where('state', '<>', 'retired').execute()
}

export function pairById(tx: Tx, id: string): Promise<PairRow | undefined> {
  return tx.selectFrom('cases.keyPair').select(PAIR).where('id', '=', id).executeTakeFirst()
}

const privatePlace = (pairId: string) => `cases.key_pair.private_key:${pairId}`

/** A private half, sealed with a passphrase at the cost of today. */
export async function sealPrivate(vault: Vault, pair: Pick<OpenPair, 'id' | 'privateKey'>, passphrase: string): Promise<Pick<PairRow, 'privateKey' | 'salt' | 'memoryKib' | 'passes'>> {
  const salt = randomBytes(16)
  const key = await keyOfPassphrase(passphrase, { salt, cost: vault.cost, pepper: pepperOf(keyOf(vault)) })
  return { privateKey: seal(key, pair.privateKey, privatePlace(pair.id)), salt, ...vault.cost }
}

/** The pair that a passphrase opens; null for another passphrase. */
export async function openPrivate(vault: Vault, row: PairRow, passphrase: string): Promise<OpenPair | null> {
  if (!row.privateKey) return null
  const key = await keyOfPassphrase(passphrase, { salt: row.salt, cost: { memoryKib: row.memoryKib, passes: row.passes }, pepper: pepperOf(keyOf(vault)) })
  try {
    return { id: row.id, accountId: row.accountId, publicKey: row.publicKey, privateKey: unseal(key, row.privateKey, privatePlace(row.id)) }
  } catch (error) {
    if (error instanceof SealBroken) return null
    throw error
  }
}

/** A new pair of a person, sealed with a passphrase; not yet written. */
export async function newPairRow(vault: Vault, owner: { readonly provinceId: string; readonly unitId: string; readonly accountId: string }, { id, state, now, passphrase }: { readonly id: string; readonly state: PairState; readonly now: Date; readonly passphrase: string }): Promise<{ row: PairRow; pair: OpenPair }> {
  const pair: OpenPair = { id, accountId: owner.accountId, ...newBoxPair() }
  const sealed = await sealPrivate(vault, pair, passphrase)
  return { pair, row: { ...owner, id, state, publicKey: pair.publicKey, ...sealed, madeAt: now, failures: 0, failedAt: null } }
}

export async function insertPair(tx: Tx, row: PairRow): Promise<void> {
  await tx.insertInto('cases.keyPair').values({ ...row, confirmedBy: null }).execute()
}

export async function savePrivate(tx: Tx, id: string, sealed: Pick<PairRow, 'privateKey' | 'salt' | 'memoryKib' | 'passes'>): Promise<void> {
  await tx.updateTable('cases.keyPair').set(sealed).where('id', '=', id).execute()
}

/** A pair that opens nothing any more; its private half goes. */
export async function retirePair(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('cases.keyPair').set({ state: 'retired', privateKey: null }).where('id', '=', id).execute()
  await tx.deleteFrom('cases.openedKey').where('pairId', '=', id).execute()
}

export async function makeCurrent(tx: Tx, id: string, confirmedBy: string | null): Promise<void> {
  await tx.updateTable('cases.keyPair').set({ state: 'current', confirmedBy }).where('id', '=', id).execute()
}

export async function countFailure(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable('cases.keyPair').set((of) => ({ failures: of('failures', '+', 1), failedAt: now })).where('id', '=', id).execute()
}

export async function forgiveFailures(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('cases.keyPair').set({ failures: 0, failedAt: null }).where('id', '=', id).where('failures', '>', 0).execute()
}

/** Shown to compare by phone: the first digits of the public half, in groups. */
export function fingerprintOf(publicKey: Buffer): string {
  return publicKey.subarray(0, 6).toString('hex').toUpperCase().replace(/.{4}(?=.)/g, '$& ')
}

function pepperOf(master: MasterKey): Buffer {
  return master.derive('cases passphrase')
}
