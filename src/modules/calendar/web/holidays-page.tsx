import { useState } from 'react'
import { useCan, useSession } from '#core/access/web/session.ts'
import { clearHoliday, listHolidays, type HolidayView } from '#core/periods/contract.ts'
import { Button } from '#platform/web/button.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { today, useFormat } from '#platform/web/format.ts'
import { useListState } from '#platform/web/location.ts'
import { Note } from '#platform/web/note.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Table, type Column } from '#platform/web/table.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { effectOn, holidaysFrom, isFreeAnyway } from '../model/holiday-effect.ts'
import { HolidayDialog } from './holiday-dialog.tsx'
import { YearSwitch } from './year-switch.tsx'

/** The days on which the ordinary week does not hold, what they stand on and what they do to deadlines. */
export default function HolidaysPage() {
  const { active } = useSession()
  const can = useCan()
  const { t } = useWords()
  const [{ year }, setState] = useListState({ year: Number(today().slice(0, 4)) })
  const [edited, setEdited] = useState<HolidayView | 'new' | null>(null)
  const read = useOperation(listHolidays, { unitId: active.unitId, year })
  const mayChange = can('periods.change')
  return (
    <>
      <PageHead
        title={['calendar.holidays_title_year', { year: String(year) }]}
        trail={[{ to: '/lich', text: t('calendar.nav') }]}
        actions={mayChange && <Button icon="plus" label="calendar.holiday_add" onClick={() => setEdited('new')} />}
      />
      <div className="stack">
        <p>{t(mayChange ? 'calendar.holidays_text' : 'calendar.holidays_text_read')}</p>
        <YearSwitch year={year} onYear={(next) => setState({ year: next })} />
        <OperationView read={read}>
          {(rows) => (
            <>
              <ExpectedNote rows={rows} />
              {rows.length === 0 ? (
                <EmptyState title={['calendar.holidays_none', { year: String(year) }]} text="calendar.holidays_none_text" icon="calendar" />
              ) : (
                <HolidayTable rows={rows} onEdit={mayChange ? setEdited : undefined} />
              )}
              {edited && <HolidayDialog year={year} rows={rows} holiday={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
            </>
          )}
        </OperationView>
      </div>
    </>
  )
}

function ExpectedNote({ rows }: { rows: readonly HolidayView[] }) {
  const { t } = useWords()
  const n = rows.filter(({ basis }) => basis === 'expected').length
  return n > 0 && <Note tone="warn">{t(['calendar.holidays_expected', { n }])}</Note>
}

const BASIS_TONE = { law: 'ok', decision: 'ok', expected: 'warn' } as const

function HolidayTable({ rows, onEdit }: { rows: readonly HolidayView[]; onEdit: ((row: HolidayView) => void) | undefined }) {
  const { active } = useSession()
  const { t } = useWords()
  const format = useFormat()
  const holidays = holidaysFrom(rows)
  const clear = useCommand(clearHoliday, { invalidate: ['periods', 'agenda', 'assignments'], onDone: () => showToast('calendar.holiday_taken_back') })
  const effect = (row: HolidayView) => {
    if (row.kind !== 'off') return t('calendar.holiday_effect_none')
    const day = format.day(effectOn(row.day, holidays).inTimeUntil)
    return t([isFreeAnyway(row) ? 'calendar.holiday_effect_weekend' : 'calendar.holiday_effect_to', { day }])
  }
  const facts: readonly Column<HolidayView>[] = [
    { key: 'day', header: 'calendar.holiday_day', cell: ({ day }) => format.weekday(day) },
    { key: 'name', header: 'calendar.holiday_name', isName: true, cell: ({ name }) => name },
    { key: 'kind', header: 'calendar.holiday_kind', cell: ({ kind }) => t(`calendar.holiday_${kind}`) },
    { key: 'effect', header: 'calendar.holiday_effect', cell: effect },
    {
      key: 'sure',
      header: 'calendar.column_sure',
      cell: ({ basis, source, byUnitId }) => (
        <>
          <Tag tone={BASIS_TONE[basis]} label={`calendar.holiday_basis_${basis}`} />
          <div className="hint">{source}</div>
          {byUnitId && <div className="hint">{t(byUnitId === active.unitId ? 'calendar.holiday_own' : 'calendar.holiday_superior')}</div>}
        </>
      ),
    },
  ]
  const acts: Column<HolidayView> = {
    key: 'act',
    header: 'calendar.column_act',
    cell: (row) => (
      <span className="row">
        <Button kind="secondary" small label="calendar.edit" aria-label={`${t('calendar.edit')}: ${row.name}`} onClick={() => onEdit?.(row)} />
        {row.byUnitId === active.unitId && (
          <Button kind="ghost" small icon="undo" label="calendar.take_back" aria-label={`${t('calendar.take_back')}: ${row.name}`} busy={clear.isPending} onClick={() => clear.mutate({ unitId: active.unitId, day: row.day })} />
        )}
      </span>
    ),
  }
  return (
    <>
      {clear.error && <ErrorNote error={clear.error} />}
      <Table caption="calendar.holidays_title" hideCaption columns={onEdit ? [...facts, acts] : facts} rows={rows} keyOf={({ day }) => day} cards />
    </>
  )
}
