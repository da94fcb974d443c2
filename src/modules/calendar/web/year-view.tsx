import type { AgendaEntry } from '#core/agenda/contract.ts'
import type { PlainDate } from '#platform/clock.ts'
import { classNames } from '#platform/web/class-names.ts'
import { useFormat } from '#platform/web/format.ts'
import { useWords } from '#platform/web/words.ts'
import { monthsOf, type Month } from '../model/months.ts'
import { EntryLine, OfferButton, useTitleOf } from './entry-line.tsx'
import { useOffers } from './use-offers.ts'

interface YearProps {
  year: number
  entries: readonly AgendaEntry[]
  today: PlainDate
  onOffer: (observance: AgendaEntry) => void
}

/** Twelve cards, four in a row; on a phone one under the other; on paper one A4 page across. */
export function YearView({ year, entries, today, onOffer }: YearProps) {
  const offerOf = useOffers({ entries, today, onOffer })
  return (
    <div className="cal-year tiles">
      {monthsOf(year, entries).map((month) => (
        <MonthCard key={month.key} month={month} isNow={today.startsWith(month.key)} offerOf={offerOf} />
      ))}
    </div>
  )
}

function MonthCard({ month, isNow, offerOf }: { month: Month; isNow: boolean; offerOf: (entry: AgendaEntry) => (() => void) | undefined }) {
  const { t } = useWords()
  const format = useFormat()
  const titleOf = useTitleOf()
  const name = t(['calendar.month_name', { month: Number(month.key.slice(5)) }])
  return (
    <section className={classNames('card', 'cal-month', isNow && 'cal-now')} aria-label={name}>
      <h2>
        <span>
          {name}
          {isNow && <span className="hint"> · {t('calendar.this_month')}</span>}
        </span>
        <span className="hint">{t(['calendar.works', { n: month.works }])}</span>
      </h2>
      {month.bands.map((band) => {
        return (
          <p key={band.id} className="cal-band">
            {isWholeMonth(band, month) ? '' : `${format.dayOfYear(band.day)}–${format.dayOfYear(band.until!)}: `}
            {titleOf(band)}
            {band.note && <q>{band.note}</q>}
            <OfferButton offer={offerOf(band)} name={titleOf(band)} />
          </p>
        )
      })}
      {month.entries.length === 0 && month.bands.length === 0 && <p className="hint">{t('calendar.nothing')}</p>}
      <ul>
        {month.entries.map((entry) => (
          <EntryLine key={entry.id} entry={entry} onOffer={offerOf(entry)} />
        ))}
      </ul>
    </section>
  )
}

function isWholeMonth({ day, until }: AgendaEntry, { from, to }: Month): boolean {
  return day === from && until === to
}
