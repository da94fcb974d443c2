import { useId } from 'react'
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

export function Progress({ label, value, max, tone, inline }: ProgressProps) {
  const { t } = useWords()
  const format = useFormat()
  const id = useId()
  const share = max > 0 ? Math.min(1, value / max) : 0
  return (
    <div className={classNames('progress', inline && 'progress-inline')}>
      <span id={id} className={inline ? 'vh' : undefined}>
        {!inline && <strong>{t('kit.progress_text', { value, max })} </strong>}
        {t(label)}
      </span>
      <div className="bar" role="progressbar" aria-labelledby={id} aria-valuenow={value} aria-valuemin={0} aria-valuemax={max}>
        <i className={tone} style={{ width: `${share * 100}%` }} />
      </div>
      {inline && <span>{format.share(share, 0)}</span>}
    </div>
  )
}
