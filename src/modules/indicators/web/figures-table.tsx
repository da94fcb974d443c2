import { useState } from 'react'
import { addDays } from '#platform/clock.ts'
import { Button } from '#platform/web/button.tsx'
import { useFormat } from '#platform/web/format.ts'
import { TextLink } from '#platform/web/link.tsx'
import { Table, type Column } from '#platform/web/table.tsx'
import { useWords } from '#platform/web/words.ts'
import type { IndicatorTable, TableUnit } from '../table-contract.ts'
import { useFigureWords } from './indicator-words.tsx'
import type { TableList } from './table-page.tsx'

/** On a phone every unit is a card: so many of them before one asks for more. */
const MOST_CARDS = 8

const isNarrow = () => window.matchMedia('(max-width: 640px)').matches

/** The superior's own figures first, then those of the units; every figure leads to its trace. */
export function FiguresTable({ table, list, onSort }: { table: IndicatorTable; list: TableList; onSort: (key: string, descending: boolean) => void }) {
  const { t } = useWords()
  const format = useFormat()
  const words = useFigureWords()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole || !isNarrow() ? table.rows : table.rows.slice(0, MOST_CARDS)
  const columns: readonly Column<TableUnit>[] = [
    {
      key: '',
      header: 'indicators.below_unit',
      isName: true,
      isSortable: true,
      cell: ({ unitId, unitName, closedOn }) => (
        <>
          {unitId === table.total.unitId ? t(['indicators.table_total', { unit: unitName }]) : unitName}
          {closedOn !== null && <span className="block hint">{t(['indicators.table_closed', { day: format.day(addDays(closedOn, -1)) }])}</span>}
        </>
      ),
    },
    ...table.columns.map(({ key, code, year, sex, unit }, at): Column<TableUnit> => ({
      key,
      header: ['indicators.table_column', { code, year: String(year), sex: sex || 'whole' }],
      isNumber: true,
      isSortable: true,
      cell: (row) => {
        const cell = row.cells[at]!
        if (cell.units === 0 && cell.known === 0) return <abbr title={t('indicators.table_not_asked')}>x</abbr>
        return (
          <div>
            <TextLink to={`/chi-tieu/${code}`} search={{ unit: row.unitId, year }}>
              {words.figure({ ...cell, unit })}
            </TextLink>
            <span className="block hint">{t(['indicators.table_n_of', { known: cell.known, units: cell.units }])}</span>
          </div>
        )
      },
    })),
  ]
  return (
    <div className="figures stack">
      <Table
        caption={['indicators.table_caption', { unit: table.unitName, found: table.found }]}
        columns={columns}
        rows={[table.total, ...shown]}
        keyOf={({ unitId }) => unitId}
        sort={{ key: table.columns.some(({ key }) => key === list.xep) ? list.xep : '', descending: list.giam === 1 }}
        onSort={({ key, descending }) => onSort(key, descending)}
        cards
      />
      {shown.length < table.rows.length && <Button kind="secondary" label={['indicators.table_more', { n: table.rows.length - shown.length }]} onClick={() => setWhole(true)} />}
    </div>
  )
}
