import type { ReactNode } from 'react'
import type { Words } from '#platform/i18n/messages.ts'
import { Icon, type IconName } from './icon.tsx'
import { useWords } from './words.ts'

export interface EmptyStateProps {
  title: Words
  /** What comes next, or how to get something here. */
  text?: Words
  icon?: IconName
  action?: ReactNode
}

export function EmptyState({ title, text, icon = 'check', action }: EmptyStateProps) {
  const { t } = useWords()
  return (
    <div className="card empty">
      <Icon name={icon} />
      <h2>{t(title)}</h2>
      {text && <p>{t(text)}</p>}
      {action}
    </div>
  )
}
