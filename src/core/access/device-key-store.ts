import { randomBytes } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { AccessDb } from './tables.ts'

const BYTES = 32

/** The key of an account's devices, made when it is first asked for; always the same one afterwards. */
export async function deviceKeyOf(tx: Transaction<AccessDb>, accountId: string, now: Date): Promise<Buffer> {
  await tx
    .insertInto('access.deviceKey')
    .values({ accountId, key: randomBytes(BYTES), createdAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { key } = await tx.selectFrom('access.deviceKey').select('key').where('accountId', '=', accountId).executeTakeFirstOrThrow()
  return key
}
