import './plan.css'
import { useState } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { matchesSearch } from '#platform/i18n/search.ts'
import { Button } from '#platform/web/button.tsx'
import { Chips } from '#platform/web/chips.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { TextLink } from '#platform/web/link.tsx'
import { useListState } from '#platform/web/location.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Pagination } from '#platform/web/pagination.tsx'
import { Prose } from '#platform/web/prose.tsx'
import { Select } from '#platform/web/select.tsx'
import { StackedBar } from '#platform/web/stacked-bar.tsx'
import { Table, type Column } from '#platform/web/table.tsx'
import { Tabs } from '#platform/web/tabs.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'
import { coverageBoard, coverageOfPoint, type CoverageBoard } from '../board-contract.ts'
import { listDirectives } from '../contract.ts'
import type { PlanState } from '../model/plan-lifecycle.ts'
import { COVERAGE_LOOK, GAP_WORDS, STATE_LOOK } from './plan-words.ts'

const PER_PAGE = 50
const LEVELS = ['school', 'commune', 'district_office', 'department'] as const

/** What needs doing first. Approved counts as waiting: the number is still to come. */
const STEPS = ['none', 'returned', 'draft', 'waiting', 'issued'] as const
type Step = (typeof STEPS)[number]
const STEP_OF = { draft: 'draft', submitted: 'waiting', returned: 'returned', approved: 'waiting', issued: 'issued', withdrawn: 'none' } as const satisfies Record<PlanState, Step>

/** What the units below make of a plan that this unit issued. */
export default function BoardPage() {
  const { active } = useSession()
  const read = useOperation(listDirectives, { unitId: active.unitId, issued: true })
  return (
    <>
      <PageHead title="plans.board_title" />
      <OperationView read={read}>
        {(directives) =>
          directives.length === 0 ? <EmptyState title="plans.board_empty_title" text="plans.board_empty_text" icon="inbox" /> : <Board unitId={active.unitId} directives={directives} />
        }
      </OperationView>
    </>
  )
}

function Board({ unitId, directives }: { unitId: string; directives: readonly { id: string; title: string; year: number; numberText: string | null }[] }) {
  const [list, setList] = useListState({ directive: directives[0]!.id, tab: 'units', q: '', level: 'all', state: 'all', page: 1 })
  const directiveId = directives.some(({ id }) => id === list.directive) ? list.directive : directives[0]!.id
  const read = useOperation(coverageBoard, { unitId, directiveId })
  return (
    <div className="stack">
      <Select
        label="plans.board_pick"
        value={directiveId}
        onChange={(directive) => setList({ directive, page: 1 })}
        choices={directives.map((directive) => ({ value: directive.id, text: `${directive.numberText ?? directive.year} – ${directive.title}` }))}
      />
      <OperationView read={read}>
        {(board) => (
          <>
            <BoardSummary board={board} />
            <Tabs
              label="plans.board_title"
              tabs={[
                { value: 'units', label: 'plans.board_units' },
                { value: 'points', label: 'plans.board_points' },
              ]}
              value={list.tab === 'points' ? 'points' : 'units'}
              onChange={(tab) => setList({ tab })}
            >
              {list.tab === 'points' ? <PointsTable unitId={unitId} board={board} /> : <UnitsTable board={board} list={list} setList={setList} />}
            </Tabs>
          </>
        )}
      </OperationView>
    </div>
  )
}

function BoardSummary({ board }: { board: CoverageBoard }) {
  const { t } = useWords()
  const count = (...states: readonly (string | null)[]) => board.units.filter((unit) => states.includes(unit.state)).length
  return (
    <div>
      <p>{t(['plans.board_summary', { done: count('issued'), all: board.units.length }])}</p>
      <StackedBar
        label="plans.board_title"
        parts={[
          { ...STATE_LOOK.issued, value: count('issued') },
          { ...STATE_LOOK.submitted, value: count('submitted', 'approved') },
          { ...STATE_LOOK.returned, value: count('returned') },
          { ...STATE_LOOK.draft, value: count('draft') },
          { label: 'plans.state_none', tone: 'bad', value: count(null) },
        ]}
      />
    </div>
  )
}

type BoardList = { q: string; level: string; state: string; page: number }
type BoardUnit = CoverageBoard['units'][number]

