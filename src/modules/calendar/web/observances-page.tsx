import { useState } from 'react'
import { useCan, useSession } from '#core/access/web/session.ts'
import { Button } from '#platform/web/button.tsx'
import { today, useFormat } from '#platform/web/format.ts'
import { useListState } from '#platform/web/location.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Table, type Column } from '#platform/web/table.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { useWords } from '#platform/web/words.ts'
import { clearObservance, listObservances, type Observance } from '../contract.ts'
import { ObservanceDialog } from './observance-dialog.tsx'
import { YearSwitch } from './year-switch.tsx'

/** The days around which the year is built, what they stand on, and what the unit says otherwise. */
export default function ObservancesPage() {
  const { active } = useSession()
  const can = useCan()
  const { t } = useWords()
  const [{ year }, setState] = useListState({ year: Number(today().slice(0, 4)) })
  const [edited, setEdited] = useState<Observance | 'new' | null>(null)
  const read = useOperation(listObservances, { unitId: active.unitId, year })
  const mayChange = can('calendar.change')
  return (
    <>
      <PageHead
        title={['calendar.observances_title_year', { year: String(year) }]}
        trail={[{ to: '/lich', text: t('calendar.nav') }]}
        actions={mayChange && <Button icon="plus" label="calendar.add_observance" onClick={() => setEdited('new')} />}
      />
      <div className="stack">
        <p>{t(mayChange ? 'calendar.observances_text' : 'calendar.observances_text_read')}</p>
        <YearSwitch year={year} onYear={(next) => setState({ year: next })} />
        <OperationView read={read}>{(rows) => <ObservanceTable rows={rows} onEdit={mayChange ? setEdited : undefined} />}</OperationView>
      </div>
      {edited && <ObservanceDialog year={year} observance={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  )
}

function ObservanceTable({ rows, onEdit }: { rows: readonly Observance[]; onEdit: ((row: Observance) => void) | undefined }) {
  const { active } = useSession()
  const { t, language } = useWords()
  const format = useFormat()
  const clear = useCommand(clearObservance, { invalidate: ['calendar', 'agenda'] })
  const nameOf = (row: Observance) => (language === 'en' && row.nameEn ? row.nameEn : row.name)
  const facts: readonly Column<Observance>[] = [
    { key: 'day', header: 'calendar.column_day', cell: ({ from, to }) => (from === to ? format.day(from) : `${format.day(from)} – ${format.day(to)}`) },
    {
      key: 'name',
      header: 'calendar.column_observance',
      isName: true,
      cell: (row) => (
        <>
          {nameOf(row)}
          {row.theme && <div className="hint">{t(['calendar.theme_is', { theme: row.theme }])}</div>}
          {row.themeSource && <div className="hint">{t(['calendar.theme_from', { source: row.themeSource }])}</div>}
        </>
      ),
    },
    { key: 'source', header: 'calendar.column_source', cell: (row) => row.source },
    {
      key: 'sure',
      header: 'calendar.column_sure',
      cell: (row) => (row.dropped ? <Tag tone="mute" label="calendar.dropped" /> : <Tag tone={row.isCertain ? 'ok' : 'warn'} label={row.isCertain ? 'calendar.stated' : 'calendar.recalled'} />),
    },
  ]
  const acts: Column<Observance> = {
    key: 'act',
    header: 'calendar.column_act',
    cell: (row) => (
      <span className="row">
        <Button kind="secondary" small label="calendar.edit" onClick={() => onEdit?.(row)} />
        {row.changeId && row.byUnitId === active.unitId && (
          <Button kind="ghost" small icon="undo" label="calendar.take_back" onClick={() => clear.mutate({ unitId: active.unitId, changeId: row.changeId! })} />
        )}
      </span>
    ),
  }
  const columns = onEdit ? [...facts, acts] : facts
  return <Table caption="calendar.observances_title" hideCaption columns={columns} rows={rows} keyOf={(row) => row.code ?? row.changeId!} cards />
}
