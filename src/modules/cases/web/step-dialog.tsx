import { useState } from 'react'
import type { PlainDate } from '#platform/clock.ts'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { Checkbox } from '#platform/web/checkbox.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { Select } from '#platform/web/select.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { addStep, type CaseView } from '../contract.ts'
import { AGES, LEGAL_TAGS, type Age, type LegalTag } from '../model/duties.ts'
import { ANSWERS, SAFETY_QUESTIONS, type Answer, type SafetyQuestion } from '../model/safety.ts'
import { SEXES } from '../model/intake-form.ts'
import { MEANS, PLACES, REFERRAL_ANSWERS, REFERRAL_PLACES, REFERRAL_STATES, RELATIONS, SUPPORTS, TOLD, type Step, type StepKind } from '../model/steps.ts'
import { CommandFault } from './open-key.tsx'

const KINDS: readonly StepKind[] = ['noted', 'tagged', 'assessed', 'told', 'tell_not_due', 'planned', 'plan_not_due', 'approved', 'separated', 'separation_reviewed', 'referred', 'referral_answered', 'supported', 'coordinated', 'followed_up', 'accused']

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
  readonly sex: string
  readonly place: string
  readonly referral: string
  readonly answer: string
  readonly with: readonly string[]
  readonly safe: string
  readonly nextOn: PlainDate | null
  readonly name: string
  readonly relation: string
  readonly isCriminal: string
  readonly isCounselled: string
}

const NOTHING: Typed = { note: '', tags: [], age: '', isSexual: false, answers: {}, who: '', means: '', to: '', state: 'sent', what: '', sex: 'unknown', place: 'unknown', referral: '', answer: '', with: [], safe: '', nextOn: null, name: '', relation: 'unknown', isCriminal: 'unknown', isCounselled: 'unknown' }

export function StepDialog({ view, first, onClose }: { view: CaseView; first: StepKind; onClose: () => void }) {
  const { id: caseId, seats } = view
  const others = seats.filter(({ isSelf }) => !isSelf)
  const [readers, setReaders] = useState<readonly string[] | null>(null)
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
  const chosen = readers ?? (kind === 'accused' ? [] : null)
  const save = () => step && add.mutate({ caseId, step, ...(chosen ? { readers: [...chosen] } : {}) })
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
        <StepFields kind={kind} typed={typed} change={change} view={view} />
        <AutoText label="cases.note" value={typed.note} onChange={(note) => change({ note })} maxLength={5_000} rows={3} optional={isNoteOptional(kind)} autoComplete="off" />
        {others.length > 0 && <Readers others={others} chosen={chosen} onChange={setReaders} mayAll={kind !== 'accused'} />}
        <CommandFault error={add.error} onOpened={save} />
      </div>
    </Dialog>
  )
}

/** Who in the case may read the step: everybody, or some. */
function Readers({ others, chosen, onChange, mayAll }: { others: CaseView['seats']; chosen: readonly string[] | null; onChange: (readers: readonly string[] | null) => void; mayAll: boolean }) {
  const { t } = useWords()
  return (
    <fieldset className="choices">
      <legend className="legend">{t('cases.readers')}</legend>
      {mayAll && <Checkbox label="cases.readers_all" checked={chosen === null} onChange={(isOn) => onChange(isOn ? null : [])} />}
      {chosen !== null && others.map(({ accountId, name }) => <Checkbox key={accountId} label={['cases.reader', { name }]} checked={chosen.includes(accountId)} onChange={(isOn) => onChange(isOn ? [...chosen, accountId] : chosen.filter((id) => id !== accountId))} />)}
      {chosen !== null && <p className="hint">{t('cases.readers_hint')}</p>}
    </fieldset>
  )
}

