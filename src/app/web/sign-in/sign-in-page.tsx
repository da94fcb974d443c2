import { useRouter, useSearch } from '@tanstack/react-router'
import { PageHead } from '#platform/web/page-head.tsx'
import { useWords } from '#platform/web/words.ts'
import { forgetPromise } from '../leaving.ts'
import { safeReturnPath } from '../navigation.ts'
import { queryClient } from '../reads.tsx'
import { forgetSession } from '../session-state.ts'
import { Entrance } from './entrance.tsx'
import { SignInForm } from './sign-in-form.tsx'

export default function SignInPage() {
  const { t, language } = useWords()
  const router = useRouter()
  const { den } = useSearch({ strict: false }) as { den?: unknown }
  const goOn = () => {
    queryClient.clear()
    forgetPromise()
    forgetSession()
    router.history.replace(safeReturnPath(den))
  }
  return (
    <Entrance>
      <PageHead title="app.sign_in_title" />
      <SignInForm onSignedIn={goOn} />
      <details className="forgot">
        <summary>{t('app.forgot_title')}</summary>
        <p>{t('app.forgot_text')}</p>
      </details>
      <p>
        <a href={language === 'vi' ? '/giup-do' : '/get-help'}>{t('app.need_help')}</a>
      </p>
    </Entrance>
  )
}
