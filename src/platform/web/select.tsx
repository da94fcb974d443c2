import type { Words } from '#platform/i18n/messages.ts'
import { type Choice, textOf } from './choice.ts'
import { Field, type FieldProps } from './field.tsx'
import { useWords } from './words.ts'

export interface SelectProps<Value extends string> extends FieldProps {
  /** '' when nothing is chosen. */
  value: Value | ''
  onChange: (value: Value) => void
  choices: readonly Choice<Value>[]
  /** The words of the empty choice; without it a choice is always made. */
  empty?: Words
  required?: boolean
  disabled?: boolean
}

/** A native list, for up to about twenty choices; above that use `Combobox`. */
export function Select<Value extends string>({ value, onChange, choices, empty, required, disabled, ...field }: SelectProps<Value>) {
  const words = useWords()
  return (
    <Field {...field}>
      {(control) => (
        <select className="input" {...control} value={value} required={required} disabled={disabled} onChange={(event) => onChange(event.target.value as Value)}>
          {empty && <option value="">{words.t(empty)}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {textOf(choice, words)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
