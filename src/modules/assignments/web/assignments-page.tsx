import { useState } from 'react'
import { useCan, useSession } from '#core/access/web/session.ts'
import { addDays } from '#platform/clock.ts'
import { matchesSearch } from '#platform/i18n/search.ts'
import { Button } from '#platform/web/button.tsx'
import { Chips } from '#platform/web/chips.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { today } from '#platform/web/format.ts'
import { TextLink } from '#platform/web/link.tsx'
import { useListState } from '#platform/web/location.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Pagination } from '#platform/web/pagination.tsx'
import { Select } from '#platform/web/select.tsx'
import { Table, type Column } from '#platform/web/table.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'
import { listAssignments, type Assignment } from '../contract.ts'
import { isOpen } from '../model/assignment-lifecycle.ts'
import { DueDay, Responsible, StateTags } from './assignment-words.tsx'
import { GiveDialog } from './give-dialog.tsx'

const PER_PAGE = 50

/** `open` gathers what is still to be done. */
const STATES = ['open', 'late', 'given', 'accepted', 'in_progress', 'done', 'cancelled'] as const
type StateFilter = (typeof STATES)[number]

const DUES = ['all', 'week', 'month', 'none'] as const

type List = { who: string; state: string; person: string; due: string; q: string; year: number; page: number }

/** The work of the unit: mine first, everybody's on a click, filters in the address. */
export default function AssignmentsPage() {
  const { active } = useSession()
  const [list, setList] = useListState<List>({ who: 'mine', state: 'open', person: 'all', due: 'all', q: '', year: Number(today().slice(0, 4)), page: 1 })
  const read = useOperation(listAssignments, { unitId: active.unitId, year: list.year }, { refetchEveryMs: 120_000 })
  return (
    <>
      <PageHead title="assignments.title" />
      <OperationView read={read}>{({ assignments, people }) => <Work assignments={assignments} people={people} list={list} setList={setList} />}</OperationView>
    </>
  )
}

interface WorkProps {
  assignments: readonly Assignment[]
  people: readonly { id: string; name: string }[]
  list: List
  setList: (change: Partial<List>) => void
}

function Work({ assignments, people, list, setList }: WorkProps) {
  const can = useCan()
  const manages = can('assignments.manage')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [isGiving, setGiving] = useState(false)
  const owned = assignments.filter((row) => (list.who === 'all' || row.isMine) && isOfPerson(row, list.person) && isDue(row, list.due) && matchesSearch(`${row.text} ${row.leadName} ${row.responsible.map(({ name }) => name).join(' ')}`, list.q))
  const state = STATES.find((one) => one === list.state)
  const found = owned.filter((row) => !state || isIn(row, state)).sort(byDueDay)
  const page = Math.min(list.page, Math.max(1, Math.ceil(found.length / PER_PAGE)))
  const chosen = assignments.filter(({ id, state: now }) => selected.has(id) && isOpen(now))
  const filter = (change: Partial<List>) => setList({ ...change, page: 1 })
  return (
    <div className="stack">
      <Chips
        legend="assignments.who"
        value={list.who === 'all' ? 'all' : 'mine'}
        onChange={(who) => filter({ who, person: 'all' })}
        choices={[
          { value: 'mine', label: 'assignments.who_mine', count: assignments.filter((row) => row.isMine && isOpen(row.state)).length },
          { value: 'all', label: 'assignments.who_all', count: assignments.filter((row) => isOpen(row.state)).length },
        ]}
      />
      <Chips
        legend="assignments.state"
        value={list.state}
        onChange={(next) => filter({ state: next })}
        choices={[
          ...STATES.map((one) => ({ value: one as string, label: `assignments.filter_${one}` as const, count: owned.filter((row) => isIn(row, one)).length })).filter(({ value, count }) => count > 0 || value === list.state || value === 'open'),
          { value: 'all', label: 'assignments.filter_all', count: owned.length },
        ]}
      />
      <search className="row">
        <TextInput type="search" label="assignments.search" placeholder="kit.search_hint" value={list.q} onChange={(q) => filter({ q })} />
        {list.who === 'all' && (
          <Select
            label="assignments.person"
            value={list.person}
            onChange={(person) => filter({ person })}
            choices={[{ value: 'all', label: 'assignments.person_all' as const }, { value: 'none', label: 'assignments.person_none' as const }, ...people.map(({ id, name }) => ({ value: id, text: name }))]}
          />
        )}
        <Select label="assignments.due" value={list.due} onChange={(due) => filter({ due })} choices={DUES.map((value) => ({ value: value as string, label: `assignments.due_${value}` as const }))} />
        <Select label="assignments.year" value={String(list.year)} onChange={(year) => filter({ year: Number(year) })} choices={years().map((year) => ({ value: String(year), text: String(year) }))} />
      </search>
      {manages && chosen.length > 0 && (
        <div className="row row-center">
          <Button icon="people" label={['assignments.give_chosen', { n: chosen.length }]} onClick={() => setGiving(true)} />
          <Button kind="ghost" label="assignments.choose_none" onClick={() => setSelected(new Set())} />
        </div>
      )}
      {found.length === 0 ? (
        <NothingHere isEmpty={assignments.length === 0} onAll={() => filter({ who: 'all', state: 'all', person: 'all', due: 'all', q: '' })} />
      ) : (
        <WorkTable rows={found.slice((page - 1) * PER_PAGE, page * PER_PAGE)} {...(manages ? { selected, onSelect: setSelected } : {})} />
      )}
      <Pagination page={page} pageSize={PER_PAGE} total={found.length} onPage={(next) => setList({ page: next })} />
      {isGiving && (
        <GiveDialog
          assignments={chosen}
          people={people}
          onClose={() => setGiving(false)}
          onDone={() => {
            setGiving(false)
            setSelected(new Set())
          }}
        />
      )}
    </div>
  )
}

