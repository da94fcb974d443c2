import { ApiError, sentenceOf } from './api-error.ts'
import { Button } from './button.tsx'
import { Note } from './note.tsx'
import { useWords } from './words.ts'

/** Where content should be and could not be loaded. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useWords()
  return (
    <div className="card">
      <h2>{t('kit.error_title')}</h2>
      <ErrorWords error={error} />
      {onRetry && <Button label="kit.try_again" kind="secondary" onClick={onRetry} />}
    </div>
  )
}

/** The answer to a command that was refused; nothing when there is no error. */
export function ErrorNote({ error }: { error: unknown }) {
  if (!error) return null
  return (
    <Note tone="bad" alert>
      <ErrorWords error={error} />
    </Note>
  )
}

function ErrorWords({ error }: { error: unknown }) {
  const words = useWords()
  const isOurs = error instanceof ApiError
  return (
    <>
      <p>{sentenceOf(error, words)}</p>
      {isOurs && error.requestId && (
        <details className="hint">
          <summary>{words.t('kit.error_details')}</summary>
          <p>{words.t('kit.error_code', { code: error.code, request: error.requestId })}</p>
        </details>
      )}
    </>
  )
}
