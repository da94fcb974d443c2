import { useSession } from '#core/access/web/session.ts'
import { Dialog } from '#platform/web/dialog.tsx'
import { useWords } from '#platform/web/words.ts'
import { readSession } from '../session-read.ts'
import { setSession } from '../session-state.ts'
import { SignInForm } from './sign-in-form.tsx'

/** Signs in over the page; `onClose` says whether the same person did. */
export default function SignInDialog({ onClose }: { onClose: (signedIn: boolean) => void }) {
  const { t } = useWords()
  const { person, username } = useSession()
  const signedIn = async () => {
    const now = await readSession()
    // somebody else on the same computer: what the first person typed must not be sent in their name
    if (now.person.id !== person.id) return window.location.assign('/')
    setSession(now)
    onClose(true)
  }
  return (
    <Dialog open onClose={() => onClose(false)} title="app.sign_in_again_title">
      <p>{t('app.sign_in_again_text')}</p>
      <SignInForm username={username} onSignedIn={signedIn} />
    </Dialog>
  )
}
