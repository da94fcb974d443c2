import { type FormEvent, useState } from 'react'
import { useCan, useSession } from '#core/access/web/session.ts'
import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { today } from '#platform/web/format.ts'
import { useListState } from '#platform/web/location.ts'
import { NumberInput } from '#platform/web/number-input.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { RadioCards } from '#platform/web/radio-cards.tsx'
import { Select } from '#platform/web/select.tsx'
import { Table, type Column } from '#platform/web/table.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { changeSeries, getSeries, type NumberSeries } from '../number-contract.ts'
import { FormCard } from './form-card.tsx'
import { ReserveForm } from './reserve-form.tsx'

export default function SeriesPage() {
  const { t } = useWords()
  const { active } = useSession()
  const can = useCan()
  const thisYear = Number(today().slice(0, 4))
  const [{ nam }, setList] = useListState({ nam: String(thisYear) })
  const read = useOperation(getSeries, { unitId: active.unitId, year: nam })
  return (
    <>
      <PageHead title="documents.title_series" trail={[{ to: '/van-ban', text: t('documents.title') }]} />
      <p>{t('documents.series_intro')}</p>
      <div className="stack">
        <Select
          label="documents.year"
          value={nam}
          onChange={(year) => setList({ nam: year })}
          choices={[thisYear + 1, thisYear, thisYear - 1].map((year) => ({ value: String(year), text: String(year) }))}
        />
        <OperationView read={read}>
          {(series) => (
            <div className="stack">
              <SeriesForm key={`${series.year}-${series.mode}`} series={series} isLocked={!can('documents.changeSeries')} />
              <FormCard isLocked={!can('documents.changeSeries')} />
              {can('documents.number') && <ReserveForm year={series.year} />}
            </div>
          )}
        </OperationView>
      </div>
    </>
  )
}

type Line = NumberSeries['series'][number]

function SeriesForm({ series, isLocked }: { series: NumberSeries; isLocked: boolean }) {
  const { active } = useSession()
  const [mode, setMode] = useState(series.mode)
  const [symbol, setSymbol] = useState(series.unitSymbol ?? '')
  const [lasts, setLasts] = useState<Readonly<Record<string, number>>>({})
  const save = useCommand(changeSeries, {
    invalidate: ['documents'],
    onDone: () => {
      setLasts({})
      showToast('documents.series_saved')
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const changed = Object.entries(lasts).map(([name, lastNumber]) => ({ series: name, lastNumber }))
    save.mutate({ unitId: active.unitId, mode, unitSymbol: symbol.trim() || null, year: series.year, series: changed })
  }
  return (
    <form className="card stack" onSubmit={submit}>
      <RadioCards
        legend="documents.series_mode"
        value={mode}
        onChange={setMode}
        choices={[
          { value: 'per_type', label: 'documents.series_per_type' },
          { value: 'single', label: 'documents.series_single' },
        ]}
      />
      <TextInput label="documents.series_symbol" hint="documents.series_symbol_hint" value={symbol} onChange={setSymbol} maxLength={40} disabled={isLocked} />
      <Table
        caption={['documents.series_caption', { year: String(series.year) }]}
        columns={useSeriesColumns(lasts, setLasts, isLocked)}
        rows={series.series}
        keyOf={(line) => line.series}
        cards
      />
      <ErrorNote error={save.error} />
      {!isLocked && (
        <div>
          <Button type="submit" label="documents.save" busy={save.isPending} />
        </div>
      )}
    </form>
  )
}

function useSeriesColumns(lasts: Readonly<Record<string, number>>, setLasts: (lasts: Record<string, number>) => void, isLocked: boolean): Column<Line>[] {
  const { t } = useWords()
  return [
    {
      key: 'series',
      header: 'documents.series_name',
      isName: true,
      cell: ({ series }) => (series === 'arrival' ? t('documents.series_arrival') : series === 'all' ? t('documents.series_all') : series),
    },
    {
      key: 'last',
      header: 'documents.series_last',
      isNumber: true,
      cell: ({ series, lastNumber }) =>
        isLocked ? (
          lastNumber
        ) : (
          <NumberInput
            label="documents.series_last"
            hideLabel
            min={0}
            max={999_999}
            value={lasts[series] ?? lastNumber}
            onChange={(value) => value !== null && setLasts({ ...lasts, [series]: value })}
          />
        ),
    },
    { key: 'next', header: 'documents.series_next', isNumber: true, cell: ({ next }) => next },
    {
      key: 'held',
      header: 'documents.series_held',
      cell: ({ held }) => (held.length === 0 ? '–' : held.map(({ numberText, note }) => `${numberText} (${note})`).join(', ')),
    },
  ]
}
