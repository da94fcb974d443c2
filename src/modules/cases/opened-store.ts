import type { QueryContext } from '#core/access/request.ts'
import { AppError } from '#platform/errors.ts'
import { seal, SealBroken, unseal } from '#platform/sealing.ts'
import type { OpenPair } from './case-key-store.ts'
import { pairsOf } from './key-pair-store.ts'
import { OPEN_MS } from './model/passphrase.ts'
import { asIntake, type Tx, type Vaulted } from './store.ts'
import type { CasesDb } from './tables.ts'

type Ctx = QueryContext<CasesDb> & Vaulted

const placeOf = (sessionId: string) => `cases.opened_key:${sessionId}`

/** Keeps a private half for a few minutes, sealed to the session: the program alone cannot open it. @returns until when */
export async function keepOpen(tx: Tx, ctx: Pick<Ctx, 'actor' | 'now' | 'sessionSecret'>, pair: OpenPair): Promise<Date> {
  const { sessionId, accountId } = ctx.actor!
  const until = new Date(ctx.now.getTime() + OPEN_MS)
  await tx.deleteFrom('cases.openedKey').where((of) => of.or([of('sessionId', '=', sessionId), of('until', '<=', ctx.now)])).execute()
  await tx.insertInto('cases.openedKey').values({ sessionId, accountId, pairId: pair.id, until, privateKey: seal(secretOf(ctx), pair.privateKey, placeOf(sessionId)) }).execute()
  return until
}

export async function closeSession(tx: Tx, sessionId: string): Promise<void> {
  await tx.deleteFrom('cases.openedKey').where('sessionId', '=', sessionId).execute()
}

/** Until when the key of the person stands open in this session; null while it does not. */
export async function openUntil(tx: Tx, ctx: Pick<Ctx, 'actor' | 'now'>): Promise<Date | null> {
  const row = await tx.selectFrom('cases.openedKey').select('until').where('sessionId', '=', ctx.actor!.sessionId).where('until', '>', ctx.now).executeTakeFirst()
  return row?.until ?? null
}

/**
 * The pair of the person, when the passphrase was given in this session within ten minutes.
 * @throws AppError `forbidden` `cases.key_none` without a pair, `cases.key_waiting`, `cases.locked`
 */
export async function openedPair(ctx: Ctx): Promise<OpenPair> {
  const { sessionId, accountId } = ctx.actor!
  const { pairs, row } = await asIntake(ctx.tx, async () => ({
    pairs: await pairsOf(ctx.tx, accountId),
    row: await ctx.tx.selectFrom('cases.openedKey').select(['pairId', 'privateKey']).where('sessionId', '=', sessionId).where('accountId', '=', accountId).where('until', '>', ctx.now).executeTakeFirst(),
  }))
  const current = pairs.find(({ state }) => state === 'current')
  if (!current) throw pairs.length > 0 ? new AppError('forbidden', 'cases.key_waiting') : new AppError('forbidden', 'cases.key_none')
  if (row?.pairId !== current.id) throw new AppError('forbidden', 'cases.locked')
  try {
    return { id: current.id, accountId, publicKey: current.publicKey, privateKey: unseal(secretOf(ctx), row.privateKey, placeOf(sessionId)) }
  } catch (error) {
    if (error instanceof SealBroken) throw new AppError('forbidden', 'cases.locked')
    throw error
  }
}

function secretOf({ sessionSecret }: Pick<Ctx, 'sessionSecret'>): Buffer {
  if (!sessionSecret) throw new AppError('forbidden', 'cases.locked')
  return sessionSecret
}
