import { useRef } from 'react'
import { formatDay, parseDay } from '#platform/i18n/day.ts'
import { Field, type FieldProps } from './field.tsx'
import { today } from './format.ts'
import { Icon } from './icon.tsx'
import { type Reading, useTypedValue } from './use-typed-value.ts'
import { useWords } from './words.ts'

export interface DateInputProps extends FieldProps {
  /** `2026-05-28`, or null when there is none. */
  value: string | null
  onChange: (day: string | null) => void
  min?: string
  max?: string
  /** The year of a day typed without one, such as the plan's; else this year. */
  assumedYear?: number
  required?: boolean
  disabled?: boolean
}

/** A day typed as `8/3`, `0803` or `08032026`, or picked from the device's own calendar. */
export function DateInput({ value, onChange, min, max, assumedYear, required, disabled, error, ...field }: DateInputProps) {
  const { t } = useWords()
  const picker = useRef<HTMLInputElement>(null)
  const read = (typed: string): Reading<string> => {
    const day = parseDay(typed, assumedYear ?? Number(today().slice(0, 4)))
    if (day === null) return { problem: 'kit.day_wrong' }
    if (min && day < min) return { problem: ['kit.day_too_early', { day: formatDay(min) }] }
    if (max && day > max) return { problem: ['kit.day_too_late', { day: formatDay(max) }] }
    return { value: day }
  }
  const { typed, setTyped, problem, commit, input } = useTypedValue({ value, format: formatDay, read, onChange })
  return (
    <Field {...field} error={problem ?? error}>
      {(control) => (
        <div className="joined">
          <input
            className="input"
            {...control}
            ref={input}
            inputMode="numeric"
            autoComplete="off"
            placeholder={t('kit.day_placeholder')}
            value={typed}
            required={required}
            disabled={disabled}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={commit}
            onKeyDown={(event) => event.key === 'Enter' && commit()}
          />
          <button
            type="button"
            className="btn btn-icon"
            disabled={disabled}
            aria-label={t('kit.open_calendar', { label: t(field.label) })}
            onClick={() => openPicker(picker.current)}
          >
            <Icon name="calendar" />
          </button>
          <input
            ref={picker}
            type="date"
            tabIndex={-1}
            aria-hidden="true"
            value={value ?? ''}
            min={min}
            max={max}
            onChange={(event) => onChange(event.target.value || null)}
          />
        </div>
      )}
    </Field>
  )
}

function openPicker(picker: HTMLInputElement | null): void {
  if (!picker) return
  // Safari 15 has no showPicker
  if (typeof picker.showPicker === 'function') picker.showPicker()
  else picker.click()
}
