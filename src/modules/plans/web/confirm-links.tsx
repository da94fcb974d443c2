import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#platform/web/api.ts'
import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { newOperationId } from '#platform/web/operation-id.ts'
import { decidePoint, type Plan } from '../contract.ts'
import type { CoverageRow } from '../model/coverage.ts'
import type { PlanEditor } from './use-plan-editor.ts'

/** Confirms in one go the answers that stand in the lines themselves; what is only proposed wants a look at each. */
export function ConfirmLinks({ plan, editor, rows }: { plan: Plan; editor: PlanEditor; rows: readonly CoverageRow[] }) {
  const client = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const parents = new Set(rows.map((row) => row.point.parentId))
  const open = rows.filter((row) => !parents.has(row.point.id) && !row.isConfirmed && row.links.some((link) => link.origin === 'linked'))
  if (!editor.isEditable || open.length === 0) return null

  const confirmAll = async () => {
    setBusy(true)
    setError(null)
    try {
      await editor.flush()
      for (const { point, links } of open) {
        const said = plan.decisions.filter((decision) => decision.pointId === point.id && decision.verdict === 'rejected')
        const confirmed = links.flatMap(({ nodeId, origin }) => (origin === 'linked' ? [{ pointId: point.id, verdict: 'confirmed' as const, nodeId }] : []))
        await call(decidePoint, { planId: plan.id, pointId: point.id, decisions: [...said, ...confirmed] }, { idempotencyKey: newOperationId() })
      }
    } catch (failure) {
      setError(failure)
    }
    await client.invalidateQueries({ queryKey: ['plans'] })
    setBusy(false)
  }
  return (
    <div>
      <Button small kind="secondary" icon="check" label={['plans.confirm_all', { n: open.length }]} busy={isBusy} onClick={() => void confirmAll()} />
      <ErrorNote error={error} />
    </div>
  )
}
