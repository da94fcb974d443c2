import { useState } from 'react'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { TextInput } from '#platform/web/text-input.tsx'
import { changeFrame, type Plan } from '../contract.ts'
import type { PlanFrame } from '../model/plan-frame.ts'
import { FrameConflict, type Conflict } from './frame-conflict.tsx'

/** Bases, opening, closing, recipients and signer of the document. What others saved meanwhile is joined or asked about. */
export function FrameDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const [base, setBase] = useState<PlanFrame>(plan.frame)
  const [frame, setFrame] = useState<PlanFrame>(plan.frame)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const save = useCommand(changeFrame, {
    invalidate: ['plans'],
    onDone: (answer, { after }) => {
      if (!answer.conflict) return onClose()
      setBase(answer.frame)
      setFrame(answer.frame)
      setConflict({ ...answer.conflict, revision: answer.revision, mine: after, theirs: answer.frame })
    },
  })
  const set = (patch: Partial<PlanFrame>) => setFrame({ ...frame, ...patch })
  const sign = (patch: Partial<PlanFrame['signer']>) => set({ signer: { ...frame.signer, ...patch } })
  const send = () => save.mutate({ planId: plan.id, before: plain(base), after: plain(frame) })
  return (
    <Dialog open onClose={onClose} title="plans.frame_title" wide actions={<Button label="plans.frame_save" busy={save.isPending} disabled={frame.docTitle.trim() === ''} onClick={send} />}>
      <div className="stack">
        {conflict && <FrameConflict key={conflict.revision} conflict={conflict} frame={frame} onChange={setFrame} />}
        <AutoText label="plans.frame_subject" value={frame.docTitle} onChange={(docTitle) => set({ docTitle })} />
        <AutoText label="plans.frame_preamble" value={frame.preamble.join('\n')} onChange={(value) => set({ preamble: value.split('\n') })} rows={4} />
        <AutoText label="plans.frame_lead" value={frame.lead ?? ''} onChange={(value) => set({ lead: value || null })} />
        <AutoText label="plans.frame_closing" value={frame.closing ?? ''} onChange={(value) => set({ closing: value || null })} />
        <AutoText label="plans.frame_recipients" value={frame.recipients.join('\n')} onChange={(value) => set({ recipients: value.split('\n') })} rows={4} />
        <div className="field-row">
          <TextInput label="plans.frame_place" value={frame.place ?? ''} onChange={(value) => set({ place: value || null })} />
          <TextInput label="plans.frame_authority" optional value={frame.signer.authority ?? ''} onChange={(value) => sign({ authority: value || null })} />
          <TextInput label="plans.frame_position" value={frame.signer.position ?? ''} onChange={(value) => sign({ position: value || null })} />
          <TextInput label="plans.frame_name" hint="plans.frame_name_hint" optional value={frame.signer.name ?? ''} onChange={(value) => sign({ name: value || null })} />
        </div>
        {save.error && <ErrorNote error={save.error} />}
      </div>
    </Dialog>
  )
}

/** Empty lines are kept while one types and do not count. */
function plain(frame: PlanFrame): Plan['frame'] {
  const filled = (lines: readonly string[]) => lines.map((line) => line.trim()).filter(Boolean)
  return { ...frame, preamble: filled(frame.preamble), recipients: filled(frame.recipients) }
}
