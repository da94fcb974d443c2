import { type ReactNode, useRef } from 'react'
import type { Words } from '#platform/i18n/messages.ts'
import { ButtonFace, type ButtonKind, buttonClass } from './button.tsx'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'
import { useWords } from './words.ts'

export interface MenuProps {
  /** Names the button; only its icon is seen unless `showLabel`. */
  label: Words
  icon?: IconName
  showLabel?: boolean
  kind?: ButtonKind
  small?: boolean
  /** Opens to the right of its left edge instead of to the left of its right edge. */
  alignStart?: boolean
  /** Opens above; for the foot of the page. */
  up?: boolean
  children: ReactNode
}

/** A short list of actions on the browser's own `<details>`: Tab goes through it, Esc and leaving close it. */
export function Menu({ label, icon = 'more', showLabel, kind = 'ghost', small, alignStart, up, children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null)
  const close = (focusButton: boolean) => {
    const element = details.current
    if (!element?.open) return
    element.open = false
    if (focusButton) element.querySelector('summary')?.focus()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears its own button and items
    <details
      ref={details}
      className={classNames('menu', alignStart && 'menu-start', up && 'menu-up')}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && close(false)}
      onKeyDown={(event) => event.key === 'Escape' && close(true)}
      onClick={(event) => (event.target as Element).closest('.menu-items button, .menu-items a') && close(true)}
    >
      <summary className={buttonClass({ kind, small, iconOnly: !showLabel })}>
        <ButtonFace label={label} icon={icon} iconOnly={!showLabel} />
      </summary>
      <div className="menu-items">{children}</div>
    </details>
  )
}

export interface MenuItemProps {
  label: Words
  onSelect: () => void
  icon?: IconName
  danger?: boolean
  disabled?: boolean
}

export function MenuItem({ label, onSelect, icon, danger, disabled }: MenuItemProps) {
  const { t } = useWords()
  return (
    <button type="button" className={danger ? 'danger' : undefined} disabled={disabled} onClick={onSelect}>
      {icon && <Icon name={icon} />}
      {t(label)}
    </button>
  )
}
