import { useWords } from './words.ts'

/** The shape of what is coming, in `rows` lines; screen readers hear that it loads. */
export function LoadingState({ rows = 5 }: { rows?: number }) {
  const { t } = useWords()
  return (
    <div role="status">
      <span className="vh">{t('kit.loading')}</span>
      <div className="skeleton" aria-hidden="true">
        {Array.from({ length: rows }, (_, row) => (
          <i key={row} />
        ))}
      </div>
    </div>
  )
}
