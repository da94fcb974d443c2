import type { ReactNode } from 'react'
import type { Words } from '#platform/i18n/messages.ts'
import { Prose } from './prose.tsx'
import { useWords } from './words.ts'

/** How near: past its day, within a week, waiting, some time. */
export type Urgency = 'late' | 'soon' | 'normal' | 'later'

export interface TodoCardProps {
  urgency: Urgency
  /** What to do. */
  title: string
  /** By when, or what it waits for. */
  due?: Words
  /** Why, and where it comes from. */
  reason?: string
  /** One button that gets it done. */
  action: ReactNode
  /** Of its heading: 3 below a heading of a group. */
  level?: 2 | 3
}

/** One thing to do: what, by when, why, one button. Stands in a `TodoList`. */
export function TodoCard({ urgency, title, due, reason, action, level = 2 }: TodoCardProps) {
  const { t } = useWords()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <li className={`todo-card todo-${urgency}`}>
      <div>
        <Heading>
          <Prose text={title} />
        </Heading>
        <p>
          {due && <span className="due">{t(due)}</span>}
          {due && reason && ' — '}
          {reason && <Prose text={reason} />}
        </p>
      </div>
      {action}
    </li>
  )
}

export function TodoList({ children }: { children: ReactNode }) {
  return <ul className="todo">{children}</ul>
}
