import { Tag, type Tone } from '#platform/web/tag.tsx'
import { useWords } from '#platform/web/words.ts'
import { comparePlans, type ComparedLine } from '../model/compare-plans.ts'
import type { PlanNode } from '../model/plan-node.ts'
import { wordDiff } from '../model/word-diff.ts'

type Shown = 'added' | 'removed' | 'changed' | 'moved'

const LOOK = {
  added: { label: 'plans.change_added', tone: 'ok' },
  removed: { label: 'plans.change_removed', tone: 'bad' },
  changed: { label: 'plans.change_changed', tone: 'warn' },
  moved: { label: 'plans.change_moved', tone: 'mute' },
} as const satisfies Record<Shown, { label: string; tone: Tone }>

/** How two versions of a plan differ, line by line, with the words that changed. */
export function ChangeList({ before, after }: { before: readonly PlanNode[]; after: readonly PlanNode[] }) {
  const { t } = useWords()
  const changes = comparePlans(before, after).lines.flatMap((line) => {
    const kind = kindOf(line)
    return kind ? [{ kind, line }] : []
  })
  if (changes.length === 0) return <p className="hint">{t('plans.compare_same')}</p>
  return (
    <ul className="stack">
      {changes.map(({ kind, line }) => (
        <li key={`${kind}:${(line.after ?? line.before)!.id}`} className={`change change-${kind}`}>
          <Tag {...LOOK[kind]} /> <b>{line.afterPath ?? line.beforePath}</b>
          <p>
            <ChangedWords line={line} />
          </p>
        </li>
      ))}
    </ul>
  )
}

function kindOf({ state, isMoved }: ComparedLine): Shown | null {
  if (state !== 'same') return state
  return isMoved ? 'moved' : null
}

function ChangedWords({ line: { before, after } }: { line: ComparedLine }) {
  if (!before || !after || before.text === after.text) return (after ?? before)!.text
  return wordDiff(before.text, after.text).map((part, at) => {
    const key = `${at}:${part.op}`
    if (part.op === 'removed') return <del key={key}>{part.text}</del>
    return part.op === 'added' ? <ins key={key}>{part.text}</ins> : <span key={key}>{part.text}</span>
  })
}
