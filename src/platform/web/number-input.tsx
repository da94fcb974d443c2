import { formatNumber, parseNumber } from '#platform/i18n/number.ts'
import { Field, type FieldProps } from './field.tsx'
import { type Reading, useTypedValue } from './use-typed-value.ts'
import { useWords } from './words.ts'

export interface NumberInputProps extends FieldProps {
  /** null is unknown, which is not 0. */
  value: number | null
  onChange: (value: number | null) => void
  min?: number
  max?: number
  /** Places after the decimal sign; 0 for counts and đồng. */
  decimals?: number
  /** Such as `đồng` or `%`. */
  unit?: string
  required?: boolean
  disabled?: boolean
}

export function NumberInput({ value, onChange, min, max, decimals = 0, unit, required, disabled, error, ...field }: NumberInputProps) {
  const { language } = useWords()
  const format = (number: number) => formatNumber(number, language, decimals)
  const read = (typed: string): Reading<number> => {
    const number = parseNumber(typed, language)
    if (number === null || Number(number.toFixed(decimals)) !== number) return { problem: 'kit.number_wrong' }
    if (min !== undefined && number < min) return { problem: ['kit.number_too_small', { min: format(min) }] }
    if (max !== undefined && number > max) return { problem: ['kit.number_too_big', { max: format(max) }] }
    return { value: number }
  }
  const { typed, setTyped, problem, commit, input } = useTypedValue({ value, format, read, onChange })
  return (
    <Field {...field} error={problem ?? error}>
      {(control) => (
        <div className="with-unit">
          <input
            className="input number"
            {...control}
            ref={input}
            inputMode={decimals > 0 ? 'decimal' : 'numeric'}
            autoComplete="off"
            value={typed}
            required={required}
            disabled={disabled}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={commit}
            onKeyDown={(event) => event.key === 'Enter' && commit()}
          />
          {unit && <span className="unit">{unit}</span>}
        </div>
      )}
    </Field>
  )
}
