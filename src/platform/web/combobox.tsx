import { lazy, Suspense } from 'react'
import { type Choice, textOf } from './choice.ts'
import { Field, type FieldProps } from './field.tsx'
import { useWords } from './words.ts'

const loadList = () => import('./combobox-list.tsx')
const SearchableList = lazy(loadList)

// Fetched before a list is needed: a line that is opened after the connection was lost would break the screen for want of it.
setTimeout(() => void loadList().catch(() => undefined), 1_000)

export interface ComboboxProps extends FieldProps {
  /** The chosen value, or null. */
  value: string | null
  onChange: (value: string | null) => void
  choices: readonly Choice[]
  /** For lists that live on the server: called as the person types; then `choices` is what was found. */
  onSearch?: (typed: string) => void
  /** What to show for a value that is not among `choices`, as with lists from the server. */
  valueText?: string
  disabled?: boolean
}

/** A list to search by typing, with or without diacritics; never completes what one types. */
export function Combobox({ label, hint, error, hideLabel, optional, ...list }: ComboboxProps) {
  const words = useWords()
  const chosen = list.choices.find((choice) => choice.value === list.value)
  const shown = chosen ? textOf(chosen, words) : (list.valueText ?? '')
  return (
    <Field label={label} hint={hint} error={error} hideLabel={hideLabel} optional={optional}>
      {(control) => (
        <Suspense fallback={<input className="input" {...control} value={shown} readOnly />}>
          <SearchableList {...list} control={control} shown={shown} />
        </Suspense>
      )}
    </Field>
  )
}
