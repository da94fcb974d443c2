import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ButtonFace, type ButtonLook, buttonClass } from './button.tsx'

export interface LinkTarget {
  /** A path with its parameters filled in, such as `/ke-hoach/7`. */
  to: string
  /** The state of the list it opens. */
  search?: Readonly<Record<string, string | number | undefined>>
}

/** A link inside the product. */
export function TextLink({ to, search, children }: LinkTarget & { children: ReactNode }) {
  return (
    <Link to={to} {...(search ? { search } : {})}>
      {children}
    </Link>
  )
}

/** A link that looks like a button, because it is the next step. */
export function ButtonLink({ to, search, label, kind = 'primary', small, icon, iconOnly }: LinkTarget & ButtonLook) {
  return (
    <Link to={to} className={buttonClass({ kind, small, iconOnly })} {...(search ? { search } : {})}>
      <ButtonFace label={label} icon={icon} iconOnly={iconOnly} />
    </Link>
  )
}

/** A download or a page outside the app, such as an issued file. */
export function DownloadLink({ href, label, kind = 'secondary', small, icon = 'download', iconOnly }: { href: string } & ButtonLook) {
  return (
    <a href={href} download className={buttonClass({ kind, small, iconOnly })}>
      <ButtonFace label={label} icon={icon} iconOnly={iconOnly} />
    </a>
  )
}
