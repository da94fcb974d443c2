import { useState } from 'react'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { Checkbox } from '#platform/web/checkbox.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { Select } from '#platform/web/select.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { addStep } from '../contract.ts'
import { AGES, LEGAL_TAGS, type Age, type LegalTag } from '../model/duties.ts'
import { ANSWERS, SAFETY_QUESTIONS, type Answer, type SafetyQuestion } from '../model/safety.ts'
import { MEANS, REFERRAL_PLACES, REFERRAL_STATES, SUPPORTS, TOLD, type Step, type StepKind } from '../model/steps.ts'
import { CommandFault } from './open-key.tsx'

const KINDS: readonly StepKind[] = ['noted', 'tagged', 'assessed', 'told', 'tell_not_due', 'planned', 'plan_not_due', 'approved', 'separated', 'separation_reviewed', 'referred', 'supported']

/** Everything that can be typed; which of it counts depends on the kind. Never kept on the device. */
interface Typed {
  readonly note: string
  readonly tags: readonly LegalTag[]
  readonly age: Age | ''
  readonly isSexual: boolean
  readonly answers: Partial<Record<SafetyQuestion, Answer>>
  readonly who: string
  readonly means: string
  readonly to: string
  readonly state: string
  readonly what: string
}

const NOTHING: Typed = { note: '', tags: [], age: '', isSexual: false, answers: {}, who: '', means: '', to: '', state: 'sent', what: '' }

export function StepDialog({ caseId, first, onClose }: { caseId: string; first: StepKind; onClose: () => void }) {
  const [kind, setKind] = useState<StepKind>(first)
  const [typed, setTyped] = useState(NOTHING)
  const change = (some: Partial<Typed>) => setTyped({ ...typed, ...some })
  const add = useCommand(addStep, {
    invalidate: ['cases'],
    onDone: () => {
      showToast('cases.step_added')
      onClose()
    },
  })
  const step = stepOf(kind, typed)
  const save = () => step && add.mutate({ caseId, step })
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title="cases.add_step"
      actions={
        <>
          <Button label="cases.save_step" busy={add.isPending} disabled={!step} onClick={save} />
          <Button kind="ghost" label="kit.cancel" onClick={onClose} />
        </>
      }
    >
      <div className="stack">
        <Select label="cases.step_kind" value={kind} onChange={setKind} choices={KINDS.map((value) => ({ value, label: `cases.step_${value}` as const }))} />
        <StepFields kind={kind} typed={typed} change={change} />
        <AutoText label="cases.note" value={typed.note} onChange={(note) => change({ note })} maxLength={5_000} rows={3} optional={isNoteOptional(kind)} autoComplete="off" />
        <CommandFault error={add.error} onOpened={save} />
      </div>
    </Dialog>
  )
}

function StepFields({ kind, typed, change }: { kind: StepKind; typed: Typed; change: (some: Partial<Typed>) => void }) {
  const { t } = useWords()
  if (kind === 'tagged') {
    const turn = (tag: LegalTag, isOn: boolean) => change({ tags: LEGAL_TAGS.filter((one) => (one === tag ? isOn : typed.tags.includes(one))) })
    return (
      <>
        <fieldset className="choices">
          <legend className="legend">{t('cases.tags')}</legend>
          {LEGAL_TAGS.map((tag) => (
            <Checkbox key={tag} label={`cases.tag_${tag}`} checked={typed.tags.includes(tag)} onChange={(isOn) => turn(tag, isOn)} />
          ))}
        </fieldset>
        <Checkbox label="cases.is_sexual" checked={typed.isSexual} onChange={(isSexual) => change({ isSexual })} />
        <Select label="cases.age" empty="cases.choose" value={typed.age} onChange={(age) => change({ age })} choices={AGES.map((value) => ({ value, label: `cases.age_${value}` as const }))} />
      </>
    )
  }
  if (kind === 'assessed') {
    return SAFETY_QUESTIONS.map((question) => (
      <Select key={question} label={`cases.question_${question}`} empty="cases.choose" value={typed.answers[question] ?? ''} onChange={(answer) => change({ answers: { ...typed.answers, [question]: answer } })} choices={ANSWERS.map((value) => ({ value, label: `cases.answer_${value}` as const }))} />
    ))
  }
  if (kind === 'told') {
    return (
      <div className="field-row">
        <Select label="cases.told_who" empty="cases.choose" value={typed.who} onChange={(who) => change({ who })} choices={TOLD.map((value) => ({ value: value as string, label: `cases.told_${value}` as const }))} />
        <Select label="cases.told_means" empty="cases.choose" value={typed.means} onChange={(means) => change({ means })} choices={MEANS.map((value) => ({ value: value as string, label: `cases.means_${value}` as const }))} />
      </div>
    )
  }
  if (kind === 'referred') {
    return (
      <div className="field-row">
        <Select label="cases.referred_to" empty="cases.choose" value={typed.to} onChange={(to) => change({ to })} choices={REFERRAL_PLACES.map((value) => ({ value: value as string, label: `cases.place_${value}` as const }))} />
        <Select label="cases.referral_state" value={typed.state} onChange={(state) => change({ state })} choices={REFERRAL_STATES.map((value) => ({ value: value as string, label: `cases.referral_${value}` as const }))} />
      </div>
    )
  }
  if (kind === 'supported') return <Select label="cases.support" empty="cases.choose" value={typed.what} onChange={(what) => change({ what })} choices={SUPPORTS.map((value) => ({ value: value as string, label: `cases.support_${value}` as const }))} />
  return null
}

function isNoteOptional(kind: StepKind): boolean {
  return ['tagged', 'assessed', 'told', 'approved', 'referred', 'supported'].includes(kind)
}

/** The step as it would be sent; null while something is missing. */
function stepOf(kind: StepKind, typed: Typed): Step | null {
  const note = typed.note.trim()
  const { age, answers, isSexual, tags } = typed
  const who = TOLD.find((one) => one === typed.who)
  const means = MEANS.find((one) => one === typed.means)
  const to = REFERRAL_PLACES.find((one) => one === typed.to)
  const state = REFERRAL_STATES.find((one) => one === typed.state)
  const what = SUPPORTS.find((one) => one === typed.what)
  switch (kind) {
    case 'tagged':
      return age === '' || tags.length === 0 ? null : { kind, tags: [...tags], age, isSexual }
    case 'assessed': {
      const { threat, injury, self_harm, carer, contact, no_place } = answers
      return threat && injury && self_harm && carer && contact && no_place ? { kind, answers: { threat, injury, self_harm, carer, contact, no_place }, note } : null
    }
    case 'told':
      return who && means ? { kind, who, means, note } : null
    case 'referred':
      return to && state ? { kind, to, state, note } : null
    case 'supported':
      return what ? { kind, what, note } : null
    case 'approved':
      return { kind, note }
    default:
      return note ? { kind, note } : null
  }
}
