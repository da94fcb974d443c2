import type { ReactNode } from 'react'
import { classNames } from '#platform/web/class-names.ts'
import { useFormat } from '#platform/web/format.ts'
import { Menu, MenuItem } from '#platform/web/menu.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { useWords } from '#platform/web/words.ts'
import type { UnitKind } from '../model/roles.ts'
import type { PlacedNode } from '../model/plan-tree.ts'
import type { LineMoves } from './line-moves.ts'
import { partyName } from '../model/task-table.ts'

export interface LineRowProps {
  placed: PlacedNode
  label: string
  kind: UnitKind | null
  /** Labels of the superior's points that the line answers. */
  follows: readonly string[]
  /** It belongs to the point that is chosen in the matrix. */
  isMarked: boolean
  comments: number
  moves: LineMoves | null
  onOpen: () => void
  selection: ReactNode
  notice: ReactNode
}

/** A line as it reads in the document; its words open it. */
export function LineRow({ placed, label, kind, follows, isMarked, comments, moves, onOpen, selection, notice }: LineRowProps) {
  const { t } = useWords()
  const format = useFormat()
  const { node, depth } = placed
  const text = node.text || t('plans.line_empty')
  const due = node.dueOn && t('plans.due_on', { day: format.day(node.dueOn) })
  const facts = [node.lead && partyName(node.lead, kind), due].filter(Boolean).join(' · ')
  return (
    <li className={classNames('line', `line-${depth}`, isMarked && 'line-marked')} data-line={node.id}>
      {selection}
      <span className="line-label" aria-hidden="true">
        {label}
      </span>
      <div className="line-body">
        {moves ? (
          <button type="button" className="line-text" aria-label={`${t('plans.line_open', { label })} ${text}`} onClick={onOpen}>
            {text}
          </button>
        ) : (
          <span className="line-text">{text}</span>
        )}
        {(facts || follows.length > 0 || comments > 0) && (
          <div className="line-facts">
            {facts}
            {follows.length > 0 && <Tag tone="ok" label={['plans.follows', { labels: follows.join(', ') }]} />}
            {comments > 0 && <Tag tone="info" label={['plans.comment_count', { n: comments }]} />}
          </div>
        )}
        {notice}
      </div>
      {moves && <LineMenu label={label} moves={moves} />}
    </li>
  )
}

function LineMenu({ label, moves }: { label: string; moves: LineMoves }) {
  return (
    <Menu label={['plans.line_menu', { label }]} small>
      <MenuItem label="plans.line_add" icon="plus" onSelect={moves.add} />
      <MenuItem label="plans.line_add_child" icon="plus" onSelect={moves.addChild} />
      <MenuItem label="plans.line_up" icon="up" onSelect={moves.up} />
      <MenuItem label="plans.line_down" icon="down" onSelect={moves.down} />
      <MenuItem label="plans.line_outdent" icon="left" onSelect={moves.outdent} />
      <MenuItem label="plans.line_indent" icon="right" onSelect={moves.indent} />
      <MenuItem label="plans.line_remove" icon="trash" danger onSelect={moves.remove} />
    </Menu>
  )
}