function NothingHere({ isEmpty, onAll }: { isEmpty: boolean; onAll: () => void }) {
  if (isEmpty) return <EmptyState title="assignments.empty_title" text="assignments.empty_text" icon="plan" />
  return <EmptyState title="assignments.none_title" text="assignments.none_text" icon="check" action={<Button kind="secondary" label="assignments.show_all" onClick={onAll} />} />
}

interface WorkTableProps {
  rows: readonly Assignment[]
  selected?: ReadonlySet<string>
  onSelect?: (keys: Set<string>) => void
}

function WorkTable({ rows, selected, onSelect }: WorkTableProps) {
  const { t } = useWords()
  const columns: readonly Column<Assignment>[] = [
    {
      key: 'text',
      header: 'assignments.column_work',
      isName: true,
      cell: (row) => (
        <>
          <TextLink to={`/phan-cong/${row.id}`}>{row.text}</TextLink>
          {row.product && <div className="hint">{t(['assignments.product_is', { product: row.product }])}</div>}
        </>
      ),
    },
    { key: 'who', header: 'assignments.column_who', cell: (row) => <Responsible assignment={row} /> },
    { key: 'due', header: 'assignments.column_due', cell: (row) => <DueDay assignment={row} /> },
    { key: 'state', header: 'assignments.state', cell: (row) => <StateTags assignment={row} /> },
  ]
  return (
    <Table
      caption="assignments.title"
      hideCaption
      columns={columns}
      rows={rows}
      keyOf={(row) => row.id}
      cards
      {...(selected && onSelect ? { selection: { keys: selected, onChange: onSelect, nameOf: (row: Assignment) => row.text } } : {})}
    />
  )
}

function isIn(row: Assignment, filter: StateFilter): boolean {
  if (filter === 'open') return isOpen(row.state)
  return filter === 'late' ? row.isLate : row.state === filter
}

function isOfPerson(row: Assignment, person: string): boolean {
  if (person === 'all') return true
  return person === 'none' ? row.needsPerson : row.responsible.some(({ personId }) => personId === person)
}

function isDue(row: Assignment, due: string): boolean {
  if (due === 'none') return row.dueOn === null
  if (due !== 'week' && due !== 'month') return true
  return row.dueOn !== null && row.dueOn <= addDays(today(), due === 'week' ? 7 : 31)
}

/** The earlier day first, what has none last. */
function byDueDay(a: Assignment, b: Assignment): number {
  return (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999')
}

/** Two years back, for what was asked of then, and the next. */
function years(): number[] {
  const now = Number(today().slice(0, 4))
  return [now + 1, now, now - 1, now - 2]
}
