import type { Transaction } from 'kysely'
import type { Factor } from './model/second-factor.ts'
import type { AccessDb } from './tables.ts'

type Tx = Transaction<AccessDb>

export interface CodeApp {
  readonly secret: Buffer
  readonly createdAt: Date
  readonly confirmedAt: Date | null
  readonly lastStep: number
}

/** The app of an account, kept for the rest of the transaction: no code is taken by two requests at once. */
export async function lockCodeApp(tx: Tx, accountId: string): Promise<CodeApp | undefined> {
  const row = await tx.selectFrom('access.totp').select(['secret', 'createdAt', 'confirmedAt', 'lastStep']).where('accountId', '=', accountId).forUpdate().executeTakeFirst()
  return row && { ...row, lastStep: Number(row.lastStep) }
}

/** Puts a new app in the place of one that was never confirmed. */
export async function saveCodeApp(tx: Tx, accountId: string, secret: Buffer, now: Date): Promise<void> {
  const fresh = { secret, createdAt: now, confirmedAt: null, lastStep: 0 }
  await tx
    .insertInto('access.totp')
    .values({ accountId, ...fresh })
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet(fresh))
    .execute()
}

/** Notes the code that was taken; the first one confirms the app. */
export async function noteStep(tx: Tx, accountId: string, lastStep: number, confirmedAt: Date): Promise<void> {
  await tx.updateTable('access.totp').set({ lastStep, confirmedAt }).where('accountId', '=', accountId).execute()
}

export async function deleteCodeApp(tx: Tx, accountId: string): Promise<boolean> {
  return (await tx.deleteFrom('access.totp').where('accountId', '=', accountId).executeTakeFirst()).numDeletedRows > 0n
}

export async function replaceRecoveryCodes(tx: Tx, accountId: string, hashes: readonly Buffer[]): Promise<void> {
  await tx.deleteFrom('access.recoveryCode').where('accountId', '=', accountId).execute()
  if (hashes.length > 0) await tx.insertInto('access.recoveryCode').values(hashes.map((codeHash) => ({ accountId, codeHash }))).execute()
}

/** Whether it was one of the account's; it is none any more. */
export async function spendRecoveryCode(tx: Tx, accountId: string, codeHash: Buffer): Promise<boolean> {
  return (await tx.deleteFrom('access.recoveryCode').where('accountId', '=', accountId).where('codeHash', '=', codeHash).executeTakeFirst()).numDeletedRows > 0n
}

export async function recoveryCodesLeft(tx: Tx, accountId: string): Promise<number> {
  const { n } = await tx.selectFrom('access.recoveryCode').select(({ fn }) => fn.countAll<string>().as('n')).where('accountId', '=', accountId).executeTakeFirstOrThrow()
  return Number(n)
}

export interface PasskeyRow {
  readonly id: string
  readonly accountId: string
  readonly credentialId: string
  readonly publicKey: Buffer
  readonly signCount: number
  readonly transports: string[]
  readonly name: string
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
}

const PASSKEY = ['id', 'accountId', 'credentialId', 'publicKey', 'signCount', 'transports', 'name', 'createdAt', 'lastUsedAt'] as const

export async function passkeysOf(tx: Tx, accountId: string): Promise<PasskeyRow[]> {
  const rows = await tx.selectFrom('access.passkey').select(PASSKEY).where('accountId', '=', accountId).orderBy('createdAt').execute()
  return rows.map((row) => ({ ...row, signCount: Number(row.signCount) }))
}

export async function passkeyByCredential(tx: Tx, credentialId: string): Promise<PasskeyRow | undefined> {
  const row = await tx.selectFrom('access.passkey').select(PASSKEY).where('credentialId', '=', credentialId).forUpdate().executeTakeFirst()
  return row && { ...row, signCount: Number(row.signCount) }
}

export async function insertPasskey(tx: Tx, passkey: PasskeyRow): Promise<void> {
  await tx.insertInto('access.passkey').values(passkey).execute()
}

export async function notePasskeyUse(tx: Tx, id: string, signCount: number, now: Date): Promise<void> {
  await tx.updateTable('access.passkey').set({ signCount, lastUsedAt: now }).where('id', '=', id).execute()
}

export async function deletePasskey(tx: Tx, accountId: string, id: string): Promise<boolean> {
  return (await tx.deleteFrom('access.passkey').where('accountId', '=', accountId).where('id', '=', id).executeTakeFirst()).numDeletedRows > 0n
}

/** Takes away every factor of an account. */
export async function deleteFactors(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('access.totp').where('accountId', '=', accountId).execute()
  await tx.deleteFrom('access.passkey').where('accountId', '=', accountId).execute()
  await replaceRecoveryCodes(tx, accountId, [])
}

/** What the account can give beside its password. */
export async function factorsOf(tx: Tx, accountId: string): Promise<Factor[]> {
  const app = await tx.selectFrom('access.totp').select('accountId').where('accountId', '=', accountId).where('confirmedAt', 'is not', null).executeTakeFirst()
  const passkey = await tx.selectFrom('access.passkey').select('id').where('accountId', '=', accountId).limit(1).executeTakeFirst()
  return [...(app ? (['code'] as const) : []), ...(passkey ? (['passkey'] as const) : [])]
}

/** Remembers a challenge; old ones go. */
export async function insertChallenge(tx: Tx, challenge: { challengeHash: Buffer; accountId: string | null; expiresAt: Date }, now: Date): Promise<void> {
  await tx.deleteFrom('access.passkeyChallenge').where('expiresAt', '<=', now).execute()
  await tx.insertInto('access.passkeyChallenge').values(challenge).execute()
}

/** Whether it was asked of this account (of anybody, when null) and is still open; it is spent either way. */
export async function spendChallenge(tx: Tx, challengeHash: Buffer, accountId: string | null, now: Date): Promise<boolean> {
  const row = await tx.deleteFrom('access.passkeyChallenge').where('challengeHash', '=', challengeHash).returning(['accountId', 'expiresAt']).executeTakeFirst()
  return row !== undefined && row.accountId === accountId && row.expiresAt > now
}
