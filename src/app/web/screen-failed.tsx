import type { ErrorComponentProps } from '@tanstack/react-router'
import { Button } from '#platform/web/button.tsx'
import { useWords } from '#platform/web/words.ts'

/** A screen that broke, or whose file is gone after an update of the program: a fresh start helps in both cases. */
export function ScreenFailed({ error }: ErrorComponentProps) {
  const { t } = useWords()
  return (
    <div className="bare" role="alert">
      <h1>{t('app.screen_failed_title')}</h1>
      <p>{t('app.screen_failed_text')}</p>
      <Button label="app.reload" onClick={() => window.location.reload()} />
      <details className="hint">
        <summary>{t('kit.error_details')}</summary>
        <p>{error instanceof Error ? error.message : String(error)}</p>
      </details>
    </div>
  )
}
