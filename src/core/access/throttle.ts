import type { Transaction } from 'kysely'
import { AppError } from '#platform/errors.ts'
import { afterFailure, secondsToWait } from './model/throttle.ts'
import { clearThrottle, lockThrottles, saveThrottle, throttles } from './store.ts'
import type { AccessDb } from './tables.ts'

type Tx = Transaction<AccessDb>

/** By whom failures are counted: the account's name and the address of the caller. */
export interface Tries {
  readonly username: string
  readonly address: string
}

function keysOf({ username, address }: Tries) {
  return { name: `name:${username}`, address: `address:${address}` } as const
}

/** The refusal while there were too many failures; null when a try may be made. */
export async function refusalOf(tx: Tx, tries: Tries, now: Date): Promise<AppError | null> {
  const seconds = secondsToWait(await throttles(tx, Object.values(keysOf(tries))), now)
  return seconds > 0 ? new AppError('unavailable', 'access.wait', { seconds }) : null
}

/** Counts a failure. Tries at the same moment are counted one after the other, so that none is lost. */
export async function noteFailure(tx: Tx, tries: Tries, now: Date): Promise<void> {
  const keys = keysOf(tries)
  await lockThrottles(tx, Object.values(keys))
  const states = await throttles(tx, Object.values(keys))
  for (const by of ['name', 'address'] as const) {
    const before = states.find((state) => state.key === keys[by])
    await saveThrottle(tx, { key: keys[by], ...afterFailure(before, by, now) })
  }
}

/** The right password forgives the failures of the name; those of the address stay. */
export async function forgiveFailures(tx: Tx, tries: Tries): Promise<void> {
  await clearThrottle(tx, keysOf(tries).name)
}
