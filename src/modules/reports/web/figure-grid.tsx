import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { useFormat } from '#platform/web/format.ts'
import { NumberInput } from '#platform/web/number-input.tsx'
import { useWords } from '#platform/web/words.ts'
import type { ReportView } from '../contract.ts'
import type { Cell, GridBody } from '../model/body.ts'
import type { FormPart, FormTable, TableColumn, TableRow } from '../model/form.ts'
import { CellDialog } from './cell-dialog.tsx'
import { isOpen } from './open-field.ts'
import { fieldId } from './report-words.ts'
import type { ReportEditing } from './use-report-editing.ts'

interface GridProps {
  part: FormPart
  body: GridBody
  report: ReportView
  editing: ReportEditing
}

/** Figures with last period beside them; what no register counts is entered in its cell, the rest opens to be said otherwise. */
export function FigureGrid({ part, body, report, editing }: GridProps) {
  const { t } = useWords()
  const [opened, setOpened] = useState<{ cell: Cell; label: string } | null>(null)
  const cells = new Map(body.cells.map((cell) => [cell.key, cell]))
  const empty = body.cells.filter((cell) => isOpen(report, editing, cell.key) && cell.state === 'no_data' && editing.valueOf('cells', cell.key) === null)
  const props = { cells, report, editing, onOpen: setOpened }
  return (
    <>
      {part.kind === 'table' && (
        <h4>
          {part.table.code}. {part.table.title}
        </h4>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard (WCAG 2.1.1) */}
      <section className="table-scroll" tabIndex={0} aria-label={part.kind === 'table' ? part.table.title : t('reports.figures')}>
        {part.kind === 'table' ? <TableCells table={part.table} partKey={part.key} {...props} /> : <Indicators body={body} {...props} />}
      </section>
      {empty.length > 0 && (
        <div className="row row-center">
          <span className="hint">{t(['reports.cells_empty', { n: empty.length }])}</span>
          <Button small kind="ghost" label="reports.cells_not_applicable" onClick={() => empty.forEach((cell) => editing.set('cells', cell.key, { state: 'not_applicable', value: null, estimate: null, note: null }))} />
        </div>
      )}
      {opened && <CellDialog cell={opened.cell} label={opened.label} editing={editing} onClose={() => setOpened(null)} />}
    </>
  )
}

interface CellsProps {
  cells: ReadonlyMap<string, Cell>
  report: ReportView
  editing: ReportEditing
  onOpen: (opened: { cell: Cell; label: string }) => void
}

function Indicators({ body, ...props }: CellsProps & { body: GridBody }) {
  const { t } = useWords()
  const format = useFormat()
  return (
    <table className="table report-table">
      <thead>
        <tr>
          <th scope="col">{t('reports.indicator')}</th>
          <th scope="col" className="number">{t('reports.result')}</th>
          <th scope="col" className="number">{t('reports.part_of_whole')}</th>
          <th scope="col" className="number">{t('reports.previous')}</th>
        </tr>
      </thead>
      <tbody>
        {body.cells.map((cell) => (
          <tr key={cell.key}>
            <th scope="row">
              {cell.name ?? cell.code} <span className="hint">{cell.code}</span>
            </th>
            <td className="number">
              <Value cell={cell} label={cell.name ?? cell.code} {...props} />
            </td>
            <td className="number">{cell.part === null || cell.whole === null ? '–' : `${format.number(cell.part)}/${format.number(cell.whole)}`}</td>
            <td className="number">{format.number(cell.previous)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function TableCells({ table, partKey, ...props }: CellsProps & { table: FormTable; partKey: string }) {
  const { t } = useWords()
  const format = useFormat()
  return (
    <table className="table report-table">
      <thead>
        <tr>
          <th scope="col">{t('reports.content')}</th>
          {table.columns.map((column) => (
            <th key={column.key} scope="col" className="number">
              {column.label}
            </th>
          ))}
          <th scope="col" className="number">{t('reports.previous')}</th>
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => {
          const first = table.columns.map(({ key }) => props.cells.get(`${partKey}/${row.key}/${key}`)).find((cell) => cell !== undefined)
          return (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {table.columns.map((column) => (
                <td key={column.key} className="number">
                  <TableCell row={row} column={column} place={(key) => props.cells.get(`${partKey}/${row.key}/${key}`)} {...props} />
                </td>
              ))}
              <td className="number">{format.number(first?.previous ?? null)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function TableCell({ row, column, place, ...props }: CellsProps & { row: TableRow; column: TableColumn; place: (key: string) => Cell | undefined }) {
  const { t } = useWords()
  const format = useFormat()
  if (column.share) {
    const [part, whole] = [place(column.share.part)?.value ?? null, place(column.share.whole)?.value ?? null]
    return <>{part === null || whole === null || whole === 0 ? '' : format.number(Math.round((part / whole) * 1000) / 10)}</>
  }
  const cell = place(column.key)
  if (!cell) return <span className="hint">x</span>
  const label = `${row.label}, ${column.label}`
  const entry = props.editing.valueOf('cells', cell.key)
  const isNumber = row.measure === null && isOpen(props.report, props.editing, cell.key) && entry?.state !== 'not_applicable'
  if (!isNumber) return <Value cell={cell} label={label} {...props} />
  const set = (value: number | null) =>
    props.editing.set('cells', cell.key, value === null ? null : { state: 'value', value, estimate: entry?.estimate ?? null, note: entry?.note ?? null })
  return (
    <div id={fieldId(cell.key)}>
      <NumberInput label={['reports.cell_label', { label }]} hideLabel min={0} max={999_999_999_999} value={entry ? entry.value : null} onChange={set} />
      {entry?.estimate != null && <span className="hint">{t(['reports.estimate_is', { value: format.number(entry.estimate) }])}</span>}
    </div>
  )
}

/** One of three states: a number, nothing to count, or no data yet. */
function Value({ cell, label, report, editing, onOpen }: CellsProps & { cell: Cell; label: string }) {
  const { t } = useWords()
  const format = useFormat()
  const words = cell.state === 'not_applicable' ? t('reports.not_applicable') : cell.value === null ? t('reports.no_data_short') : `${format.number(cell.value)}${cell.unit === 'percent' ? '%' : ''}`
  const marks = [
    cell.byHand && cell.value !== null ? t('reports.by_hand') : null,
    cell.estimate === null ? null : t(['reports.estimate_is', { value: format.number(cell.estimate) }]),
    cell.units !== null && cell.units > 1 ? t(['reports.known_of', { known: cell.known ?? 0, units: cell.units }]) : null,
  ].filter((mark) => mark !== null)
  return (
    <div id={fieldId(cell.key)}>
      {isOpen(report, editing, cell.key) ? (
        <button type="button" className="as-link" aria-label={`${label}: ${words}`} onClick={() => onOpen({ cell, label })}>
          {words}
        </button>
      ) : (
        words
      )}
      {marks.length > 0 && <div className="hint">{marks.join(' · ')}</div>}
      {cell.note && <div className="hint">{cell.note}</div>}
    </div>
  )
}
