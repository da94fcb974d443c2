import type { ComponentProps } from 'react'
import type { Words } from '#platform/i18n/messages.ts'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'
import { useWords } from './words.ts'

export type ButtonKind = 'primary' | 'secondary' | 'ghost' | 'danger' | 'ghost-danger'

export interface ButtonLook {
  label: Words
  kind?: ButtonKind
  small?: boolean
  icon?: IconName
  /** Only the icon is seen; the label is its name. */
  iconOnly?: boolean
}

type Native = Omit<ComponentProps<'button'>, 'children' | 'className' | 'aria-label'>

export interface ButtonProps extends ButtonLook, Native {
  /** The command is running: the button keeps its place and focus, and does nothing. */
  busy?: boolean
}

export function Button({ label, kind = 'primary', small, icon, iconOnly, busy, type = 'button', onClick, ...native }: ButtonProps) {
  return (
    <button
      type={type}
      className={buttonClass({ kind, small, iconOnly })}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
      {...native}
    >
      <ButtonFace label={label} icon={icon} iconOnly={iconOnly} />
    </button>
  )
}

export function buttonClass({ kind = 'primary', small, iconOnly }: { kind?: ButtonKind; small?: boolean | undefined; iconOnly?: boolean | undefined }): string {
  return classNames('btn', kind !== 'primary' && `btn-${kind}`, small && 'btn-small', iconOnly && 'btn-icon')
}

export function ButtonFace({ label, icon, iconOnly }: { label: Words; icon: IconName | undefined; iconOnly: boolean | undefined }) {
  const { t } = useWords()
  return (
    <>
      {icon && <Icon name={icon} />}
      <span className={iconOnly ? 'vh' : undefined}>{t(label)}</span>
    </>
  )
}
