import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { today } from '#platform/web/format.ts'
import { useGo } from '#platform/web/location.ts'
import { Note } from '#platform/web/note.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { TextInput } from '#platform/web/text-input.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { closeUnit, mergeUnits, type UnitView } from '../contract.ts'
import { type PickedUnit, UnitPicker } from './unit-picker.tsx'

interface Props {
  unit: UnitView
  onClose: () => void
}

/** Abolishes the unit: nobody carries on. */
export function CloseDialog({ unit, onClose }: Props) {
  const { t } = useWords()
  const [on, setOn] = useState<string | null>(today())
  const [decision, setDecision] = useState('')
  const command = useCommand(closeUnit, {
    invalidate: ['units'],
    onDone: () => {
      showToast(['units.closed_toast', { name: unit.current.name }])
      onClose()
    },
  })
  const close = () => on && command.mutate({ unitId: unit.id, on, decision: decision.trim() || null })
  return (
    <Dialog open onClose={onClose} title={['units.close_title', { name: unit.current.name }]} actions={<Button kind="danger" label="units.close" busy={command.isPending} onClick={close} />}>
      <div className="stack">
        <Note tone="warn">{t('units.close_note')}</Note>
        <ErrorNote error={command.error} />
        <DayAndDecision on={on} setOn={setOn} decision={decision} setDecision={setDecision} />
      </div>
    </Dialog>
  )
}

/** Merges the unit into another one of its level; what stands below it moves over. */
export function MergeDialog({ unit, onClose }: Props) {
  const { t } = useWords()
  const go = useGo()
  const [into, setInto] = useState<PickedUnit | null>(null)
  const [on, setOn] = useState<string | null>(today())
  const [decision, setDecision] = useState('')
  const [isChecked, setChecked] = useState(false)
  const command = useCommand(mergeUnits, {
    invalidate: ['units'],
    onDone: ({ id }) => {
      showToast(['units.merged_toast', { name: unit.current.name, into: into?.name ?? '' }])
      onClose()
      go(`/don-vi/${id}`)
    },
  })
  const merge = () => {
    setChecked(true)
    if (into && on) command.mutate({ unitIds: [unit.id], into: { unitId: into.id }, on, decision: decision.trim() || null })
  }
  return (
    <Dialog open onClose={onClose} title={['units.merge_title', { name: unit.current.name }]} actions={<Button label="units.merge" busy={command.isPending} onClick={merge} />}>
      <div className="stack">
        <Note tone="warn">{t('units.merge_note')}</Note>
        <ErrorNote error={command.error} />
        <UnitPicker label="units.merge_into" value={into} onChange={setInto} level={unit.current.level} except={unit.id} error={isChecked && !into ? 'units.merge_into_missing' : null} />
        <DayAndDecision on={on} setOn={setOn} decision={decision} setDecision={setDecision} />
      </div>
    </Dialog>
  )
}

interface DayAndDecisionProps {
  on: string | null
  setOn: (day: string | null) => void
  decision: string
  setDecision: (text: string) => void
}

function DayAndDecision({ on, setOn, decision, setDecision }: DayAndDecisionProps) {
  return (
    <>
      <DateInput label="units.on" hint="units.on_hint" value={on} onChange={setOn} error={on ? null : 'units.day_missing'} />
      <TextInput label="units.decision" hint="units.decision_hint" optional value={decision} onChange={setDecision} maxLength={200} autoComplete="off" />
    </>
  )
}
