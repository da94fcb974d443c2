import { useSession } from '#core/access/web/session.ts'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { TextLink } from '#platform/web/link.tsx'
import { useListState } from '#platform/web/location.ts'
import { Note } from '#platform/web/note.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Select } from '#platform/web/select.tsx'
import { Table, type Column } from '#platform/web/table.tsx'
import { useWords } from '#platform/web/words.ts'
import { getCheck, type Difference, type Run } from '../contract.ts'
import { useMeasureName } from './measure-name.ts'

/** What the nightly recomputation of all totals found: each difference by name, and what is left to do. */
export default function CheckPage() {
  const { active } = useSession()
  const { t } = useWords()
  const [{ run }, setState] = useListState({ run: '' })
  const read = useOperation(getCheck, { unitId: active.unitId, ...(run ? { checkId: run } : {}) }, { keepPrevious: true })
  return (
    <>
      <PageHead title="facts.check_title" />
      <div className="stack">
        <p>{t('facts.check_text')}</p>
        <OperationView read={read}>
          {({ runs, check, differences }) =>
            check ? (
              <>
                <RunChoice runs={runs} value={check.id} onChange={(id) => setState({ run: id })} />
                <Found check={check} differences={differences} />
              </>
            ) : (
              <EmptyState title="facts.check_none" text="facts.check_none_text" icon="info" />
            )
          }
        </OperationView>
      </div>
    </>
  )
}

function RunChoice({ runs, value, onChange }: { runs: readonly Run[]; value: string; onChange: (id: string) => void }) {
  const { t } = useWords()
  const format = useFormat()
  const nameOf = ({ beganAt, endedAt, differences }: Run) => {
    const when = format.instant(beganAt)
    return t(endedAt ? ['facts.check_run_choice', { when, n: differences }] : ['facts.check_run_broken', { when }])
  }
  return <Select label="facts.check_run" value={value} onChange={onChange} choices={runs.map((run) => ({ value: run.id, text: nameOf(run) }))} />
}

function Found({ check, differences }: { check: Run; differences: readonly Difference[] }) {
  const { t } = useWords()
  const elsewhere = check.differences - differences.length
  return (
    <>
      {!check.endedAt && <Note tone="warn">{t('facts.check_unfinished')}</Note>}
      {differences.length === 0 && check.endedAt && <EmptyState title="facts.check_clean" text={['facts.check_clean_text', { totals: check.totals }]} />}
      {differences.length > 0 && (
        <>
          <Note tone="warn">{t(['facts.check_found', { n: differences.length }])}</Note>
          <section className="card">
            <h2>{t('facts.check_todo')}</h2>
            <ul>
              <li>{t('facts.check_todo_report')}</li>
              <li>{t('facts.check_todo_again')}</li>
            </ul>
          </section>
          <Differences rows={differences} />
        </>
      )}
      {elsewhere > 0 && <p className="hint">{t(['facts.check_elsewhere', { n: elsewhere }])}</p>}
    </>
  )
}

function Differences({ rows }: { rows: readonly Difference[] }) {
  const { t } = useWords()
  const format = useFormat()
  const measureName = useMeasureName()
  const figure = (value: number | null) => (value === null ? '—' : format.number(value))
  const columns: readonly Column<Difference>[] = [
    {
      key: 'unit',
      header: 'facts.column_unit',
      isName: true,
      cell: ({ unitId, unitName, line }) => (
        <>
          <TextLink to={`/don-vi/${unitId}`}>{unitName}</TextLink>
          <div className="hint">{t(`facts.line_${line ?? 'own'}`)}</div>
        </>
      ),
    },
    { key: 'measure', header: 'facts.column_measure', cell: ({ measure, breakdown }) => (measure === '' ? t('facts.place') : measureName(`${measure}[${breakdown}]`)) },
    { key: 'period', header: 'facts.column_period', cell: ({ from, to }) => `${format.day(from)} – ${format.day(to)}` },
    { key: 'stored', header: 'facts.column_stored', isNumber: true, cell: ({ stored }) => figure(stored) },
    { key: 'computed', header: 'facts.column_computed', isNumber: true, cell: ({ computed }) => figure(computed) },
  ]
  return <Table caption="facts.check_title" hideCaption columns={columns} rows={rows} keyOf={({ unitId, line, measure, breakdown, from, to }) => [unitId, line, measure, breakdown, from, to].join()} cards />
}
