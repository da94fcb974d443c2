import { Tag, type Tone } from '#platform/web/tag.tsx'
import { useWords } from '#platform/web/words.ts'
import { comparePlans, type LineChange } from '../model/compare-plans.ts'
import type { PlanNode } from '../model/plan-node.ts'

const LOOK = {
  added: { label: 'plans.change_added', tone: 'ok' },
  removed: { label: 'plans.change_removed', tone: 'bad' },
  changed: { label: 'plans.change_changed', tone: 'warn' },
  moved: { label: 'plans.change_moved', tone: 'mute' },
} as const satisfies Record<LineChange['kind'], { label: string; tone: Tone }>

/** How two versions of a plan differ, side by side where words changed. */
export function ChangeList({ before, after }: { before: readonly PlanNode[]; after: readonly PlanNode[] }) {
  const { t } = useWords()
  const changes = comparePlans(before, after)
  if (changes.length === 0) return <p className="hint">{t('plans.compare_same')}</p>
  return (
    <ul className="stack">
      {changes.map((change) => (
        <li key={`${change.kind}:${(change.after ?? change.before)!.id}`} className={`change change-${change.kind}`}>
          <Tag {...LOOK[change.kind]} /> <b>{change.path}</b>
          {change.kind === 'changed' && change.before!.text !== change.after!.text ? (
            <div className="versions">
              <p>
                <del>{change.before!.text}</del>
              </p>
              <p>
                <ins>{change.after!.text}</ins>
              </p>
            </div>
          ) : (
            <p>{(change.after ?? change.before)!.text}</p>
          )}
        </li>
      ))}
    </ul>
  )
}
