import { openBox, sealTo } from '#platform/sealed-box.ts'
import { joinTwo, splitForThree } from '#platform/two-of-three.ts'
import type { CaseKey, KeyOwner, OpenPair, Receiver } from './case-key-store.ts'
import type { Tx } from './store.ts'

const pieceAt = (keyId: string, position: number) => `cases.glass_piece:${keyId}:${position}`
const lentAt = (requestId: string, keyId: string, to: number) => `cases.glass_lent:${requestId}:${keyId}:${to}`

/** Says who of the bodies above could open a case together; two at least, or nobody. */
export async function chooseHolders(tx: Tx, owner: KeyOwner, receivers: readonly Receiver[]): Promise<void> {
  const chosen = receivers.slice(0, 3)
  if (chosen.length < 2) return
  await tx.insertInto('cases.glassHolder').values(chosen.map(({ id: pairId, accountId }, position) => ({ ...owner, position, accountId, pairId }))).execute()
}

export interface Holder {
  readonly position: number
  readonly accountId: string
  readonly pairId: string
  /** Where the holder holds the role. */
  readonly unitId: string
  readonly publicKey: Buffer
}

export function holdersOf(tx: Tx, caseId: string): Promise<Holder[]> {
  return tx
    .selectFrom('cases.glassHolder as h')
    .innerJoin('cases.keyPair as p', 'p.id', 'h.pairId')
    .select(['h.position', 'h.accountId', 'h.pairId', 'p.unitId', 'p.publicKey'])
    .where('h.caseId', '=', caseId)
    .orderBy('h.position')
    .execute()
}

/** Divides a key for the holders of the case. */
export async function divideKey(tx: Tx, { provinceId, unitId, caseId }: KeyOwner, key: Pick<CaseKey, 'id' | 'bytes'>): Promise<void> {
  const holders = await holdersOf(tx, caseId)
  if (holders.length === 0) return
  const pieces = splitForThree(key.bytes)
  await tx.insertInto('cases.glassPiece').values(holders.map(({ position, publicKey }) => ({ provinceId, unitId, keyId: key.id, position, piece: sealTo(publicKey, pieces[position]!, pieceAt(key.id, position)) }))).execute()
}

/** The pieces of a holder, opened, by key. */
async function ownPieces(tx: Tx, caseId: string, holder: Holder, pair: OpenPair) {
  const rows = await tx
    .selectFrom('cases.glassPiece as g')
    .innerJoin('cases.caseKey as k', 'k.id', 'g.keyId')
    .select(['g.keyId', 'k.kind', 'g.piece'])
    .where('k.caseId', '=', caseId)
    .where('g.position', '=', holder.position)
    .orderBy('k.madeAt')
    .orderBy('k.id')
    .execute()
  return rows.map(({ keyId, kind, piece }) => ({ keyId, kind, piece: openBox(pair, piece, pieceAt(keyId, holder.position)) }))
}

/** Lends the pieces of who asks to the other holders. */
export async function lendPieces(tx: Tx, { provinceId, unitId, caseId }: KeyOwner, requestId: string, asker: Holder, pair: OpenPair, others: readonly Holder[]): Promise<void> {
  const pieces = await ownPieces(tx, caseId, asker, pair)
  const rows = pieces.flatMap(({ keyId, piece }) =>
    others.map(({ position, publicKey }) => ({ provinceId, unitId, requestId, keyId, toPosition: position, fromPosition: asker.position, piece: sealTo(publicKey, piece, lentAt(requestId, keyId, position)) })),
  )
  if (rows.length > 0) await tx.insertInto('cases.glassLent').values(rows).execute()
}

/** The keys that two pieces give. */
export async function joinPieces(tx: Tx, caseId: string, requestId: string, holder: Holder, pair: OpenPair): Promise<CaseKey[]> {
  const own = await ownPieces(tx, caseId, holder, pair)
  const lent = await tx.selectFrom('cases.glassLent').select(['keyId', 'fromPosition', 'piece']).where('requestId', '=', requestId).where('toPosition', '=', holder.position).execute()
  return own.flatMap(({ keyId, kind, piece }) => {
    const other = lent.find((row) => row.keyId === keyId)
    if (!other) return []
    return [{ id: keyId, kind, bytes: joinTwo([holder.position, other.fromPosition], [piece, openBox(pair, other.piece, lentAt(requestId, keyId, holder.position))]) }]
  })
}

/** Requests that wait for a second, of cases that the account could open. */
export function waitingRequests(tx: Tx, accountId: string) {
  return tx
    .selectFrom('cases.glassRequest as r')
    .innerJoin('cases.glassHolder as h', (join) => join.onRef('h.caseId', '=', 'r.caseId').on('h.accountId', '=', accountId))
    .innerJoin('cases.caseFile as c', 'c.id', 'r.caseId')
    .select(['r.id', 'r.caseId', 'r.accountId', 'r.at', 'c.unitId', 'c.year', 'c.number'])
    .where('r.openedAt', 'is', null)
    .orderBy('r.at', 'desc')
    .execute()
}

export function caseByNumber(tx: Tx, unitId: string, year: number, number: number) {
  return tx.selectFrom('cases.caseFile').select(['provinceId', 'id', 'unitId']).where('unitId', '=', unitId).where('year', '=', year).where('number', '=', number).executeTakeFirst()
}
