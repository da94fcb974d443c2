import { Combobox } from '@base-ui/react/combobox'
import { useContext } from 'react'
import { matchesSearch } from '#platform/i18n/search.ts'
import { type Choice, textOf } from './choice.ts'
import { DialogElement } from './dialog.tsx'
import type { ControlProps } from './field.tsx'
import { Icon } from './icon.tsx'
import { useWords } from './words.ts'

interface Props {
  value: string | null
  onChange: (value: string | null) => void
  choices: readonly Choice[]
  onSearch?: (typed: string) => void
  disabled?: boolean
  control: ControlProps
  /** The text of the value. */
  shown: string
}

const MOST_SHOWN = 100

export default function ComboboxList({ value, onChange, choices, onSearch, disabled, control, shown }: Props) {
  const words = useWords()
  // a modal dialog covers everything outside itself
  const dialog = useContext(DialogElement)
  const chosen = choices.find((choice) => choice.value === value) ?? (value === null ? null : { value, text: shown })
  return (
    <Combobox.Root<Choice>
      items={choices}
      value={chosen}
      onValueChange={(choice) => onChange(choice?.value ?? null)}
      onInputValueChange={(typed, details) => {
        if (details.reason === 'input-change') onSearch?.(typed)
      }}
      itemToStringLabel={(choice) => textOf(choice, words)}
      isItemEqualToValue={(a, b) => a.value === b.value}
      filter={onSearch ? null : (choice: Choice, query: string) => matchesSearch(textOf(choice, words), query)}
      limit={MOST_SHOWN}
      autoHighlight
      disabled={disabled}
    >
      <div className="joined">
        <Combobox.Input className="input" {...control} placeholder={words.t('kit.search_hint')} />
        <Combobox.Trigger className="btn btn-icon" aria-label={words.t('kit.show_choices')}>
          <Icon name="expand" />
        </Combobox.Trigger>
      </div>
      <Combobox.Portal container={dialog ?? undefined}>
        <Combobox.Positioner className="options-layer" sideOffset={4}>
          <Combobox.Popup className="options">
            <Combobox.Empty className="options-empty">{words.t('kit.nothing_found')}</Combobox.Empty>
            <Combobox.List>
              {(choice: Choice) => (
                <Combobox.Item key={choice.value} value={choice}>
                  {textOf(choice, words)}
                  {choice.hint && <span className="hint">{words.t(choice.hint)}</span>}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}
