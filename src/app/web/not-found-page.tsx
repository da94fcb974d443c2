import { ButtonLink } from '#platform/web/link.tsx'
import { PageHead } from '#platform/web/page-head.tsx'
import { useWords } from '#platform/web/words.ts'

/** An address that no module has; the navigation stands beside it. */
export default function NotFoundPage() {
  const { t } = useWords()
  return (
    <>
      <PageHead title="app.not_found_title" />
      <p>{t('app.not_found_text')}</p>
      <ButtonLink to="/" label="kit.go_home" />
    </>
  )
}
