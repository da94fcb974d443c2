import { useEffect, useId, useRef } from 'react'
import type { Words } from '#platform/i18n/messages.ts'
import { classNames } from './class-names.ts'
import { useWords } from './words.ts'

export interface CheckboxProps {
  label: Words
  checked: boolean
  onChange: (checked: boolean) => void
  hint?: Words
  error?: Words | null
  /** Some, not all, of what it stands for is chosen. */
  partly?: boolean
  hideLabel?: boolean
  disabled?: boolean
}

export function Checkbox({ label, checked, onChange, hint, error, partly = false, hideLabel, disabled }: CheckboxProps) {
  const { t } = useWords()
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = partly && !checked
  }, [partly, checked])
  return (
    <label className={classNames(!hideLabel && 'check')}>
      <input
        ref={box}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={hint || error ? id : undefined}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className={hideLabel ? 'vh' : undefined}>{t(label)}</span>
      {(hint || error) && (
        <span id={id} className={error ? 'error' : 'hint'}>
          {t(error ?? hint ?? label)}
        </span>
      )}
    </label>
  )
}
