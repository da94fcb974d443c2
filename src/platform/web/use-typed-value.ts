import { useEffect, useRef, useState } from 'react'
import type { Words } from '#platform/i18n/messages.ts'
import { useWords } from './words.ts'

/** A value read from what was typed, or why it cannot be read. */
export type Reading<Value> = { readonly value: Value | null } | { readonly problem: Words }

/**
 * A text box whose text stands for a value: typed freely, read when the person leaves the box or presses Enter.
 * Text that cannot be read stays as typed, is explained, and keeps the form from being sent; the value stays.
 */
export function useTypedValue<Value>(options: {
  value: Value | null
  format: (value: Value) => string
  read: (typed: string) => Reading<Value>
  onChange: (value: Value | null) => void
}) {
  const { value, format, read, onChange } = options
  const { t } = useWords()
  const shown = value === null ? '' : format(value)
  const [typed, setTyped] = useState(shown)
  const [problem, setProblem] = useState<Words | null>(null)
  const input = useRef<HTMLInputElement>(null)

  // the value was changed from outside: what is typed follows it
  const [shownBefore, setShownBefore] = useState(shown)
  if (shown !== shownBefore) {
    setShownBefore(shown)
    setTyped(shown)
    setProblem(null)
  }
  useEffect(() => input.current?.setCustomValidity(problem ? t(problem) : ''), [problem, t])

  const commit = () => {
    const reading: Reading<Value> = typed.trim() === '' ? { value: null } : read(typed)
    if ('problem' in reading) return setProblem(reading.problem)
    setProblem(null)
    setTyped(reading.value === null ? '' : format(reading.value))
    if (reading.value !== value) onChange(reading.value)
  }
  return { typed, setTyped, problem, commit, input }
}
