import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { Note } from '#platform/web/note.tsx'
import { useWords } from '#platform/web/words.ts'
import { frameText, withFrameField, type FrameField } from '../model/merge-frame.ts'
import type { PlanFrame } from '../model/plan-frame.ts'

/** What two people changed in the same parts of a frame. */
export interface Conflict {
  readonly fields: readonly FrameField[]
  /** Who saved first; null when unknown. */
  readonly byName: string | null
  readonly revision: number
  /** What I wanted to save. */
  readonly mine: PlanFrame
  /** What is saved. */
  readonly theirs: PlanFrame
}

interface FrameConflictProps {
  conflict: Conflict
  /** As it stands in the form. */
  frame: PlanFrame
  onChange: (frame: PlanFrame) => void
}

/** Parts of the frame that two people changed: both texts, to choose from. What is saved stays until one chooses otherwise. */
export function FrameConflict({ conflict, frame, onChange }: FrameConflictProps) {
  const { t } = useWords()
  const { fields, byName, mine, theirs } = conflict
  const [settled, setSettled] = useState<readonly FrameField[]>([])
  const open = fields.filter((field) => !settled.includes(field))
  if (open.length === 0) return null
  const choose = (field: FrameField, source: PlanFrame) => {
    onChange(withFrameField(frame, field, source))
    setSettled([...settled, field])
  }
  return (
    <Note tone="warn" alert>
      <p>{t(['plans.frame_conflict', { name: byName ?? t('plans.notice_somebody') }])}</p>
      {open.map((field) => (
        <section key={field} aria-label={t(FIELD_WORDS[field])}>
          <b>{t(FIELD_WORDS[field])}</b>
          <div className="tiles">
            <Version title="plans.notice_mine" text={frameText(mine, field)} button="plans.notice_keep_mine" onKeep={() => choose(field, mine)} />
            <Version title="plans.notice_theirs" text={frameText(theirs, field)} button="plans.notice_keep_theirs" onKeep={() => choose(field, theirs)} />
          </div>
        </section>
      ))}
    </Note>
  )
}

interface VersionProps {
  title: 'plans.notice_mine' | 'plans.notice_theirs'
  text: string
  button: 'plans.notice_keep_mine' | 'plans.notice_keep_theirs'
  onKeep: () => void
}

function Version({ title, text, button, onKeep }: VersionProps) {
  const { t } = useWords()
  return (
    <section>
      <b>{t(title)}</b>
      <p className="as-typed">{text || t('plans.frame_empty')}</p>
      <Button small kind="secondary" label={button} onClick={onKeep} />
    </section>
  )
}

const FIELD_WORDS = {
  docTitle: 'plans.frame_subject',
  preamble: 'plans.frame_preamble',
  lead: 'plans.frame_lead',
  closing: 'plans.frame_closing',
  recipients: 'plans.frame_recipients',
  place: 'plans.frame_place',
  authority: 'plans.frame_authority',
  position: 'plans.frame_position',
  name: 'plans.frame_name',
} as const satisfies Record<FrameField, string>
