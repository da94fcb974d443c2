import type { AgendaEntry } from '#core/agenda/contract.ts'
import type { PlainDate } from '#platform/clock.ts'
import { addDays } from '#platform/clock.ts'
import { Button } from '#platform/web/button.tsx'
import { classNames } from '#platform/web/class-names.ts'
import { useFormat } from '#platform/web/format.ts'
import { TextLink } from '#platform/web/link.tsx'
import { useWords } from '#platform/web/words.ts'
import { dayShown, lastDayOf, monthOf, weeksOf } from '../model/months.ts'
import { EntryLine, lookOf, OfferButton, useTitleOf } from './entry-line.tsx'
import { useOffers } from './use-offers.ts'

interface MonthProps {
  /** `2026-03`. */
  month: string
  entries: readonly AgendaEntry[]
  today: PlainDate
  onMonth: (month: string) => void
  onOffer: (observance: AgendaEntry) => void
}

const WEEKDAYS = ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08', '2026-01-09', '2026-01-10', '2026-01-11'] as const

/** One month: a grid of days at a desk, a list on a phone. */
export function MonthView({ month, entries, today, onMonth, onOffer }: MonthProps) {
  const offerOf = useOffers({ entries, today, onOffer })
  const { t } = useWords()
  const format = useFormat()
  const titleOf = useTitleOf()
  const shown = monthOf(month, entries)
  const name = t(['calendar.month_of_year', { month: Number(month.slice(5)), year: month.slice(0, 4) }])
  const holidays = new Map(entries.filter(({ kind }) => kind === 'holiday').map((entry) => [entry.day, entry]))
  return (
    <section className="stack" aria-label={name}>
      <div className="row row-center">
        <Button kind="ghost" icon="left" iconOnly label="calendar.month_before" onClick={() => onMonth(addDays(`${month}-01`, -1).slice(0, 7))} />
        <h2>{name}</h2>
        <Button kind="ghost" icon="right" iconOnly label="calendar.month_after" onClick={() => onMonth(addDays(lastDayOf(month), 1).slice(0, 7))} />
      </div>
      {shown.bands.map((band) => (
        <p key={band.id} className="cal-band">
          {format.dayOfYear(band.day)}–{format.dayOfYear(band.until!)}: {titleOf(band)}
          {band.note && <q>{band.note}</q>}
          <OfferButton offer={offerOf(band)} name={titleOf(band)} />
        </p>
      ))}
      <table className="cal-grid">
        <caption className="vh">{name}</caption>
        <thead>
          <tr>
            {WEEKDAYS.map((day) => (
              <th key={day} scope="col">
                {format.weekday(day).split(',')[0]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day} className={classNames(!day.startsWith(month) && 'cal-other', day === today && 'cal-now')}>
                  <span className="cal-day">{Number(day.slice(8))}</span>
                  {holidays.has(day) && <span className="hint"> {titleOf(holidays.get(day)!)}</span>}
                  {shown.entries
                    .filter((entry) => dayShown(entry) === day)
                    .map((entry) => (
                      <div key={entry.id} className={`cal-entry cal-${lookOf(entry)}`}>
                        {entry.href ? <TextLink to={entry.href}>{titleOf(entry)}</TextLink> : titleOf(entry)}
                        <span className="vh"> ({t(`calendar.look_${lookOf(entry)}`)})</span>
                        <OfferButton offer={offerOf(entry)} name={titleOf(entry)} />
                      </div>
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="cal-short plain">
        {shown.entries.map((entry) => (
          <EntryLine key={entry.id} entry={entry} onOffer={offerOf(entry)} />
        ))}
        {shown.entries.length === 0 && <li className="hint">{t('calendar.nothing')}</li>}
      </ul>
    </section>
  )
}
