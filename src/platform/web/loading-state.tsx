import { useWords } from './words.ts'

/** The shape of what is coming, in `rows` lines; screen readers hear that it loads. */
export function LoadingState({ rows = 5 }: { rows?: number }) {
  const { t } = useWords()
  return (
    <output className="block">
      <span className="vh">{t('kit.loading')}</span>
      <span className="skeleton" aria-hidden="true">
        {Array.from({ length: rows }, (_, row) => (
          <i key={row} />
        ))}
      </span>
    </output>
  )
}
