import { useState } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { Checkbox } from '#platform/web/checkbox.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Select } from '#platform/web/select.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'
import { enterReport } from '../contract.ts'
import { CHANNELS, INTAKE_FIELDS, SEXES, type IntakeForm } from '../model/intake-form.ts'
import { DANGERS, HAPPENINGS, type Report } from '../model/report.ts'

const LONG: readonly (keyof IntakeForm)[] = ['condition', 'consequences', 'family', 'doneBefore', 'more']
const EMPTY: IntakeForm = { heardAt: '', childName: '', birth: '', sex: '', condition: '', consequences: '', father: '', mother: '', family: '', carer: '', doneBefore: '', giverAddress: '', more: '' }

type Typed = Omit<Report, 'happening' | 'hideFrom' | 'form' | 'reporter' | 'language'> & { happening: Report['happening'] | ''; channel: (typeof CHANNELS)[number] | ''; head: boolean; others: string; form: IntakeForm }
const NOTHING: Typed = { happening: '', channel: '', danger: '', story: '', place: '', name: '', contact: '', head: false, others: '', form: EMPTY }

/** Writes down what somebody told, for those who are to handle it. Nothing of it stays on the device. */
export default function EnterPage() {
  const { t } = useWords()
  const [sentTo, setSentTo] = useState<string | null>(null)
  return (
    <>
      <PageHead title="cases.enter_title" />
      {sentTo === null ? (
        <EnterForm onSent={setSentTo} />
      ) : (
        <section className="card stack">
          <h2>{t('cases.entered_title')}</h2>
          <p>{t(['cases.entered_text', { unit: sentTo }])}</p>
          <p>{t('cases.entered_paper')}</p>
          <div>
            <Button kind="secondary" label="cases.enter_another" onClick={() => setSentTo(null)} />
          </div>
        </section>
      )}
    </>
  )
}

function EnterForm({ onSent }: { onSent: (unit: string) => void }) {
  const { active } = useSession()
  const { t, language } = useWords()
  const [typed, setTyped] = useState(NOTHING)
  const change = (some: Partial<Typed>) => setTyped({ ...typed, ...some })
  const changeForm = (some: Partial<IntakeForm>) => change({ form: { ...typed.form, ...some } })
  const enter = useCommand(enterReport, { onDone: ({ sentTo }) => onSent(sentTo) })
  const send = () => {
    const { channel, head, others, happening, ...rest } = typed
    if (channel === '' || happening === '') return
    enter.mutate({ unitId: active.unitId, channel, report: { ...rest, happening, reporter: 'staff', language, hideFrom: { head, handlers: [], others } } })
  }
  return (
    <form
      className="stack"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <p>{t('cases.enter_text')}</p>
      <section className="card stack">
        <h2>{t('cases.enter_what')}</h2>
        <Select label="cases.channel" empty="cases.choose" value={typed.channel} onChange={(channel) => change({ channel })} choices={CHANNELS.map((value) => ({ value, label: `cases.channel_${value}` as const }))} required />
        <Select label="cases.public_happening" empty="cases.choose" value={typed.happening} onChange={(happening) => change({ happening })} choices={HAPPENINGS.map((value) => ({ value, label: `cases.public_happening_${value}` as const }))} required />
        <Select label="cases.danger" empty="cases.choose" value={typed.danger} onChange={(danger) => change({ danger })} choices={DANGERS.map((value) => ({ value, label: `cases.danger_${value}` as const }))} optional />
        {typed.danger === 'yes' && <p className="note">{t('cases.enter_danger')}</p>}
        <AutoText label="cases.enter_story" hint="cases.enter_story_hint" value={typed.story} onChange={(story) => change({ story })} maxLength={5_000} rows={4} optional />
        <TextInput label="cases.place" value={typed.place} onChange={(place) => change({ place })} maxLength={300} optional />
      </section>
      <section className="card stack">
        <h2>{t('cases.enter_form')}</h2>
        <p className="hint">{t('cases.enter_form_hint')}</p>
        <Select label="cases.form_sex" empty="cases.choose" value={typed.form.sex} onChange={(sex) => changeForm({ sex })} choices={SEXES.map((value) => ({ value, label: `cases.sex_${value}` as const }))} optional />
        {INTAKE_FIELDS.map((field) =>
          LONG.includes(field) ? (
            <AutoText key={field} label={`cases.form_${field}`} value={typed.form[field]} onChange={(value) => changeForm({ [field]: value })} maxLength={field === 'family' ? 1_000 : 2_000} optional />
          ) : (
            <TextInput key={field} label={`cases.form_${field}`} value={typed.form[field]} onChange={(value) => changeForm({ [field]: value })} maxLength={field === 'heardAt' || field === 'birth' ? 60 : 120} optional />
          ),
        )}
      </section>
      <section className="card stack">
        <h2>{t('cases.enter_giver')}</h2>
        <TextInput label="cases.enter_giver_name" value={typed.name} onChange={(name) => change({ name })} maxLength={120} optional />
        <TextInput label="cases.contact" value={typed.contact} onChange={(contact) => change({ contact })} maxLength={200} optional />
      </section>
      <section className="card stack">
        <h2>{t('cases.enter_hide')}</h2>
        <p className="hint">{t('cases.enter_hide_hint')}</p>
        <Checkbox label="cases.public_hide_head" checked={typed.head} onChange={(head) => change({ head })} />
        <TextInput label="cases.public_hide_others" value={typed.others} onChange={(others) => change({ others })} maxLength={300} optional />
      </section>
      <ErrorNote error={enter.error} />
      <div>
        <Button type="submit" icon="lock" label="cases.enter_send" busy={enter.isPending} disabled={typed.channel === '' || typed.happening === ''} />
      </div>
    </form>
  )
}