function StepFields({ kind, typed, change, view }: { kind: StepKind; typed: Typed; change: (some: Partial<Typed>) => void; view: CaseView }) {
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
        <Select label="cases.form_sex" value={typed.sex} onChange={(sex) => change({ sex })} choices={SEXES.map((value) => ({ value: value as string, label: `cases.sex_${value}` as const }))} />
        <Select label="cases.happened" value={typed.place} onChange={(place) => change({ place })} choices={PLACES.map((value) => ({ value: value as string, label: `cases.happened_${value}` as const }))} />
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
  if (kind === 'referral_answered') {
    const referrals = view.steps.flatMap(({ id, body }) => (body?.kind === 'referred' ? [{ value: id, label: `cases.place_${body.to}` as const }] : []))
    return (
      <div className="field-row">
        <Select label="cases.referral_which" empty="cases.choose" value={typed.referral} onChange={(referral) => change({ referral })} choices={referrals} />
        <Select label="cases.referral_state" empty="cases.choose" value={typed.answer} onChange={(answer) => change({ answer })} choices={REFERRAL_ANSWERS.map((value) => ({ value: value as string, label: `cases.referral_${value}` as const }))} />
      </div>
    )
  }
  if (kind === 'coordinated') {
    return (
      <fieldset className="choices">
        <legend className="legend">{t('cases.coordinated_with')}</legend>
        {REFERRAL_PLACES.map((place) => (
          <Checkbox key={place} label={`cases.place_${place}`} checked={typed.with.includes(place)} onChange={(isOn) => change({ with: REFERRAL_PLACES.filter((one) => (one === place ? isOn : typed.with.includes(one))) })} />
        ))}
      </fieldset>
    )
  }
  if (kind === 'followed_up') {
    return (
      <div className="field-row">
        <Select label="cases.safe" empty="cases.choose" value={typed.safe} onChange={(safe) => change({ safe })} choices={ANSWERS.map((value) => ({ value: value as string, label: `cases.safe_${value}` as const }))} />
        <DateInput label="cases.next_on" value={typed.nextOn} onChange={(nextOn) => change({ nextOn })} optional />
      </div>
    )
  }
  if (kind === 'accused') {
    return (
      <>
        <TextInput label="cases.accused_name" value={typed.name} onChange={(name) => change({ name })} maxLength={200} autoComplete="off" optional />
        <Select label="cases.accused_relation" value={typed.relation} onChange={(relation) => change({ relation })} choices={RELATIONS.map((value) => ({ value: value as string, label: `cases.relation_${value}` as const }))} />
        <div className="field-row">
          <Select label="cases.accused_sex" value={typed.sex} onChange={(sex) => change({ sex })} choices={SEXES.map((value) => ({ value: value as string, label: `cases.sex_${value}` as const }))} />
          <Select label="cases.accused_age" empty="cases.choose" value={typed.age} onChange={(age) => change({ age })} choices={AGES.map((value) => ({ value, label: `cases.age_${value}` as const }))} />
        </div>
        <div className="field-row">
          <Select label="cases.criminal" value={typed.isCriminal} onChange={(isCriminal) => change({ isCriminal })} choices={ANSWERS.map((value) => ({ value: value as string, label: `cases.answer_${value}` as const }))} />
          <Select label="cases.counselled" value={typed.isCounselled} onChange={(isCounselled) => change({ isCounselled })} choices={ANSWERS.map((value) => ({ value: value as string, label: `cases.answer_${value}` as const }))} />
        </div>
      </>
    )
  }
  if (kind === 'supported') return <Select label="cases.support" empty="cases.choose" value={typed.what} onChange={(what) => change({ what })} choices={SUPPORTS.map((value) => ({ value: value as string, label: `cases.support_${value}` as const }))} />
  return null
}

function isNoteOptional(kind: StepKind): boolean {
  return ['tagged', 'assessed', 'told', 'approved', 'referred', 'referral_answered', 'supported', 'followed_up', 'accused'].includes(kind)
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
  const sex = SEXES.find((one) => one === typed.sex) ?? 'unknown'
  const place = PLACES.find((one) => one === typed.place) ?? 'unknown'
  const known = (text: string) => ANSWERS.find((one) => one === text) ?? 'unknown'
  switch (kind) {
    case 'tagged':
      return age === '' || tags.length === 0 ? null : { kind, tags: [...tags], age, isSexual, sex, place }
    case 'assessed': {
      const { threat, injury, self_harm, carer, contact, no_place } = answers
      return threat && injury && self_harm && carer && contact && no_place ? { kind, answers: { threat, injury, self_harm, carer, contact, no_place }, note } : null
    }
    case 'told':
      return who && means ? { kind, who, means, note } : null
    case 'referred':
      return to && state ? { kind, to, state, note } : null
    case 'referral_answered': {
      const answer = REFERRAL_ANSWERS.find((one) => one === typed.answer)
      return answer && typed.referral ? { kind, referral: typed.referral, state: answer, note } : null
    }
    case 'coordinated':
      return typed.with.length > 0 && note ? { kind, with: REFERRAL_PLACES.filter((one) => typed.with.includes(one)), note } : null
    case 'followed_up':
      return typed.safe ? { kind, safe: known(typed.safe), nextOn: typed.nextOn, note } : null
    case 'accused': {
      const relation = RELATIONS.find((one) => one === typed.relation) ?? 'unknown'
      return age === '' ? null : { kind, name: typed.name.trim(), relation, sex, age, isCriminal: known(typed.isCriminal), isCounselled: known(typed.isCounselled), note }
    }
    case 'supported':
      return what ? { kind, what, note } : null
    case 'approved':
      return { kind, note }
    default:
      return note ? { kind, note } : null
  }
}
