import { useState } from 'react'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { TextInput } from '#platform/web/text-input.tsx'
import { changeFrame, type Plan } from '../contract.ts'

/** Bases, opening, closing, recipients and signer of the document. */
export function FrameDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const [frame, setFrame] = useState(plan.frame)
  const [preamble, setPreamble] = useState(plan.frame.preamble.join('\n'))
  const [recipients, setRecipients] = useState(plan.frame.recipients.join('\n'))
  const save = useCommand(changeFrame, { invalidate: ['plans'], onDone: onClose })
  const set = (patch: Partial<typeof frame>) => setFrame({ ...frame, ...patch })
  const sign = (patch: Partial<typeof frame.signer>) => set({ signer: { ...frame.signer, ...patch } })
  const send = () => save.mutate({ planId: plan.id, frame: { ...frame, preamble: linesOf(preamble), recipients: linesOf(recipients) } })
  return (
    <Dialog open onClose={onClose} title="plans.frame_title" wide actions={<Button label="plans.frame_save" busy={save.isPending} disabled={frame.docTitle.trim() === ''} onClick={send} />}>
      <div className="stack">
        <AutoText label="plans.frame_subject" value={frame.docTitle} onChange={(docTitle) => set({ docTitle })} />
        <AutoText label="plans.frame_preamble" value={preamble} onChange={setPreamble} rows={4} />
        <AutoText label="plans.frame_lead" value={frame.lead ?? ''} onChange={(value) => set({ lead: value || null })} />
        <AutoText label="plans.frame_closing" value={frame.closing ?? ''} onChange={(value) => set({ closing: value || null })} />
        <AutoText label="plans.frame_recipients" value={recipients} onChange={setRecipients} rows={4} />
        <div className="line-fields">
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

function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter(Boolean)
}
