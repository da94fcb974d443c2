import { useSession } from '#core/access/web/session.ts'
import { matchesSearch } from '#platform/i18n/search.ts'
import { Chips } from '#platform/web/chips.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { today } from '#platform/web/format.ts'
import { TextLink } from '#platform/web/link.tsx'
import { useListState } from '#platform/web/location.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Pagination } from '#platform/web/pagination.tsx'
import { Table, type Column } from '#platform/web/table.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'
import { overdueBelow, type UnitWork } from '../contract.ts'

const PER_PAGE = 50

/** How the units below are behind with their work: numbers for all, names for what is a week late. */
export default function OverduePage() {
  const { active } = useSession()
  const { t } = useWords()
  const [list, setList] = useListState({ show: 'late', q: '', page: 1 })
  const read = useOperation(overdueBelow, { unitId: active.unitId, year: Number(today().slice(0, 4)) })
  return (
    <>
      <PageHead title="assignments.below_title" />
      <OperationView read={read}>
        {(units) => {
          const late = units.filter((unit) => unit.late > 0)
          const found = (list.show === 'all' ? units : late).filter((unit) => matchesSearch(unit.unitName, list.q))
          const page = Math.min(list.page, Math.max(1, Math.ceil(found.length / PER_PAGE)))
          return (
            <div className="stack">
              <p>{t(['assignments.below_summary', { late: late.length, units: units.length, n: units.reduce((sum, unit) => sum + unit.late, 0) }])}</p>
              <Chips
                legend="assignments.below_show"
                value={list.show === 'all' ? 'all' : 'late'}
                onChange={(show) => setList({ show, page: 1 })}
                choices={[
                  { value: 'late', label: 'assignments.below_late', count: late.length },
                  { value: 'all', label: 'assignments.filter_all', count: units.length },
                ]}
              />
              <TextInput type="search" label="assignments.below_search" placeholder="kit.search_hint" value={list.q} onChange={(q) => setList({ q, page: 1 })} />
              {found.length === 0 ? <EmptyState title="assignments.below_none" text="assignments.below_none_text" icon="check" /> : <UnitsTable units={found.slice((page - 1) * PER_PAGE, page * PER_PAGE)} />}
              <Pagination page={page} pageSize={PER_PAGE} total={found.length} onPage={(next) => setList({ page: next })} />
            </div>
          )
        }}
      </OperationView>
    </>
  )
}

function UnitsTable({ units }: { units: readonly UnitWork[] }) {
  const { t } = useWords()
  const columns: readonly Column<UnitWork>[] = [
    { key: 'unit', header: 'assignments.below_unit', isName: true, cell: ({ unitName }) => unitName },
    { key: 'late', header: 'assignments.late', isNumber: true, cell: ({ late }) => late },
    { key: 'open', header: 'assignments.filter_open', isNumber: true, cell: ({ open }) => open },
    { key: 'done', header: 'assignments.state_done', isNumber: true, cell: ({ done }) => done },
    {
      key: 'pressing',
      header: 'assignments.below_pressing',
      cell: ({ pressing }) =>
        pressing.length === 0 ? (
          '–'
        ) : (
          <details>
            <summary>{t(['assignments.below_show_pressing', { n: pressing.length }])}</summary>
            <ul className="stack stack-tight">
              {pressing.map(({ id, text, leadName, responsible, daysLate }) => (
                <li key={id}>
                  <TextLink to={`/phan-cong/${id}`}>{text}</TextLink>
                  <div className="hint">{[responsible.join(', ') || t('assignments.nobody'), leadName, t(['kit.overdue', { n: daysLate }])].join(' · ')}</div>
                </li>
              ))}
            </ul>
          </details>
        ),
    },
  ]
  return <Table caption="assignments.below_title" hideCaption columns={columns} rows={units} keyOf={({ unitId }) => unitId} cards />
}
