import { useState } from 'react'
import { Chips } from '#platform/web/chips.tsx'
import { useFormat } from '#platform/web/format.ts'
import { Table, type Column } from '#platform/web/table.tsx'
import { useWords } from '#platform/web/words.ts'
import type { ConsolidatedFigure, ConsolidationView } from '../consolidation-contract.ts'
import { cellPlaces, partsOf } from '../model/form.ts'
import { ROLL_WORDS } from './board-words.ts'

/** Which figures are shown: all, those with a value, those that some units have not given, those that nobody has. */
const SHOWN = {
  all: () => true,
  known: ({ value }: ConsolidatedFigure) => value !== null,
  short: ({ value, missing }: ConsolidatedFigure) => value !== null && missing.length > 0,
  none: ({ value }: ConsolidatedFigure) => value === null,
} as const

/** Every figure with how it was summed up, of how many units, who is missing, and what it would be today. */
export function ConsolidationFigures({ view }: { view: ConsolidationView }) {
  const { t } = useWords()
  const [which, setWhich] = useState<keyof typeof SHOWN>('all')
  const format = useFormat()
  const names = new Map([...view.missing, ...view.reports].map(({ unitId, unitName }) => [unitId, unitName]))
  const later = new Map(view.later.figures.map((figure) => [figure.key, figure]))
  const labels = labelsOf(view)
  const value = (figure: ConsolidatedFigure) => (figure.value === null ? t('reports.no_data') : `${format.number(figure.value)}${figure.unit === 'percent' ? '%' : ''}`)
  const columns: readonly Column<ConsolidatedFigure>[] = [
    { key: 'place', header: 'reports.figure_place', isName: true, cell: (figure) => labels.get(figure.key) ?? figure.name ?? figure.code },
    {
      key: 'value',
      header: 'reports.figure_value',
      isNumber: true,
      cell: (figure) => (
        <>
          {value(figure)}
          {figure.part !== null && figure.whole !== null && (
            <div className="hint">
              {format.number(figure.part)}/{format.number(figure.whole)}
            </div>
          )}
          {figure.estimate !== null && <div className="hint">{t(['reports.estimate_is', { value: format.number(figure.estimate) }])}</div>}
        </>
      ),
    },
    {
      key: 'of',
      header: 'reports.figure_of',
      cell: (figure) => (
        <>
          {figure.known}/{figure.units}
          {figure.missing.length > 0 && (
            <details>
              <summary className="hint">{t(['reports.missing_who', { n: figure.missing.length }])}</summary>
              {figure.missing.map((id) => names.get(id) ?? '—').join(', ')}
            </details>
          )}
        </>
      ),
    },
    { key: 'how', header: 'reports.figure_how', cell: (figure) => t(ROLL_WORDS[figure.rollUp]) },
    {
      key: 'later',
      header: 'reports.later_now',
      isNumber: true,
      cell: ({ key }) => {
        const now = later.get(key)
        return now ? `${now.now === null ? t('reports.no_data') : format.number(now.now)} (${now.knownNow})` : '='
      },
    },
  ]
  const shown = view.figures.filter(SHOWN[which])
  return (
    <div className="stack">
      <Chips legend="reports.tab_figures" value={which} onChange={setWhich} choices={(['all', 'known', 'short', 'none'] as const).map((one) => ({ value: one, label: `reports.figures_${one}` as const, count: view.figures.filter(SHOWN[one]).length }))} />
      <Table caption="reports.tab_figures" hideCaption columns={columns} rows={shown} keyOf={({ key }) => key} cards />
    </div>
  )
}

function labelsOf(view: ConsolidationView): ReadonlyMap<string, string> {
  return new Map(
    partsOf(view.form).flatMap((part) => (part.kind === 'table' ? cellPlaces(part).map(({ key, row, column }) => [key, `${part.table.code}. ${row.label} – ${column.label}`] as const) : [])),
  )
}
