import type { ComponentProps } from 'react'
import type { Words } from '#platform/i18n/messages.ts'
import { Field, type FieldProps } from './field.tsx'
import { useWords } from './words.ts'

type Native = Omit<ComponentProps<'input'>, 'id' | 'value' | 'onChange' | 'className' | 'placeholder' | 'type' | 'children'>

export interface TextInputProps extends FieldProps, Native {
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'search' | 'email' | 'tel' | 'url'
  placeholder?: Words
}

export function TextInput({ label, hint, error, hideLabel, optional, value, onChange, placeholder, ...native }: TextInputProps) {
  const { t } = useWords()
  return (
    <Field label={label} hint={hint} error={error} hideLabel={hideLabel} optional={optional}>
      {(control) => (
        <input
          className="input"
          {...native}
          {...control}
          value={value}
          placeholder={placeholder && t(placeholder)}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
