import type { ReactNode } from 'react'
import type { Words } from '#platform/i18n/messages.ts'
import { Checkbox } from './checkbox.tsx'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { useWords } from './words.ts'

export interface Column<Row> {
  readonly key: string
  readonly header: Words
  readonly cell: (row: Row) => ReactNode
  /** The cell that names the row. */
  readonly isName?: boolean
  /** Right-aligned figures. */
  readonly isNumber?: boolean
  readonly isSortable?: boolean
}

export interface Sort {
  readonly key: string
  readonly descending: boolean
}

export interface Selection<Row> {
  /** Keys of rows, also of those on other pages. */
  readonly keys: ReadonlySet<string>
  readonly onChange: (keys: Set<string>) => void
  /** What a screen reader hears: `Chọn THPT Sông Hồng`. */
  readonly nameOf: (row: Row) => string
}

export interface TableProps<Row> {
  caption: Words
  hideCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  sort?: Sort
  onSort?: (sort: Sort) => void
  selection?: Selection<Row>
  /** On a phone each row becomes a card; without it the table scrolls sideways. */
  cards?: boolean
}

/** A table with caption and scopes, inside a region that scrolls by keyboard. Sorting is done by the caller. */
export function Table<Row>({ caption, hideCaption, columns, rows, keyOf, sort, onSort, selection, cards }: TableProps<Row>) {
  const { t } = useWords()
  // laid out as cards, a table loses its roles in Safari unless they are written out
  const role = (name: string) => (cards ? name : undefined)
  const labels = columns.map((column) => t(column.header))
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard (WCAG 2.1.1)
    <section className="table-scroll" aria-label={t('kit.table_region', { name: t(caption) })} tabIndex={0}>
      <table className={classNames('table', cards && 'table-cards')} role={role('table')}>
        <caption className={hideCaption ? 'vh' : undefined}>{t(caption)}</caption>
        <thead role={role('rowgroup')}>
          <tr role={role('row')}>
            {selection && <SelectAll rows={rows} keyOf={keyOf} selection={selection} />}
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody role={role('rowgroup')}>
          {rows.map((row) => (
            <tr key={keyOf(row)} role={role('row')} className={selection?.keys.has(keyOf(row)) ? 'row-on' : undefined}>
              {selection && <SelectRow row={row} rowKey={keyOf(row)} selection={selection} />}
              {columns.map((column, index) =>
                column.isName ? (
                  <th key={column.key} scope="row" role={role('rowheader')}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} role={role('cell')} data-label={labels[index]} className={column.isNumber ? 'number' : undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function HeaderCell<Row>({ column, sort, onSort }: { column: Column<Row>; sort: Sort | undefined; onSort: ((sort: Sort) => void) | undefined }) {
  const { t } = useWords()
  const isSorted = sort?.key === column.key
  const direction = sort?.descending ? 'descending' : 'ascending'
  return (
    <th scope="col" className={column.isNumber ? 'number' : undefined} aria-sort={isSorted ? direction : undefined}>
      {column.isSortable && onSort ? (
        <button
          type="button"
          className={classNames('sort', isSorted && 'sort-on')}
          onClick={() => onSort({ key: column.key, descending: isSorted && !sort.descending })}
        >
          {t(column.header)}
          <Icon name={isSorted ? (sort.descending ? 'down' : 'up') : 'sort'} />
        </button>
      ) : (
        t(column.header)
      )}
    </th>
  )
}

function SelectAll<Row>({ rows, keyOf, selection }: { rows: readonly Row[]; keyOf: (row: Row) => string; selection: Selection<Row> }) {
  const keys = rows.map(keyOf)
  const chosen = keys.filter((key) => selection.keys.has(key)).length
  const isAll = chosen > 0 && chosen === keys.length
  const change = (checked: boolean) => {
    const next = new Set(selection.keys)
    for (const key of keys) {
      if (checked) next.add(key)
      else next.delete(key)
    }
    selection.onChange(next)
  }
  return (
    <th scope="col" className="select-cell">
      <Checkbox label="kit.select_all" hideLabel checked={isAll} partly={chosen > 0} onChange={change} />
    </th>
  )
}

function SelectRow<Row>({ row, rowKey, selection }: { row: Row; rowKey: string; selection: Selection<Row> }) {
  const change = (checked: boolean) => {
    const next = new Set(selection.keys)
    if (checked) next.add(rowKey)
    else next.delete(rowKey)
    selection.onChange(next)
  }
  return (
    <td className="select-cell">
      <Checkbox label={['kit.select_row', { name: selection.nameOf(row) }]} hideLabel checked={selection.keys.has(rowKey)} onChange={change} />
    </td>
  )
}
