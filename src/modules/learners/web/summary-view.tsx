import { useMeasureName } from '#core/facts/web/measure-name.ts'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { Note } from '#platform/web/note.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { type Column, Table } from '#platform/web/table.tsx'
import { useWords } from '#platform/web/words.ts'
import { summarize } from '../contract.ts'
import type { SnapshotKind } from '../model/columns.ts'

/** The measures that a superior looks at, in order. */
const SHOWN = ['classes.total', 'pupils.enrolled', 'pupils.disabled', 'pupils.due', 'pupils.completed', 'pupils.moved_up', 'pupils.dropped_out'] as const

interface Line {
  readonly measure: string
  readonly whole: number
  readonly girls: number | null
  readonly minority: number | null
}

interface SummaryProps {
  place: { readonly unitId: string; readonly schoolYear: number; readonly kind: SnapshotKind }
  onOpen: (unitId: string) => void
}

/** All schools of a superior together, with those that are missing by name. */
export function SummaryView({ place, onOpen }: SummaryProps) {
  const { t } = useWords()
  const { number } = useFormat()
  const measureName = useMeasureName()
  const read = useOperation(summarize, place)
  const columns: readonly Column<Line>[] = [
    { key: 'measure', header: 'learners.measure', isName: true, cell: ({ measure }) => measureName(measure) },
    { key: 'whole', header: 'learners.whole', isNumber: true, cell: ({ whole }) => number(whole) },
    { key: 'girls', header: 'learners.part_Female', isNumber: true, cell: ({ girls }) => number(girls) },
    { key: 'minority', header: 'learners.part_Minority', isNumber: true, cell: ({ minority }) => number(minority) },
  ]
  return (
    <OperationView read={read}>
      {({ unitName, rows, known, units, missing }) => {
        const lines = SHOWN.map((measure) => lineOf(measure, rows)).filter((line) => line !== null)
        return (
          <div className="stack">
            <h2>{t('learners.summary_title', { unit: unitName })}</h2>
            <Note tone={missing.length > 0 ? 'warn' : 'ok'}>{t('learners.summary_known', { known, units })}</Note>
            {lines.length > 0 ? <Table caption="learners.summary_table" columns={columns} rows={lines} keyOf={({ measure }) => measure} cards /> : <EmptyState title="learners.state_none" text="learners.summary_none" icon="people" />}
            {missing.length > 0 && (
              <details>
                <summary>{t('learners.summary_missing')} ({number(units - known)})</summary>
                <ul>
                  {missing.map(({ unitId, name }) => (
                    <li key={unitId}>
                      <button type="button" className="coverage-name" onClick={() => onOpen(unitId)}>{name}</button>
                    </li>
                  ))}
                </ul>
                {units - known > missing.length && <p>{t(['learners.summary_more', { n: units - known - missing.length }])}</p>}
              </details>
            )}
          </div>
        )
      }}
    </OperationView>
  )
}

interface Row {
  readonly measure: string
  readonly sex: string
  readonly ethnicity: string
  readonly value: number
}

/** Girls and minority pupils as far as they were told: at least so many. */
function lineOf(measure: string, rows: readonly Row[]): Line | null {
  const own = rows.filter((row) => row.measure === measure)
  if (own.length === 0) return null
  const sum = (some: readonly Row[]) => (some.length === 0 ? null : some.reduce((total, { value }) => total + value, 0))
  return { measure, whole: sum(own) ?? 0, girls: sum(own.filter(({ sex }) => sex === 'F')), minority: sum(own.filter(({ ethnicity }) => ethnicity === 'minority')) }
}
