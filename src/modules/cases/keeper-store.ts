import { sql } from 'kysely'
import { isPair, openBox, sealTo } from '#platform/sealed-box.ts'
import { joinTwo, splitForThree } from '#platform/two-of-three.ts'
import type { OpenPair, Receiver } from './case-key-store.ts'
import { dropSharesOfPair, moveShares } from './case-key-store.ts'
import { makeCurrent, retirePair, type PairRow } from './key-pair-store.ts'
import type { Tx } from './store.ts'

const keptAt = (pairId: string, position: number) => `cases.key_keeper:${pairId}:${position}`
const answerAt = (pairId: string, position: number) => `cases.key_answer:${pairId}:${position}`

/** Divides a private half among three. */
export async function keepWithThree(tx: Tx, { provinceId, unitId }: { readonly provinceId: string; readonly unitId: string }, pair: OpenPair, keepers: readonly Receiver[]): Promise<void> {
  await tx.deleteFrom('cases.keyKeeper').where('pairId', '=', pair.id).execute()
  const pieces = splitForThree(pair.privateKey)
  await tx
    .insertInto('cases.keyKeeper')
    .values(keepers.map((keeper, position) => ({ provinceId, unitId, pairId: pair.id, position, keeperPairId: keeper.id, piece: sealTo(keeper.publicKey, pieces[position]!, keptAt(pair.id, position)) })))
    .execute()
}

/** The keepers of a pair whose own pairs still open. */
export function keepersOf(tx: Tx, pairId: string): Promise<{ position: number; keeperPairId: string; accountId: string; publicKey: Buffer }[]> {
  return tx
    .selectFrom('cases.keyKeeper as k')
    .innerJoin('cases.keyPair as p', 'p.id', 'k.keeperPairId')
    .select(['k.position', 'k.keeperPairId', 'p.accountId', 'p.publicKey'])
    .where('k.pairId', '=', pairId)
    .where('p.state', '=', 'current')
    .orderBy('k.position')
    .execute()
}

export async function answersOf(tx: Tx, waitingPairId: string): Promise<{ position: number; accountId: string; piece: Buffer }[]> {
  return tx.selectFrom('cases.keyAnswer').select(['position', 'accountId', 'piece']).where('waitingPairId', '=', waitingPairId).orderBy('position').execute()
}

/** Gives the keeper's piece to the pair that waits. @returns false when the person keeps none */
export async function answerWith(tx: Tx, keeper: OpenPair, { lost, waiting, now }: { readonly lost: PairRow; readonly waiting: PairRow; readonly now: Date }): Promise<boolean> {
  const kept = await tx.selectFrom('cases.keyKeeper').select(['position', 'piece']).where('pairId', '=', lost.id).where('keeperPairId', '=', keeper.id).executeTakeFirst()
  if (!kept) return false
  const { position } = kept
  const piece = sealTo(waiting.publicKey, openBox(keeper, kept.piece, keptAt(lost.id, position)), answerAt(waiting.id, position))
  const { provinceId, unitId } = waiting
  await tx.insertInto('cases.keyAnswer').values({ provinceId, unitId, waitingPairId: waiting.id, position, accountId: keeper.accountId, at: now, piece }).onConflict((conflict) => conflict.columns(['provinceId', 'waitingPairId', 'position']).doNothing()).execute()
  return true
}

/**
 * Puts the pair that waited in the place of the lost one, once two pieces came back: every key of a case, and every piece
 * kept for others, is sealed to it. @returns false while there are not two pieces, or they do not fit
 */
export async function recover(tx: Tx, waiting: OpenPair, lost: PairRow): Promise<boolean> {
  const [one, two] = await answersOf(tx, waiting.id)
  if (!one || !two) return false
  const open = ({ position, piece }: typeof one) => openBox(waiting, piece, answerAt(waiting.id, position))
  const old: OpenPair = { id: lost.id, accountId: lost.accountId, publicKey: lost.publicKey, privateKey: joinTwo([one.position, two.position], [open(one), open(two)]) }
  if (!isPair(old)) return false
  await moveShares(tx, old, waiting)
  const kept = await tx.selectFrom('cases.keyKeeper').select(['pairId', 'position', 'provinceId', 'unitId', 'piece']).where('keeperPairId', '=', old.id).execute()
  await tx.deleteFrom('cases.keyKeeper').where('keeperPairId', '=', old.id).execute()
  for (const row of kept) {
    const place = keptAt(row.pairId, row.position)
    await tx.insertInto('cases.keyKeeper').values({ ...row, keeperPairId: waiting.id, piece: sealTo(waiting.publicKey, openBox(old, row.piece, place), place) }).execute()
  }
  const keepers = await keepersOf(tx, old.id)
  if (keepers.length === 3) await keepWithThree(tx, lost, waiting, keepers.map(({ keeperPairId: id, ...keeper }) => ({ ...keeper, id })))
  await tx.deleteFrom('cases.keyAnswer').where('waitingPairId', '=', waiting.id).execute()
  await replace(tx, lost.id, waiting.id, null)
  return true
}

/** Another pair opens from now on; what was sealed to the old one is gone with it. */
export async function replace(tx: Tx, oldId: string, newId: string, confirmedBy: string | null): Promise<void> {
  await dropSharesOfPair(tx, oldId)
  await tx.deleteFrom('cases.keyKeeper').where((of) => of.or([of('pairId', '=', oldId), of('keeperPairId', '=', oldId)])).execute()
  await retirePair(tx, oldId)
  await makeCurrent(tx, newId, confirmedBy)
}

/** Takes a pair that waits away: the person remembered, or begins anew. */
export async function dropWaiting(tx: Tx, pairId: string): Promise<void> {
  await tx.deleteFrom('cases.keyAnswer').where('waitingPairId', '=', pairId).execute()
  await retirePair(tx, pairId)
}

export interface WaitingPair {
  readonly id: string
  readonly accountId: string
  readonly unitId: string
  readonly publicKey: Buffer
  readonly madeAt: Date
  /** The pair of which the passphrase was lost. */
  readonly lostId: string
  /** The person keeps a piece. */
  readonly isKeeper: boolean
  readonly hasAnswered: boolean
  readonly answered: number
}

/** Pairs that wait, of everybody else. */
export async function waitingPairs(tx: Tx, accountId: string): Promise<WaitingPair[]> {
  const found = await sql<WaitingPair>`
    select w.id, w.account_id, w.unit_id, w.public_key, w.made_at, l.id as lost_id,
      exists (select 1 from cases.key_keeper k join cases.key_pair p on p.id = k.keeper_pair_id where k.pair_id = l.id and p.account_id = ${accountId} and p.state = 'current') as is_keeper,
      exists (select 1 from cases.key_answer a where a.waiting_pair_id = w.id and a.account_id = ${accountId}) as has_answered,
      (select count(*)::int from cases.key_answer a where a.waiting_pair_id = w.id) as answered
    from cases.key_pair w
    join cases.key_pair l on l.account_id = w.account_id and l.state = 'current'
    where w.state = 'waiting' and w.account_id <> ${accountId}
    order by w.made_at`.execute(tx)
  return found.rows
}
