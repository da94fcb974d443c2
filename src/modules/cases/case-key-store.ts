import { newKey } from '#platform/sealing.ts'
import { openBox, sealTo, type BoxPair } from '#platform/sealed-box.ts'
import { divideKey } from './glass-store.ts'
import type { Tx } from './store.ts'
import type { CaseKeyKind } from './tables.ts'

/** A key of a case, opened. */
export interface CaseKey {
  readonly id: string
  readonly kind: CaseKeyKind
  readonly bytes: Buffer
}

/** The public half of somebody's pair. */
export interface Receiver {
  readonly id: string
  readonly accountId: string
  readonly publicKey: Buffer
}

/** A pair with its private half. */
export interface OpenPair extends BoxPair {
  readonly id: string
  readonly accountId: string
}

/** Where a case stands, for its keys. */
export interface KeyOwner {
  readonly provinceId: string
  readonly unitId: string
  readonly caseId: string
}

/** The pairs that open something today, of these accounts. */
export function receiversOf(tx: Tx, accountIds: readonly string[]): Promise<Receiver[]> {
  if (accountIds.length === 0) return Promise.resolve([])
  return tx.selectFrom('cases.keyPair').select(['id', 'accountId', 'publicKey']).where('accountId', 'in', accountIds).where('state', '=', 'current').orderBy('madeAt').execute()
}

/** Makes a key and gives it to these pairs; whoever made it holds it for this transaction alone. */
export async function addCaseKey(tx: Tx, owner: KeyOwner, { id, kind, now, bytes = newKey() }: { readonly id: string; readonly kind: CaseKeyKind; readonly now: Date; readonly bytes?: Buffer }, receivers: readonly Receiver[]): Promise<CaseKey> {
  const key: CaseKey = { id, kind, bytes }
  await tx.insertInto('cases.caseKey').values({ ...owner, id, kind, madeAt: now }).execute()
  if (kind !== 'apart') await divideKey(tx, owner, key)
  await shareKeys(tx, owner, [key], receivers)
  return key
}

/** Gives keys to pairs. */
export async function shareKeys(tx: Tx, owner: KeyOwner, keys: readonly CaseKey[], receivers: readonly Receiver[]): Promise<void> {
  const rows = keys.flatMap((key) =>
    receivers.map(({ id: pairId, accountId, publicKey }) => ({ ...owner, keyId: key.id, pairId, accountId, sealed: sealTo(publicKey, key.bytes, placeOf(key.id)) })),
  )
  if (rows.length > 0) await tx.insertInto('cases.keyShare').values(rows).onConflict((conflict) => conflict.columns(['provinceId', 'keyId', 'pairId']).doNothing()).execute()
}

/** What an opened pair opens in a case, the oldest key first. */
export async function keysOf(tx: Tx, caseId: string, pair: OpenPair): Promise<CaseKey[]> {
  const rows = await tx
    .selectFrom('cases.keyShare as s')
    .innerJoin('cases.caseKey as k', 'k.id', 's.keyId')
    .select(['k.id', 'k.kind', 's.sealed'])
    .where('s.caseId', '=', caseId)
    .where('s.pairId', '=', pair.id)
    .orderBy('k.madeAt')
    .orderBy('k.id')
    .execute()
  return rows.map(({ id, kind, sealed }) => ({ id, kind, bytes: openBox(pair, sealed, placeOf(id)) }))
}

/** Seals anew what an old pair opened, to the pair that takes its place. @returns how many keys */
export async function moveShares(tx: Tx, from: OpenPair, to: Receiver): Promise<number> {
  const rows = await tx.selectFrom('cases.keyShare').select(['provinceId', 'unitId', 'caseId', 'keyId', 'accountId', 'sealed']).where('pairId', '=', from.id).execute()
  const moved = rows.map((row) => ({ ...row, pairId: to.id, sealed: sealTo(to.publicKey, openBox(from, row.sealed, placeOf(row.keyId)), placeOf(row.keyId)) }))
  if (moved.length > 0) await tx.insertInto('cases.keyShare').values(moved).execute()
  await dropSharesOfPair(tx, from.id)
  return moved.length
}

export async function dropSharesOfPair(tx: Tx, pairId: string): Promise<void> {
  await tx.deleteFrom('cases.keyShare').where('pairId', '=', pairId).execute()
}

/** Takes every key of a case from these accounts. */
export async function dropShares(tx: Tx, caseId: string, accountIds: readonly string[]): Promise<void> {
  if (accountIds.length > 0) await tx.deleteFrom('cases.keyShare').where('caseId', '=', caseId).where('accountId', 'in', accountIds).execute()
}

/** Who has which key of a case, by pair and account; without the keys. */
export function sharesOf(tx: Tx, caseId: string): Promise<{ keyId: string; pairId: string; accountId: string }[]> {
  return tx.selectFrom('cases.keyShare').select(['keyId', 'pairId', 'accountId']).where('caseId', '=', caseId).execute()
}

/** The id of the key of what was told. */
export async function toldKeyId(tx: Tx, caseId: string): Promise<string> {
  const { id } = await tx.selectFrom('cases.caseKey').select('id').where('caseId', '=', caseId).where('kind', '=', 'told').executeTakeFirstOrThrow()
  return id
}

function placeOf(keyId: string): string {
  return `cases.share:${keyId}`
}
