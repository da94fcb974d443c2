import type { Words } from '#platform/i18n/messages.ts'
import { classNames } from './class-names.ts'
import { useFormat } from './format.ts'
import type { Tone } from './tag.tsx'
import { useWords } from './words.ts'

export interface ProgressProps {
  label: Words
  value: number
  max: number
  tone?: Tone
  /** For cells of a table: bar and per cent on one line, the label only heard. */
  inline?: boolean
}

/** How much of a whole is done. The words carry it; the bar is for the eye. */
export function Progress({ label, value, max, tone, inline }: ProgressProps) {
  const { t } = useWords()
  const format = useFormat()
  const share = max > 0 ? Math.min(1, value / max) : 0
  return (
    <div className={classNames('progress', inline && 'progress-inline')}>
      <span className={inline ? 'vh' : undefined}>
        <strong>{t('kit.progress_text', { value, max })}</strong> {t(label)}
      </span>
      <div className="bar" aria-hidden="true">
        <i className={tone} style={{ width: `${share * 100}%` }} />
      </div>
      {inline && <span aria-hidden="true">{format.share(share, 0)}</span>}
    </div>
  )
}
