import { type KeyboardEvent, type ReactNode, useId } from 'react'
import type { Words } from '#platform/i18n/messages.ts'
import { classNames } from './class-names.ts'
import { useWords } from './words.ts'

export interface TabsProps<Value extends string> {
  label: Words
  tabs: readonly { readonly value: Value; readonly label: Words }[]
  value: Value
  onChange: (value: Value) => void
  /** The panel of the tab that is on. */
  children: ReactNode
}

export function Tabs<Value extends string>({ label, tabs, value, onChange, children }: TabsProps<Value>) {
  const id = useId()
  return (
    <div>
      <TabList label={label} tabs={tabs} value={value} onChange={onChange} id={id} />
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`}>
        {children}
      </div>
    </div>
  )
}

interface TabListProps<Value extends string> extends Omit<TabsProps<Value>, 'children'> {
  /** Makes the ids of tabs (`<id>-<value>`) and panel (`<id>-panel`). */
  id: string
  className?: string
}

/** Left and right arrows, Home and End go through the tabs; Tab leaves them. */
export function TabList<Value extends string>({ label, tabs, value, onChange, id, className }: TabListProps<Value>) {
  const { t } = useWords()
  const go = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.value === value)
    const targets: Record<string, number> = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: tabs.length - 1 }
    const target = targets[event.key]
    const next = target === undefined ? undefined : tabs[(target + tabs.length) % tabs.length]
    if (!next) return
    event.preventDefault()
    onChange(next.value)
    document.getElementById(`${id}-${next.value}`)?.focus()
  }
  return (
    <div role="tablist" className={classNames('tabs', className)} aria-label={t(label)}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          id={`${id}-${tab.value}`}
          type="button"
          role="tab"
          aria-selected={tab.value === value}
          aria-controls={`${id}-panel`}
          tabIndex={tab.value === value ? 0 : -1}
          onClick={() => onChange(tab.value)}
          onKeyDown={go}
        >
          {t(tab.label)}
        </button>
      ))}
    </div>
  )
}
