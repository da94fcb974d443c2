import { call } from '#platform/web/api.ts'
import { ApiError } from '#platform/web/api-error.ts'
import { showToast } from '#platform/web/toasts.tsx'
import { promiseToLeave } from './leaving.ts'
import { signOutContract } from './session-read.ts'

/** Asks where something would be left behind; true when the person wants to go. */
type Question = () => Promise<boolean>

let question: Question | null = null

/** Set by whoever knows what is not sent yet; the returned function takes it back. */
export function setSignOutQuestion(next: Question): () => void {
  question = next
  return () => {
    if (question === next) question = null
  }
}

/**
 * Seals what is on the device, ends the session and starts the page anew, so that nothing of the account stays in
 * memory. Without a network the session ends at the server as soon as there is one.
 */
export function useSignOut(): () => void {
  return () => {
    leave().catch(() => showToast('app.sign_out_failed', { isBad: true }))
  }
}

async function leave(): Promise<void> {
  if (question && !(await question())) return
  const { sealOwnDevice } = await import('./own-device.ts')
  await sealOwnDevice()
  try {
    await call(signOutContract, {}, { whenSignedOut: 'fail' })
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind !== 'offline') throw error
    promiseToLeave()
  }
  window.location.assign('/dang-nhap')
}
