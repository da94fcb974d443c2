import type { Words } from '#platform/i18n/messages.ts'
import { type Choice, textOf } from './choice.ts'
import { useFormat } from './format.ts'
import { useWords } from './words.ts'

export interface ChipsProps<Value extends string> {
  legend: Words
  value: Value
  onChange: (value: Value) => void
  /** `count`, where known, stands after the word. */
  choices: readonly (Choice<Value> & { readonly count?: number })[]
}

/** Quick filters of a list, one of which is on. */
export function Chips<Value extends string>({ legend, value, onChange, choices }: ChipsProps<Value>) {
  const words = useWords()
  const format = useFormat()
  return (
    <fieldset className="chips">
      <legend className="vh">{words.t(legend)}</legend>
      {choices.map((choice) => (
        <button key={choice.value} type="button" className="chip" aria-pressed={value === choice.value} onClick={() => onChange(choice.value)}>
          {textOf(choice, words)}
          {choice.count !== undefined && ` · ${format.number(choice.count)}`}
        </button>
      ))}
    </fieldset>
  )
}
