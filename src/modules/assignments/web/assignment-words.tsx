import type { Words } from '#platform/i18n/messages.ts'
import { dueWords } from '#platform/web/due.ts'
import { today, useFormat } from '#platform/web/format.ts'
import { Tag, type Tone } from '#platform/web/tag.tsx'
import { useWords } from '#platform/web/words.ts'
import type { Assignment } from '../contract.ts'
import { isOpen, type AssignmentState, type EventAction } from '../model/assignment-lifecycle.ts'

const STATE_LOOK = {
  given: { label: 'assignments.state_given', tone: 'warn' },
  accepted: { label: 'assignments.state_accepted', tone: 'info' },
  in_progress: { label: 'assignments.state_in_progress', tone: 'info' },
  done: { label: 'assignments.state_done', tone: 'ok' },
  cancelled: { label: 'assignments.state_cancelled', tone: 'mute' },
} as const satisfies Record<AssignmentState, { label: Words; tone: Tone }>

export const EVENT_WORDS = {
  give: 'assignments.event_give',
  amend: 'assignments.event_amend',
  restore: 'assignments.event_restore',
  hand_back: 'assignments.event_hand_back',
  accept: 'assignments.event_accept',
  start: 'assignments.event_start',
  finish: 'assignments.event_finish',
  reopen: 'assignments.event_reopen',
  cancel: 'assignments.event_cancel',
  hand_over: 'assignments.event_hand_over',
  move_due: 'assignments.event_move_due',
} as const satisfies Record<EventAction, Words>

/** The state; that it is late stands beside it. */
export function StateTags({ assignment }: { assignment: Pick<Assignment, 'state' | 'isLate'> }) {
  return (
    <span className="row row-center">
      {assignment.isLate && <Tag tone="bad" label="assignments.late" />}
      <Tag {...STATE_LOOK[assignment.state]} />
    </span>
  )
}

/** The due day and how long it is; `full` with both days where it is a day off. */
export function DueDay({ assignment, full }: { assignment: Pick<Assignment, 'dueOn' | 'workBy' | 'lateAfter' | 'state' | 'doneOn' | 'isLate'>; full?: boolean }) {
  const { t } = useWords()
  const format = useFormat()
  const { dueOn, workBy, lateAfter, state, doneOn, isLate } = assignment
  if (dueOn === null) return <>{t('assignments.no_due')}</>
  return (
    <div>
      {format.day(dueOn)}
      {isOpen(state) && <div className="hint">{t(dueWords(today(), dueOn))}</div>}
      {doneOn && <div className="hint">{t(['assignments.done_on', { day: format.day(doneOn) }])}</div>}
      {full && isOpen(state) && !isLate && workBy && lateAfter && <div className="hint">{t(['assignments.day_off', { before: format.day(workBy), until: format.day(lateAfter) }])}</div>}
    </div>
  )
}

/** Who does it, and as what the plan names them. */
export function Responsible({ assignment }: { assignment: Assignment }) {
  const { t } = useWords()
  const { responsible, leadName, needsPerson } = assignment
  const names = responsible.map(({ name }) => name).join(', ')
  return (
    <div>
      {names || t('assignments.nobody')}
      {names !== leadName && <div className="hint">{needsPerson ? t(['assignments.stands_in', { lead: leadName }]) : leadName}</div>}
    </div>
  )
}

