import { call } from '#platform/web/api.ts'
import { recall, remember } from '#platform/web/device-memory.ts'
import { signOutContract } from './session-read.ts'

const KEY = 'songhanh.leaving'

/** Whether somebody signed out here without a network, so that the server has not heard of it yet. */
export function isLeaving(): boolean {
  return recall(KEY) === '1'
}

/** From now on this device counts as signed out, even before the server has heard of it. */
export function promiseToLeave(): void {
  remember(KEY, '1')
}

/** Ends the session of somebody who signed out without a network. @throws ApiError while there is still none */
export async function leaveIfPromised(): Promise<void> {
  if (!isLeaving()) return
  await call(signOutContract, {}, { whenSignedOut: 'fail' })
  remember(KEY, '')
}

/** Somebody has signed in: what an earlier person promised is void, that session is gone with the new one. */
export function forgetPromise(): void {
  remember(KEY, '')
}
