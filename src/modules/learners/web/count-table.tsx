import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react'
import { foldVietnamese } from '#platform/i18n/search.ts'
import { Button } from '#platform/web/button.tsx'
import { useFormat } from '#platform/web/format.ts'
import { useWords } from '#platform/web/words.ts'
import { columnsOf, type Column, type ColumnKey, type SnapshotKind } from '../model/columns.ts'
import { sumOf } from '../model/totals.ts'
import { type DraftClass, emptyClass, named, paste, pastedRows, readDraft, type Spot } from './draft-book.ts'
import { useGradeName } from './grade-words.ts'
import { ROLE } from './roles.ts'

interface CountTableProps {
  kind: SnapshotKind
  grades: readonly string[]
  classes: readonly DraftClass[]
  /** `<class id> <column>` of the cells that must be mended. */
  marked: ReadonlySet<string>
  readOnly: boolean
  onChange: (classes: readonly DraftClass[]) => void
}

/** Classes and their numbers as one table to type in: Enter and arrows go from cell to cell, a copied range fills many. */
export function CountTable({ kind, grades, classes, marked, readOnly, onChange }: CountTableProps) {
  const { t } = useWords()
  const gradeName = useGradeName()
  const table = useRef<HTMLTableElement>(null)
  const columns = columnsOf(kind)
  const groups = [...new Set(columns.map(({ group }) => group))]
  const gradeOf = (text: string) => grades.find((grade) => [grade, `lop ${grade}`, foldVietnamese(gradeName(grade))].includes(foldVietnamese(text))) ?? null
  const change = (row: DraftClass) => onChange(classes.map((one) => (one.id === row.id ? row : one)))

  const focus = ({ row, column }: Spot) => {
    const cell = table.current?.querySelector<HTMLElement>(`[data-spot="${row} ${column}"]`)
    cell?.focus()
    if (cell instanceof HTMLInputElement) cell.select()
    return cell !== null && cell !== undefined
  }
  const move = (event: KeyboardEvent) => {
    const spot = spotOf(event.target)
    if (!spot || event.nativeEvent.isComposing) return
    const isSelect = event.target instanceof HTMLSelectElement
    const step = event.key === 'Enter' ? 1 : isSelect ? 0 : ({ ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0)
    if (step === 0) return
    event.preventDefault()
    if (!focus({ ...spot, row: spot.row + step }) && event.key === 'Enter' && !readOnly) {
      onChange([...classes, emptyClass(classes.at(-1)?.grade ?? '')])
      setTimeout(() => focus({ row: classes.length, column: 1 }))
    }
  }
  const fill = (event: ClipboardEvent) => {
    const spot = spotOf(event.target)
    const rows = pastedRows(event.clipboardData.getData('text'))
    if (!spot || !rows || readOnly) return
    event.preventDefault()
    onChange(paste(kind, classes, spot, rows, gradeOf))
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard (WCAG 2.1.1)
    <section className="table-scroll" aria-label={t('learners.table')} tabIndex={0}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys and paste of the fields inside it */}
      <table className="table table-cards counts" role={ROLE.table} ref={table} onKeyDown={move} onPaste={fill}>
        <caption className="vh">{t('learners.table')}</caption>
        <thead role={ROLE.rowgroup}>
          <tr role={ROLE.row}>
            <th scope="col" rowSpan={2}>{t('learners.grade')}</th>
            <th scope="col" rowSpan={2}>{t('learners.class')}</th>
            {groups.map((group) => (
              <th key={group} scope="colgroup" colSpan={columns.filter((column) => column.group === group).length}>{t(`learners.group_${group}`)}</th>
            ))}
            {!readOnly && (
              <th scope="col" rowSpan={2}>
                <span className="vh">{t('learners.remove_dropout')}</span>
              </th>
            )}
          </tr>
          <tr role={ROLE.row}>
            {columns.map((column) => (
              <th key={column.key} scope="col" className="number">{t(`learners.part_${column.part === '' ? 'whole' : column.part}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody role={ROLE.rowgroup}>
          {classes.map((row, at) => (
            <ClassLine key={row.id} {...{ row, at, columns, grades, marked, readOnly }} onChange={change} onName={(name) => change(named(row, name, gradeOf))} onRemove={() => onChange(classes.filter(({ id }) => id !== row.id))} />
          ))}
          <SumLine kind={kind} classes={classes} columns={columns} readOnly={readOnly} />
        </tbody>
      </table>
    </section>
  )
}

function spotOf(target: EventTarget): Spot | null {
  const spot = target instanceof HTMLElement ? target.dataset['spot'] : undefined
  const [row, column] = spot?.split(' ').map(Number) ?? []
  return row === undefined || column === undefined ? null : { row, column }
}

interface ClassLineProps {
  row: DraftClass
  at: number
  columns: readonly Column[]
  grades: readonly string[]
  marked: ReadonlySet<string>
  readOnly: boolean
  onChange: (row: DraftClass) => void
  onName: (name: string) => void
  onRemove: () => void
}

function ClassLine({ row, at, columns, grades, marked, readOnly, onChange, onName, onRemove }: ClassLineProps) {
  const { t } = useWords()
  const gradeName = useGradeName()
  const name = row.name || t('learners.unnamed')
  const isMarked = (column: string) => (marked.has(`${row.id} ${column}`) ? true : undefined)
  const labelOf = ({ group, part }: Column) => t('learners.cell', { group: t(`learners.group_${group}`), part: t(`learners.part_${part === '' ? 'whole' : part}`), name })
  const cellLabel = useCellLabel()
  return (
    <tr role={ROLE.row}>
      <td role={ROLE.cell} className="grade-cell" data-label={t('learners.grade')}>
        <select className="input" data-spot={`${at} 0`} aria-label={`${t('learners.grade')}, ${name}`} aria-invalid={isMarked('grade')} value={row.grade} disabled={readOnly} onChange={(event) => onChange({ ...row, grade: event.target.value })}>
          <option value="">—</option>
          {grades.map((grade) => (
            <option key={grade} value={grade}>{gradeName(grade)}</option>
          ))}
        </select>
      </td>
      <td role={ROLE.cell} className="name-cell" data-label={t('learners.class')}>
        <input className="input" data-spot={`${at} 1`} aria-label={`${t('learners.class')} ${at + 1}`} aria-invalid={isMarked('name')} autoComplete="off" maxLength={60} value={row.name} readOnly={readOnly} onChange={(event) => onName(event.target.value)} />
      </td>
      {columns.map((column, right) => (
        <td key={column.key} role={ROLE.cell} data-label={cellLabel(column)}>
          <input
            className="input number"
            data-spot={`${at} ${right + 2}`}
            inputMode="numeric"
            autoComplete="off"
            aria-label={labelOf(column)}
            aria-invalid={isMarked(column.key)}
            value={row.cells[column.key] ?? ''}
            readOnly={readOnly}
            onChange={(event) => onChange({ ...row, cells: { ...row.cells, [column.key]: event.target.value } })}
          />
        </td>
      ))}
      {!readOnly && (
        <td role={ROLE.cell}>
          <Button kind="ghost" small icon="trash" iconOnly label={['learners.remove_class', { name }]} onClick={onRemove} />
        </td>
      )}
    </tr>
  )
}

function SumLine({ kind, classes, columns, readOnly }: { kind: SnapshotKind; classes: readonly DraftClass[]; columns: readonly Column[]; readOnly: boolean }) {
  const { t } = useWords()
  const format = useFormat()
  const sums = sumOf(readDraft(kind, classes).classes)
  const label = useCellLabel()
  const value = (key: ColumnKey) => format.number(sums[key])
  return (
    <tr role={ROLE.row}>
      <th scope="row" role={ROLE.rowheader} colSpan={2}>{t('learners.total')} · {t(['learners.classes', { count: classes.length }])}</th>
      {columns.map((column) => (
        <td key={column.key} role={ROLE.cell} className="number" data-label={label(column)}><strong>{value(column.key)}</strong></td>
      ))}
      {!readOnly && <td role={ROLE.cell}>{'\u00a0'}</td>}
    </tr>
  )
}

/** What stands beside a field where the table is laid out as cards; the parts of the first group need not repeat it. */
function useCellLabel(): (column: Column) => string {
  const { t } = useWords()
  return ({ group, part }) => {
    if (part === '') return t(`learners.group_${group}`)
    return group === 'enrolled' ? t(`learners.part_${part}`) : `${t(`learners.group_${group}`)}: ${t(`learners.part_${part}`)}`
  }
}
