import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { today } from '#platform/web/format.ts'
import { Note } from '#platform/web/note.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { TextInput } from '#platform/web/text-input.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { changeUnit, correctUnit, type UnitView } from '../contract.ts'
import { draftOf, factsOf } from './unit-draft.ts'
import { isComplete, UnitFields } from './unit-fields.tsx'

interface Props {
  unit: UnitView
  onClose: () => void
}

/** Mends what was entered wrongly: no trace in the unit's history. */
export function CorrectDialog({ unit, onClose }: Props) {
  const { t } = useWords()
  const [draft, setDraft] = useState(() => draftOf(unit))
  const [isChecked, setChecked] = useState(false)
  const command = useCommand(correctUnit, { invalidate: ['units'], onDone: () => finish(onClose) })
  const save = () => {
    setChecked(true)
    const { administrativeParentId, professionalParentId, ...facts } = factsOf(draft)
    const parents = unit.can.change ? { administrativeParentId, professionalParentId } : {}
    if (isComplete(draft)) command.mutate({ unitId: unit.id, code: draft.code.trim() || null, changes: { ...facts, ...parents } })
  }
  return (
    <Dialog open wide onClose={onClose} title="units.correct_title" actions={<Button label="units.save" busy={command.isPending} onClick={save} />}>
      <div className="stack">
        <Note>{t('units.correct_note')}</Note>
        <ErrorNote error={command.error} />
        <UnitFields draft={draft} onChange={setDraft} isChecked={isChecked} withParents={unit.can.change} />
      </div>
    </Dialog>
  )
}

/** A change from a day on: another name, another superior, other levels. What was before stays in the history. */
export function ChangeDialog({ unit, onClose }: Props) {
  const { t } = useWords()
  const [draft, setDraft] = useState(() => draftOf(unit))
  const [from, setFrom] = useState<string | null>(today())
  const [decision, setDecision] = useState('')
  const [isChecked, setChecked] = useState(false)
  const command = useCommand(changeUnit, { invalidate: ['units'], onDone: () => finish(onClose) })
  const save = () => {
    setChecked(true)
    if (isComplete(draft) && from) command.mutate({ unitId: unit.id, from, changes: factsOf(draft), decision: decision.trim() || null })
  }
  return (
    <Dialog open wide onClose={onClose} title="units.change_title" actions={<Button label="units.save" busy={command.isPending} onClick={save} />}>
      <div className="stack">
        <Note>{t('units.change_note')}</Note>
        <ErrorNote error={command.error} />
        <DateInput label="units.from" value={from} onChange={setFrom} error={isChecked && !from ? 'units.day_missing' : null} />
        <TextInput label="units.decision" hint="units.decision_hint" optional value={decision} onChange={setDecision} maxLength={200} autoComplete="off" />
        <UnitFields draft={draft} onChange={setDraft} isChecked={isChecked} withParents />
      </div>
    </Dialog>
  )
}

function finish(onClose: () => void): void {
  showToast('units.saved')
  onClose()
}
