import type { Words } from '#platform/i18n/messages.ts'
import { useFormat } from './format.ts'
import type { Tone } from './tag.tsx'
import { useWords } from './words.ts'

export interface BarPart {
  readonly tone: Tone
  readonly label: Words
  readonly value: number
}

/** Parts of a whole with their legend; the legend is what screen readers get. */
export function StackedBar({ label, parts }: { label: Words; parts: readonly BarPart[] }) {
  const { t } = useWords()
  const format = useFormat()
  const total = parts.reduce((sum, part) => sum + part.value, 0)
  return (
    <div>
      <div className="bar" aria-hidden="true">
        {parts.map((part) => part.value > 0 && <i key={part.tone} className={part.tone} style={{ width: `${(part.value / total) * 100}%` }} />)}
      </div>
      <ul className="legend-row" aria-label={t(label)}>
        {parts.map((part) => (
          <li key={part.tone}>
            <i className={`swatch ${part.tone}`} />
            {t(part.label)} <strong>{format.number(part.value)}</strong>
          </li>
        ))}
      </ul>
    </div>
  )
}
