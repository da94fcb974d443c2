import { type Choice, textOf } from './choice.ts'
import { Combobox } from './combobox.tsx'
import type { FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'
import { useWords } from './words.ts'

export interface ComboboxManyProps extends FieldProps {
  values: readonly string[]
  onChange: (values: string[]) => void
  choices: readonly Choice[]
  onSearch?: (typed: string) => void
}

/** Several of a list: a search that adds, and what was added as buttons that take away. */
export function ComboboxMany({ values, onChange, choices, ...combobox }: ComboboxManyProps) {
  const words = useWords()
  const picked = values.map((value) => ({ value, text: textOfValue(value) }))
  function textOfValue(value: string): string {
    const choice = choices.find((one) => one.value === value)
    return choice ? textOf(choice, words) : value
  }
  return (
    <div className="stack stack-tight">
      <Combobox
        {...combobox}
        value={null}
        choices={choices.filter((choice) => !values.includes(choice.value))}
        onChange={(value) => value !== null && onChange([...values, value])}
      />
      {picked.length > 0 && (
        <ul className="picked" aria-label={words.t('kit.chosen')}>
          {picked.map(({ value, text }) => (
            <li key={value}>
              <button type="button" aria-label={words.t('kit.remove_item', { name: text })} onClick={() => onChange(values.filter((one) => one !== value))}>
                {text}
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
