import { type ReactNode, useId } from 'react'
import type { Words } from '#platform/i18n/messages.ts'
import { useWords } from './words.ts'

export interface FieldProps {
  label: Words
  hint?: Words | undefined
  /** What is wrong and how to put it right; null when nothing is. */
  error?: Words | null | undefined
  /** For fields whose column or group already names them; screen readers still hear the label. */
  hideLabel?: boolean | undefined
  /** Most fields are required; the others say so. */
  optional?: boolean | undefined
}

/** What the control inside a field must carry, so that label, hint and error belong to it. */
export interface ControlProps {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

export function Field({ label, hint, error, hideLabel, optional, children }: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const { t } = useWords()
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'vh' : undefined}>
        {t(label)}
        {optional && <span className="aside"> ({t('kit.optional')})</span>}
      </label>
      {hint && (
        <span id={`${id}-hint`} className="hint">
          {t(hint)}
        </span>
      )}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {error && (
        <span id={`${id}-error`} className="error">
          {t(error)}
        </span>
      )}
    </div>
  )
}

/** Splits what the field needs from what the control takes. */
export function fieldPropsOf(props: FieldProps): FieldProps {
  const { label, hint, error, hideLabel, optional } = props
  return { label, hint, error, hideLabel, optional }
}
