import { type ComponentProps, useState } from 'react'
import { Field, type FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'
import { useWords } from './words.ts'

type Native = Omit<ComponentProps<'input'>, 'id' | 'value' | 'onChange' | 'className' | 'type' | 'children'>

export interface PasswordInputProps extends FieldProps, Native {
  value: string
  onChange: (value: string) => void
}

/** A password that can be shown; pasting and password managers work. */
export function PasswordInput({ label, hint, error, hideLabel, optional, value, onChange, ...native }: PasswordInputProps) {
  const { t } = useWords()
  const [isShown, setShown] = useState(false)
  return (
    <Field label={label} hint={hint} error={error} hideLabel={hideLabel} optional={optional}>
      {(control) => (
        <div className="joined">
          <input
            className="input"
            autoCapitalize="none"
            spellCheck={false}
            {...native}
            {...control}
            type={isShown ? 'text' : 'password'}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <button type="button" className="btn btn-icon" aria-pressed={isShown} aria-label={t('kit.show_password')} onClick={() => setShown(!isShown)}>
            <Icon name={isShown ? 'eye_off' : 'eye'} />
          </button>
        </div>
      )}
    </Field>
  )
}
