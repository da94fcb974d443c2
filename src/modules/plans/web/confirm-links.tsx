import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { decidePoints, type Plan } from '../contract.ts'
import type { CoverageRow } from '../model/coverage.ts'
import type { PlanEditor } from './use-plan-editor.ts'

/** Confirms in one go the answers that stand in the lines themselves; what is only proposed wants a look at each. */
export function ConfirmLinks({ plan, editor, rows }: { plan: Plan; editor: PlanEditor; rows: readonly CoverageRow[] }) {
  const decide = useCommand(decidePoints, { invalidate: ['plans'] })
  const parents = new Set(rows.map((row) => row.point.parentId))
  const open = rows.filter((row) => !parents.has(row.point.id) && !row.isConfirmed && row.links.some((link) => link.origin === 'linked'))
  if (!editor.isEditable || open.length === 0) return null

  const points = open.map(({ point, links }) => {
    const said = plan.decisions.filter((decision) => decision.pointId === point.id && decision.verdict === 'rejected')
    const confirmed = links.flatMap(({ nodeId, origin }) => (origin === 'linked' ? [{ pointId: point.id, verdict: 'confirmed' as const, nodeId }] : []))
    return { pointId: point.id, decisions: [...said, ...confirmed] }
  })
  return (
    <div>
      <Button
        small
        kind="secondary"
        icon="check"
        label={['plans.confirm_all', { n: open.length }]}
        busy={decide.isPending}
        onClick={() => void editor.flush().then(() => decide.mutate({ planId: plan.id, points }))}
      />
      <ErrorNote error={decide.error} />
    </div>
  )
}
