import { type ComponentProps, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { Words } from '#platform/i18n/messages.ts'
import { Field, type FieldProps } from './field.tsx'
import { useWords } from './words.ts'

type Native = Omit<ComponentProps<'textarea'>, 'id' | 'value' | 'onChange' | 'className' | 'placeholder' | 'children' | 'ref'>

export interface AutoTextProps extends FieldProps, Native {
  value: string
  onChange: (value: string) => void
  placeholder?: Words
  inputRef?: RefObject<HTMLTextAreaElement | null>
}

/** A text box that grows with its text, so that nothing typed is out of sight. */
export function AutoText({ label, hint, error, hideLabel, optional, value, onChange, placeholder, inputRef, rows = 2, ...native }: AutoTextProps) {
  const { t } = useWords()
  const own = useRef<HTMLTextAreaElement>(null)
  const box = inputRef ?? own
  useLayoutEffect(() => fitHeight(box.current))
  useEffect(() => {
    const element = box.current
    if (!element) return
    let width = element.clientWidth
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === width) return
      width = element.clientWidth
      fitHeight(element)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
  return (
    <Field label={label} hint={hint} error={error} hideLabel={hideLabel} optional={optional}>
      {(control) => (
        <textarea
          className="input"
          rows={rows}
          {...native}
          {...control}
          ref={box}
          value={value}
          placeholder={placeholder && t(placeholder)}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

function fitHeight(element: HTMLTextAreaElement | null): void {
  if (!element) return
  element.style.height = 'auto'
  const border = element.offsetHeight - element.clientHeight
  element.style.height = `${element.scrollHeight + border}px`
}
