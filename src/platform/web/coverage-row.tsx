import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export interface CoverageRowProps {
  /** Number of the line, such as `II.1`. */
  number: string
  name: string
  /** A `Tag` with the status word. */
  tag: ReactNode
  /** Where it is covered, or what is missing. */
  detail?: ReactNode
  /** What can be done about it. */
  actions?: ReactNode
  /** Shows what belongs to this line elsewhere on the page. */
  onSelect?: () => void
  isSelected?: boolean
}

/** A line of another list, and how far it is covered by this one. Stands in a `CoverageList`. */
export function CoverageRow({ number, name, tag, detail, actions, onSelect, isSelected = false }: CoverageRowProps) {
  return (
    <li className={classNames('coverage-row', isSelected && 'coverage-on')}>
      <b>{number}</b>
      <div>
        {onSelect ? (
          <button type="button" className="coverage-name" aria-pressed={isSelected} onClick={onSelect}>
            {name}
          </button>
        ) : (
          name
        )}
        {detail && <div className="hint">{detail}</div>}
      </div>
      {tag}
      {actions && <div className="coverage-actions">{actions}</div>}
    </li>
  )
}

export function CoverageList({ children }: { children: ReactNode }) {
  return <ul className="coverage">{children}</ul>
}
