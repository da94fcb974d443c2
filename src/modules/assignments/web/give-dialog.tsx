import { useState } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { Combobox } from '#platform/web/combobox.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { giveAssignments, type Assignment } from '../contract.ts'

interface GiveDialogProps {
  assignments: readonly Pick<Assignment, 'id' | 'text' | 'dueOn' | 'leadPersonId'>[]
  people: readonly { id: string; name: string }[]
  onClose: () => void
  onDone: () => void
}

const TO_ROLE = 'role'

/** Gives work to a person or back to the role, moves the day, or both; for one piece or many. */
export function GiveDialog({ assignments, people, onClose, onDone }: GiveDialogProps) {
  const { active } = useSession()
  const { t } = useWords()
  const [person, setPerson] = useState<string | null>(null)
  const [dueOn, setDueOn] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const give = useCommand(giveAssignments, {
    invalidate: ['assignments', 'todos', 'agenda'],
    onDone: ({ changed }) => {
      showToast(['assignments.given', { n: changed }])
      onDone()
    },
  })
  const isLater = dueOn !== null && assignments.some((row) => row.dueOn !== null && dueOn > row.dueOn)
  const submit = () =>
    give.mutate({
      unitId: active.unitId,
      assignmentIds: assignments.map(({ id }) => id),
      ...(person === null ? {} : { personId: person === TO_ROLE ? null : person }),
      ...(dueOn === null ? {} : { dueOn }),
      reason: reason.trim() || null,
    })
  return (
    <Dialog
      open
      onClose={onClose}
      title={['assignments.give_title', { n: assignments.length }]}
      actions={
        <>
          <Button label="assignments.give" busy={give.isPending} disabled={(person === null && dueOn === null) || (isLater && reason.trim() === '')} onClick={submit} />
          <Button kind="ghost" label="kit.cancel" onClick={onClose} />
        </>
      }
    >
      <div className="stack">
        {assignments.length === 1 ? <p>{assignments[0]!.text}</p> : <p>{t(['assignments.give_text', { n: assignments.length }])}</p>}
        <Combobox label="assignments.give_to" optional value={person} onChange={setPerson} choices={[...people.map(({ id, name }) => ({ value: id, text: name })), { value: TO_ROLE, text: t('assignments.give_to_role') }]} />
        <DateInput label="assignments.give_due" optional value={dueOn} onChange={setDueOn} />
        {(isLater || reason !== '') && <AutoText label="assignments.give_reason" hint="assignments.give_reason_hint" value={reason} onChange={setReason} maxLength={500} />}
        <ErrorNote error={give.error} />
      </div>
    </Dialog>
  )
}
