import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { useFormat } from '#platform/web/format.ts'
import { useCommand } from '#platform/web/operations.ts'
import { ReasonDialog } from '#platform/web/reason-dialog.tsx'
import { Select } from '#platform/web/select.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { seatHandler, setHold, type CaseView } from '../contract.ts'
import { CommandFault } from './open-key.tsx'

/** Who may open the case, who did, and whom to call. */
export function CaseAside({ view }: { view: CaseView }) {
  const { seats, log, helpLines, unitName, colleagues, state } = view
  const { t, language } = useWords()
  const format = useFormat()
  return (
    <div className="stack">
      <section className="card">
        <h2>{t('cases.seats_title')}</h2>
        <ul>
          {seats.map(({ name, kind, since }) => (
            <li key={`${name} ${kind}`}>
              {name} <span className="hint">{t(`cases.seat_${kind}`)}, {format.instant(since)}</span>
            </li>
          ))}
        </ul>
        {colleagues.length > 0 && state !== 'closed' && <AddColleague view={view} />}
        <p className="hint">{t(['cases.seats_hint', { unit: unitName }])}</p>
      </section>
      <section className="card">
        <h2>{t('cases.log_title')}</h2>
        <ul className="plain-list">
          {visitsOf(log).map(({ at, name, act, times }) => (
            <li key={`${at.toISOString()} ${name} ${act}`}>
              {format.instant(at)} – {name}: {t(`cases.act_${act}`)} {times > 1 && <span className="hint">{t(['cases.times', { n: times }])}</span>}
            </li>
          ))}
        </ul>
      </section>
      <Hold view={view} />
      <section className="card">
        <h2>{t('cases.call_title')}</h2>
        <ul className="plain-list">
          {helpLines.map(({ phone, name }) => (
            <li key={phone}>
              <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a> {name[language]}
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

/** Keeps the case beyond its time, as evidence, or no longer. */
function Hold({ view: { id: caseId, isHeld } }: { view: CaseView }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const hold = useCommand(setHold, {
    invalidate: ['cases'],
    onDone: () => {
      setOpen(false)
      showToast(isHeld ? 'cases.released' : 'cases.held')
    },
  })
  const label = isHeld ? 'cases.hold_end' : 'cases.hold_begin'
  return (
    <section className="card stack">
      <h2>{t('cases.hold_title')}</h2>
      <p>{t(isHeld ? 'cases.hold_on' : 'cases.hold_text')}</p>
      <div>
        <Button small kind="secondary" label={label} onClick={() => setOpen(true)} />
      </div>
      {isOpen && <ReasonDialog title={label} label="cases.note" action={label} isBusy={hold.isPending} error={hold.error} onClose={() => setOpen(false)} onDone={(note) => hold.mutate({ caseId, isHeld: !isHeld, note })} />}
    </section>
  )
}

/** Lets one more handler of the unit in: when people change, or two are needed. */
function AddColleague({ view: { id: caseId, colleagues } }: { view: CaseView }) {
  const [accountId, setAccountId] = useState('')
  const add = useCommand(seatHandler, { invalidate: ['cases'], onDone: () => showToast('cases.colleague_added') })
  const save = () => add.mutate({ caseId, accountId })
  return (
    <div className="stack">
      <Select label="cases.add_colleague" empty="cases.choose" value={accountId} onChange={setAccountId} choices={colleagues.map(({ accountId: value, name: text }) => ({ value, text }))} />
      <CommandFault error={add.error} onOpened={save} />
      <div>
        <Button small kind="secondary" label="cases.add_colleague_button" busy={add.isPending} disabled={accountId === ''} onClick={save} />
      </div>
    </div>
  )
}

type Visit = CaseView['log'][number] & { times: number }

/** Readings of one person in a row, counted; newest first, with the newest time. */
function visitsOf(log: CaseView['log']): Visit[] {
  const visits: Visit[] = []
  for (const line of log) {
    const last = visits.at(-1)
    if (last && last.name === line.name && last.act === line.act) last.times++
    else visits.push({ ...line, times: 1 })
  }
  return visits
}
