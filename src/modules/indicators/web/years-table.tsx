import { Table } from '#platform/web/table.tsx'
import { useWords } from '#platform/web/words.ts'
import type { IndicatorView } from '../contract.ts'
import { useFigureWords } from './indicator-words.tsx'

/** What the chart draws, as a table. */
export function YearsTable({ view }: { view: IndicatorView }) {
  const { t } = useWords()
  const words = useFigureWords()
  const { unit } = view.row
  return (
    <details>
      <summary>{t('indicators.chart_table')}</summary>
      <Table
        caption="indicators.chart_title"
        hideCaption
        columns={[
          { key: 'year', header: 'indicators.year', isName: true, cell: (point) => point.year },
          { key: 'value', header: 'indicators.chart_actual', isNumber: true, cell: (point) => words.figure({ ...point, unit }) },
          { key: 'share', header: 'indicators.column_source', isNumber: true, cell: (point) => (point.whole === null ? '' : `${words.written(point.part, 'count')} / ${words.written(point.whole, 'count')}`) },
          { key: 'target', header: 'indicators.chart_target', isNumber: true, cell: (point) => words.written(point.target?.value ?? null, unit) },
          { key: 'from', header: 'indicators.column_source', cell: (point) => words.target(point.target) },
        ]}
        rows={view.years}
        keyOf={(point) => String(point.year)}
      />
    </details>
  )
}