function UnitsTable({ board, list, setList }: { board: CoverageBoard; list: BoardList; setList: (patch: Partial<BoardList>) => void }) {
  const { t } = useWords()
  const format = useFormat()
  const total = board.points.length
  const levels = LEVELS.filter((level) => board.units.some((unit) => unit.level === level))
  const met = board.units.filter((unit) => (list.level === 'all' || unit.level === list.level) && matchesSearch(`${unit.unitName} ${unit.areaName ?? ''}`, list.q))
  const found = met.filter((unit) => list.state === 'all' || stepOf(unit) === list.state).sort((a, b) => STEPS.indexOf(stepOf(a)) - STEPS.indexOf(stepOf(b)))
  const page = Math.min(list.page, Math.max(1, Math.ceil(found.length / PER_PAGE)))
  const columns: readonly Column<BoardUnit>[] = [
    { key: 'unit', header: 'plans.board_unit', isName: true, cell: (unit) => (unit.planId ? <TextLink to={`/ke-hoach/${unit.planId}`}>{unit.unitName}</TextLink> : unit.unitName) },
    { key: 'area', header: 'plans.board_area', cell: (unit) => unit.areaName ?? '–' },
    { key: 'state', header: 'plans.column_state', cell: (unit) => <Tag {...(unit.state ? STATE_LOOK[unit.state] : { label: 'plans.state_none', tone: 'bad' })} /> },
    { key: 'answered', header: 'plans.column_answered', cell: (unit) => (unit.planId ? t(['plans.answered_of', { answered: unit.answered, points: total }]) : '–') },
    {
      key: 'number',
      header: 'plans.column_number',
      cell: ({ numberText, issuedOn }) => <Prose text={numberText && issuedOn ? t(['plans.number_on', { number: numberText, day: format.day(issuedOn) }]) : (numberText ?? '–')} />,
    },
  ]
  return (
    <div className="stack">
      <Chips
        legend="plans.board_state"
        value={list.state}
        onChange={(state) => setList({ state, page: 1 })}
        choices={[
          { value: 'all', label: 'plans.filter_all', count: met.length },
          ...STEPS.map((step) => ({ value: step as string, label: `plans.board_step_${step}` as const, count: met.filter((unit) => stepOf(unit) === step).length })).filter(
            ({ value, count }) => count > 0 || value === list.state,
          ),
        ]}
      />
      <div className="row">
        <div className="board-search">
          <TextInput type="search" label="plans.board_search" placeholder="kit.search_hint" value={list.q} onChange={(q) => setList({ q, page: 1 })} />
        </div>
        {levels.length > 1 && (
          <Chips
            legend="plans.board_level"
            value={list.level}
            onChange={(level) => setList({ level, page: 1 })}
            choices={(['all', ...levels] as const).map((value) => ({ value: value as string, label: `plans.board_level_${value}` as const }))}
          />
        )}
      </div>
      {found.length === 0 ? (
        <EmptyState title="plans.board_none_title" text="plans.board_none_text" icon="search" />
      ) : (
        <Table caption="plans.board_caption_units" columns={columns} rows={found.slice((page - 1) * PER_PAGE, page * PER_PAGE)} keyOf={(unit) => unit.unitId} cards />
      )}
      <Pagination page={page} pageSize={PER_PAGE} total={found.length} onPage={(next) => setList({ page: next })} />
    </div>
  )
}

function stepOf({ state }: BoardUnit): Step {
  return state === null ? 'none' : STEP_OF[state]
}

type BoardPoint = CoverageBoard['points'][number]

function PointsTable({ unitId, board }: { unitId: string; board: CoverageBoard }) {
  const { t } = useWords()
  const [open, setOpen] = useState<BoardPoint | null>(null)
  const [filter, setFilter] = useState<'all' | 'left_out'>('all')
  const leftOut = board.points.filter((point) => point.missing + point.partial + point.notApplicable > 0)
  const unplanned = board.units.filter((unit) => unit.planId === null).length
  const columns: readonly Column<BoardPoint>[] = [
    { key: 'point', header: 'plans.board_point', isName: true, cell: (point) => `${point.labelPath} ${point.text.length > 180 ? `${point.text.slice(0, 178)}…` : point.text}` },
    { key: 'covered', header: 'plans.covered', isNumber: true, cell: (point) => point.covered },
    { key: 'partial', header: 'plans.partial', isNumber: true, cell: (point) => point.partial },
    { key: 'missing', header: 'plans.missing', isNumber: true, cell: (point) => point.missing },
    { key: 'waived', header: 'plans.not_applicable', isNumber: true, cell: (point) => point.notApplicable },
    {
      key: 'who',
      header: 'plans.board_units',
      cell: (point) => <Button small kind="secondary" label="plans.board_who" aria-label={`${t('plans.board_who')}: ${point.labelPath}`} onClick={() => setOpen(point)} />,
    },
  ]
  return (
    <div className="stack">
      <p className="hint">{t(['plans.board_points_of', { planned: board.units.length - unplanned, unplanned }])}</p>
      {leftOut.length > 0 && (
        <Chips
          legend="plans.coverage_filter"
          value={filter}
          onChange={setFilter}
          choices={[
            { value: 'all', label: 'plans.filter_all', count: board.points.length },
            { value: 'left_out', label: 'plans.board_left_out', count: leftOut.length },
          ]}
        />
      )}
      <Table caption="plans.board_caption_points" columns={columns} rows={filter === 'all' ? board.points : leftOut} keyOf={(point) => point.id} cards />
      {open && <PointDialog unitId={unitId} directiveId={board.directive.id} point={open} onClose={() => setOpen(null)} />}
    </div>
  )
}

function PointDialog({ unitId, directiveId, point, onClose }: { unitId: string; directiveId: string; point: BoardPoint; onClose: () => void }) {
  const { t } = useWords()
  const read = useOperation(coverageOfPoint, { unitId, directiveId, pointId: point.id })
  return (
    <Dialog open onClose={onClose} title="plans.board_point_title" wide>
      <p>
        <b>{point.labelPath}</b> {point.text}
      </p>
      <OperationView read={read}>
        {(answers) => (
          <>
            <ul className="stack stack-tight plain lined">
              {answers
                .filter((answer) => answer.state !== null)
                .sort((a, b) => rank(a.state) - rank(b.state))
                .map((answer) => (
                  <li key={answer.unitId} className="row row-center">
                    {answer.state && <Tag {...COVERAGE_LOOK[answer.state]} />}
                    {answer.planId ? <TextLink to={`/ke-hoach/${answer.planId}`}>{answer.unitName}</TextLink> : answer.unitName}
                    <span className="hint">{answer.isProposed ? t('plans.own_duty_board') : answer.reason ?? answer.gaps.map((gap) => t(GAP_WORDS[gap])).join(', ')}</span>
                  </li>
                ))}
            </ul>
            <p className="hint">{t(['plans.board_unplanned', { n: answers.filter((answer) => answer.state === null).length }])}</p>
          </>
        )}
      </OperationView>
    </Dialog>
  )
}

/** Those who left it out first. */
function rank(state: string | null): number {
  return state === null ? 4 : ['missing', 'partial', 'not_applicable', 'covered'].indexOf(state)
}
