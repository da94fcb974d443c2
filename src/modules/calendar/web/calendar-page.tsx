import './calendar.css'
import { useState } from 'react'
import { listAgenda, type AgendaEntry } from '#core/agenda/contract.ts'
import { useCan, useSession } from '#core/access/web/session.ts'
import { Button } from '#platform/web/button.tsx'
import { Chips } from '#platform/web/chips.tsx'
import { today } from '#platform/web/format.ts'
import { ButtonLink, TextLink } from '#platform/web/link.tsx'
import { useListState } from '#platform/web/location.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { useWords } from '#platform/web/words.ts'
import { ListView } from './list-view.tsx'
import { MonthView } from './month-view.tsx'
import { OfferDialog } from './offer-dialog.tsx'
import { YearSwitch } from './year-switch.tsx'
import { YearView } from './year-view.tsx'

const VIEWS = ['year', 'month', 'list'] as const
type View = (typeof VIEWS)[number]

/** The year of the unit: observances, work, deadlines. */
export default function CalendarPage() {
  const { active } = useSession()
  const can = useCan()
  const { t } = useWords()
  const now = today()
  const [state, setState] = useListState({ view: 'year', year: Number(now.slice(0, 4)), month: now.slice(0, 7), kind: 'all' })
  const [asked, setAsked] = useState<AgendaEntry | null>(null)
  const view: View = VIEWS.find((one) => one === state.view) ?? 'year'
  const year = view === 'month' ? Number(state.month.slice(0, 4)) : state.year
  const read = useOperation(listAgenda, { unitId: active.unitId, from: `${year}-01-01`, to: `${year}-12-31` }, { keepPrevious: true })
  return (
    <>
      <PageHead
        title={['calendar.title_year', { year: String(year) }]}
        actions={
          <>
            <Button kind="secondary" icon="print" label="calendar.print" onClick={() => window.print()} />
            {can('activities.edit') && <ButtonLink to="/hoat-dong/ghi" label="calendar.add_activity" icon="plus" />}
            <ButtonLink to="/lich/dia-chi" label="calendar.feeds" kind="secondary" icon="link" />
          </>
        }
      />
      <div className="row row-center no-print">
        <Chips legend="calendar.view" value={view} onChange={(next) => setState({ view: next })} choices={VIEWS.map((value) => ({ value, label: `calendar.view_${value}` as const }))} />
        {view !== 'month' && (
          <YearSwitch year={year} onYear={(next) => setState({ year: next })} />
        )}
        <TextLink to="/lich/ngay-ky-niem">{t('calendar.observances_title')}</TextLink>
        <TextLink to="/lich/ngay-nghi">{t('calendar.holidays_title')}</TextLink>
      </div>
      <OperationView read={read}>
        {(entries) => (
          <div className="stack">
            <Legend />
            {view === 'year' && <YearView year={year} entries={entries} today={now} onOffer={setAsked} />}
            {view === 'month' && <MonthView month={state.month} entries={entries} today={now} onMonth={(month) => setState({ month })} onOffer={setAsked} />}
            {view === 'list' && <ListView entries={entries} kind={state.kind} onKind={(kind) => setState({ kind })} onOffer={setAsked} today={now} />}
          </div>
        )}
      </OperationView>
      {asked && <OfferDialog observance={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

const LEGEND = ['observance', 'done', 'coming', 'late', 'deadline'] as const

function Legend() {
  const { t } = useWords()
  return (
    <ul className="cal-legend legend-row" aria-label={t('calendar.legend')}>
      {LEGEND.map((look) => (
        <li key={look} className={`cal-${look}`}>
          {t(`calendar.look_${look}`)}
        </li>
      ))}
    </ul>
  )
}
