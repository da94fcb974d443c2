import { call } from '#platform/web/api.ts'
import { showToast } from '#platform/web/toasts.tsx'
import { signOutContract } from './session-read.ts'

/** Ends the session and starts the page anew, so that nothing of the account stays in memory. */
export function useSignOut(): () => void {
  return () => {
    call(signOutContract, {}, { whenSignedOut: 'fail' })
      .then(() => window.location.assign('/dang-nhap'))
      .catch(() => showToast('app.sign_out_failed', { isBad: true }))
  }
}
