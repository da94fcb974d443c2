import { useQueryClient } from '@tanstack/react-query'
import { useSession } from '#core/access/web/session.ts'
import { Dialog } from '#platform/web/dialog.tsx'
import { operationKey } from '#platform/web/query-client.ts'
import { useWords } from '#platform/web/words.ts'
import { readSession, sessionContract } from '../session-read.ts'
import { SignInForm } from './sign-in-form.tsx'

/** Signs in over the page; `onClose` says whether the same person did. */
export default function SignInDialog({ onClose }: { onClose: (signedIn: boolean) => void }) {
  const { t } = useWords()
  const { person, username } = useSession()
  const client = useQueryClient()
  const signedIn = async () => {
    const now = await readSession()
    // somebody else on the same computer: what the first person typed must not be sent in their name
    if (now.person.id !== person.id) return window.location.assign('/')
    client.setQueryData(operationKey(sessionContract, {}), now)
    onClose(true)
  }
  return (
    <Dialog open onClose={() => onClose(false)} title="app.sign_in_again_title">
      <p>{t('app.sign_in_again_text')}</p>
      <SignInForm username={username} onSignedIn={signedIn} />
    </Dialog>
  )
}
