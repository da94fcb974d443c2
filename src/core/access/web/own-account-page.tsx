import { hrefOf } from '#platform/web/api.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { LANGUAGE_NAMES, LANGUAGES } from '#platform/i18n/language.ts'
import { Select } from '#platform/web/select.tsx'
import { switchLanguage, useWords } from '#platform/web/words.ts'
import { exportOwnData } from '../contract.ts'
import { OwnSessions } from './own-sessions.tsx'
import { PasswordForm } from './password-form.tsx'
import { SecondFactorCard } from './second-factor-card.tsx'
import { useSession } from './session.ts'

/** What belongs to the person alone: password, devices, language. */
export default function OwnAccountPage() {
  const { t, language } = useWords()
  const { username } = useSession()
  return (
    <>
      <PageHead title="access.own_title" />
      <div className="stack">
        <p>{t('access.own_text', { username })}</p>
        <PasswordForm />
        <SecondFactorCard />
        <OwnSessions />
        <section className="card stack">
          <h2>{t('access.data_title')}</h2>
          <p>{t('access.data_text')}</p>
          <p>
            <a href={hrefOf(exportOwnData, {})} download="song-hanh-du-lieu-cua-toi.json">
              {t('access.data_download')}
            </a>
          </p>
        </section>
        <section className="card stack">
          <h2>{t('access.language_title')}</h2>
          <Select label="access.language" value={language} onChange={(next) => void switchLanguage(next)} choices={LANGUAGES.map((value) => ({ value, text: LANGUAGE_NAMES[value] }))} />
        </section>
      </div>
    </>
  )
}
