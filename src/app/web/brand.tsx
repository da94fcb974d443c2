import { useWords } from '#platform/web/words.ts'

/** Two strokes that go the same way side by side: what the name means. */
export function Brand() {
  const { t } = useWords()
  return (
    <span className="brand">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M5 19c0-7 4-7 4-14M13 19c0-7 4-7 4-14" />
      </svg>
      {t('app.name')}
    </span>
  )
}
