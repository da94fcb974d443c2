import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Plan } from '../contract.ts'
import { openEditing, type Editing, type EditingView } from './editing.ts'

export interface PlanEditor extends EditingView, Omit<Editing, 'view' | 'subscribe' | 'run'> {
  readonly isEditable: boolean
}

/** The lines of a plan with saving, undo, and the edits of others. */
export function usePlanEditor(plan: Plan, onSaved: () => void): PlanEditor {
  const client = useQueryClient()
  const [editing] = useState(() => openEditing(plan, onSaved, () => void client.invalidateQueries({ queryKey: ['plans'] })))
  const view = useSyncExternalStore(editing.subscribe, editing.view)
  useEffect(() => editing.run(), [editing])
  return { ...editing, ...view, isEditable: plan.actions.includes('edit') }
}
