import type { Words } from '#platform/i18n/messages.ts'
import { useWords } from './words.ts'

/** The stages of a piece of work; those before `current` are done. `current` may lie past the end. */
export function Steps({ label, steps, current }: { label: Words; steps: readonly Words[]; current: number }) {
  const { t } = useWords()
  return (
    <ol className="steps" aria-label={t(label)}>
      {steps.map((step, index) => (
        <li key={index} className={index < current ? 'step-done' : undefined} aria-current={index === current ? 'step' : undefined}>
          {t(step)}
          {index < current && <span className="vh"> ({t('kit.step_done')})</span>}
        </li>
      ))}
    </ol>
  )
}
