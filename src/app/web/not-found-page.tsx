import { ButtonLink } from '#platform/web/link.tsx'
import { PageHead } from '#platform/web/page-head.tsx'
import { useWords } from '#platform/web/words.ts'

export default function NotFoundPage() {
  const { t } = useWords()
  return (
    <main id="main" className="bare">
      <PageHead title="app.not_found_title" />
      <p>{t('app.not_found_text')}</p>
      <ButtonLink to="/" label="app.go_home" />
    </main>
  )
}
