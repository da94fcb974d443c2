import { useFormat } from '#platform/web/format.ts'
import { useWords } from '#platform/web/words.ts'
import type { CaseView } from '../contract.ts'

/** Who may open the case, who did, and whom to call. */
export function CaseAside({ view: { seats, log, helpLines, unitName } }: { view: CaseView }) {
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
