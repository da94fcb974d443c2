import { useId } from 'react'
import type { Words } from '#platform/i18n/messages.ts'
import { type Choice, textOf } from './choice.ts'
import { classNames } from './class-names.ts'
import { Prose } from './prose.tsx'
import { useWords } from './words.ts'

export interface RadioCardsProps<Value extends string> {
  legend: Words
  /** null when nothing is chosen yet: nothing is preselected where the choice has weight. */
  value: Value | null
  onChange: (value: Value) => void
  choices: readonly Choice<Value>[]
  error?: Words | null
  hideLegend?: boolean
}

/** A choice of a few, each with room for a sentence that explains it. */
export function RadioCards<Value extends string>({ legend, value, onChange, choices, error, hideLegend }: RadioCardsProps<Value>) {
  const words = useWords()
  const id = useId()
  return (
    <fieldset className="choices" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={hideLegend ? 'vh' : 'legend'}>{words.t(legend)}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={classNames('choice', value === choice.value && 'choice-on')}>
          <input
            type="radio"
            name={id}
            checked={value === choice.value}
            aria-describedby={choice.hint && `${id}-${choice.value}`}
            onChange={() => onChange(choice.value)}
          />
          <b>
            <Prose text={textOf(choice, words)} />
          </b>
          {choice.hint && (
            <span id={`${id}-${choice.value}`} className="hint">
              {words.t(choice.hint)}
            </span>
          )}
        </label>
      ))}
      {error && (
        <span id={`${id}-error`} className="error">
          {words.t(error)}
        </span>
      )}
    </fieldset>
  )
}
