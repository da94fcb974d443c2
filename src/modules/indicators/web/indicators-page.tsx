import './indicators.css'
import { useSession } from '#core/access/web/session.ts'
import { matchesSearch } from '#platform/i18n/search.ts'
import { Chips } from '#platform/web/chips.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { ButtonLink, TextLink } from '#platform/web/link.tsx'
import { useListState } from '#platform/web/location.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Select } from '#platform/web/select.tsx'
import { Table, type Column } from '#platform/web/table.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { today } from '#platform/web/format.ts'
import { useWords } from '#platform/web/words.ts'
import { listIndicators, type IndicatorList, type IndicatorRow } from '../contract.ts'
import { GROUPS, groupOf } from '../model/definition.ts'
import type { TargetState } from '../model/target-state.ts'
import { StateMark, useFigureWords } from './indicator-words.tsx'

const FIRST_YEAR = 2021

/** The four counts, and what is not judged. */
const COUNTS = {
  good: ['met', 'on_track'],
  risk: ['at_risk'],
  late: ['late'],
  missing: ['no_data'],
  rest: ['none', 'not_compared', 'no_target'],
} as const satisfies Record<string, readonly TargetState[]>
type Count = keyof typeof COUNTS
const COUNT_NAMES = Object.keys(COUNTS) as Count[]

function countOf(state: TargetState): Count {
  return COUNT_NAMES.find((name) => (COUNTS[name] as readonly TargetState[]).includes(state)) ?? 'rest'
}

export default function IndicatorsPage() {
  const { active } = useSession()
  const [list, setList] = useListState({ unit: active.unitId, year: Number(today().slice(0, 4)), group: 'all', count: 'all', q: '' })
  const read = useOperation(listIndicators, { unitId: list.unit, year: list.year }, { keepPrevious: true })
  const { t } = useWords()
  const thisYear = Number(today().slice(0, 4))
  return (
    <>
      <PageHead
        title={['indicators.title_year', { year: String(list.year) }]}
        actions={
          <>
            <ButtonLink kind="secondary" icon="edit" label="indicators.hand_open" to="/chi-tieu/nhap-tay" />
            {read.data?.can.board && <ButtonLink kind="secondary" icon="chart" label="indicators.table_open" to="/chi-tieu/bang-so-sanh" search={list.unit === active.unitId ? {} : { unit: list.unit }} />}
            {read.data?.can.define && <ButtonLink kind="secondary" icon="settings" label="indicators.nav_define" to="/chi-tieu/bo-chi-tieu" />}
          </>
        }
      />
      <OperationView read={read} rows={8}>
        {(data) => (
          <div className="stack">
            {data.isBelow && <p className="hint">{t(['indicators.below_note', { unit: data.unitName }])}</p>}
            <FourCounts indicators={data.indicators} />
            <div className="field-row">
              <Select
                label="indicators.year"
                value={String(list.year)}
                onChange={(year) => setList({ year: Number(year) })}
                choices={Array.from({ length: thisYear + 1 - FIRST_YEAR + 1 }, (_, at) => String(thisYear + 1 - at)).map((year) => ({ value: year, text: year }))}
              />
              <Select label="indicators.group" value={list.group} onChange={(group) => setList({ group })} choices={groupChoices(data.indicators)} />
              <TextInput type="search" label="indicators.search" placeholder="kit.search_hint" value={list.q} onChange={(q) => setList({ q })} />
            </div>
            <IndicatorTable data={data} list={list} setList={setList} />
          </div>
        )}
      </OperationView>
    </>
  )
}

function groupChoices(indicators: readonly IndicatorRow[]) {
  const groups = GROUPS.filter((group) => indicators.some(({ code }) => groupOf(code) === group))
  return [{ value: 'all', label: 'indicators.group_all' as const }, ...groups.map((group) => ({ value: group as string, label: `indicators.group_${group}` as const }))]
}

const TONE_OF = { good: 'ok', risk: 'warn', late: 'bad', missing: 'returned' } as const

function FourCounts({ indicators }: { indicators: readonly IndicatorRow[] }) {
  const { t } = useWords()
  const of = (name: Count) => indicators.filter(({ state }) => countOf(state) === name).length
  return (
    <ul className="state-counts tiles plain" aria-label={t('indicators.counts')}>
      {(['good', 'risk', 'late', 'missing'] as const).map((name) => (
        <li key={name} className={`card ${TONE_OF[name]}`}>
          <span>{t(`indicators.count_${name}`)}</span>
          <strong>{of(name)}</strong>
          <span className="hint">{t(['indicators.count_of', { all: indicators.length }])}</span>
        </li>
      ))}
    </ul>
  )
}

type ListState = { unit: string; year: number; group: string; count: string; q: string }

function IndicatorTable({ data, list, setList }: { data: IndicatorList; list: ListState; setList: (patch: Partial<ListState>) => void }) {
  const { t } = useWords()
  const words = useFigureWords()
  const met = data.indicators.filter((row) => (list.group === 'all' || groupOf(row.code) === list.group) && matchesSearch(`${row.code} ${words.name(row.name)}`, list.q))
  const found = met.filter((row) => list.count === 'all' || countOf(row.state) === list.count)
  const columns: readonly Column<IndicatorRow>[] = [
    {
      key: 'name',
      header: 'indicators.column_indicator',
      isName: true,
      cell: (row) => (
        <TextLink to={`/chi-tieu/${row.code}`} search={{ unit: list.unit, year: list.year }}>
          {row.code} {words.name(row.name)}
        </TextLink>
      ),
    },
    { key: 'value', header: 'indicators.column_value', isNumber: true, cell: (row) => words.figure(row, row.isYesNo && !data.isBelow) },
    { key: 'target', header: ['indicators.column_target', { year: String(data.year) }], isNumber: true, cell: (row) => words.written(row.target?.value ?? null, row.unit) },
    { key: 'goal', header: 'indicators.column_goal', isNumber: true, cell: (row) => words.written(row.goal?.value ?? null, row.unit) },
    { key: 'state', header: 'indicators.column_state', cell: (row) => <StateMark state={row.state} /> },
    {
      key: 'source',
      header: 'indicators.column_source',
      cell: (row) => `${data.isBelow ? `${t(['indicators.known_of', { known: row.known, units: row.units }])} · ` : ''}${t(row.byHand ? 'indicators.by_hand' : 'indicators.counted')}`,
    },
  ]
  return (
    <>
      <Chips
        legend="indicators.counts"
        value={list.count}
        onChange={(count) => setList({ count })}
        choices={[
          { value: 'all', label: 'indicators.filter_all', count: met.length },
          ...COUNT_NAMES.map((name) => ({ value: name as string, label: `indicators.count_${name}` as const, count: met.filter(({ state }) => countOf(state) === name).length })),
        ]}
      />
      {found.length === 0 ? (
        <EmptyState title="indicators.none_title" text="indicators.none_text" icon="search" />
      ) : (
        <Table caption="indicators.caption" hideCaption columns={columns} rows={found} keyOf={({ code }) => code} cards />
      )}
    </>
  )
}
