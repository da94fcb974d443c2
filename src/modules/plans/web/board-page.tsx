import './plan.css'
import { useState } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { matchesSearch } from '#platform/i18n/search.ts'
import { Button } from '#platform/web/button.tsx'
import { Chips } from '#platform/web/chips.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { TextLink } from '#platform/web/link.tsx'
import { useListState } from '#platform/web/location.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Pagination } from '#platform/web/pagination.tsx'
import { Select } from '#platform/web/select.tsx'
import { StackedBar } from '#platform/web/stacked-bar.tsx'
import { Table, type Column } from '#platform/web/table.tsx'
import { Tabs } from '#platform/web/tabs.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'
import { coverageBoard, coverageOfPoint, listDirectives, type CoverageBoard } from '../contract.ts'
import { COVERAGE_LOOK, GAP_WORDS, STATE_LOOK } from './plan-words.ts'

const PER_PAGE = 50
const LEVELS = ['all', 'school', 'commune', 'department'] as const

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
  const [list, setList] = useListState({ directive: directives[0]!.id, tab: 'units', q: '', level: 'all', page: 1 })
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

type BoardList = { q: string; level: string; page: number }
type BoardUnit = CoverageBoard['units'][number]

function UnitsTable({ board, list, setList }: { board: CoverageBoard; list: BoardList; setList: (patch: Partial<BoardList>) => void }) {
  const { t } = useWords()
  const total = board.points.length
  const found = board.units.filter((unit) => (list.level === 'all' || unit.level === list.level) && matchesSearch(unit.unitName, list.q))
  const page = Math.min(list.page, Math.max(1, Math.ceil(found.length / PER_PAGE)))
  const columns: readonly Column<BoardUnit>[] = [
    { key: 'unit', header: 'plans.board_unit', isName: true, cell: (unit) => (unit.planId ? <TextLink to={`/ke-hoach/${unit.planId}`}>{unit.unitName}</TextLink> : unit.unitName) },
    { key: 'state', header: 'plans.column_state', cell: (unit) => <Tag {...(unit.state ? STATE_LOOK[unit.state] : { label: 'plans.state_none', tone: 'bad' })} /> },
    { key: 'answered', header: 'plans.column_answered', cell: (unit) => (unit.planId ? t(['plans.answered_of', { answered: unit.answered, points: total }]) : '–') },
    { key: 'number', header: 'plans.column_number', cell: (unit) => unit.numberText ?? '–' },
  ]
  return (
    <div className="stack">
      <div className="row">
        <TextInput type="search" label="plans.board_search" placeholder="kit.search_hint" value={list.q} onChange={(q) => setList({ q, page: 1 })} />
        <Chips legend="plans.board_level" value={list.level} onChange={(level) => setList({ level, page: 1 })} choices={LEVELS.map((value) => ({ value, label: `plans.board_level_${value}` as const }))} />
      </div>
      <Table caption="plans.board_caption_units" columns={columns} rows={found.slice((page - 1) * PER_PAGE, page * PER_PAGE)} keyOf={(unit) => unit.unitId} cards />
      <Pagination page={page} pageSize={PER_PAGE} total={found.length} onPage={(next) => setList({ page: next })} />
    </div>
  )
}

type BoardPoint = CoverageBoard['points'][number]

function PointsTable({ unitId, board }: { unitId: string; board: CoverageBoard }) {
  const [open, setOpen] = useState<BoardPoint | null>(null)
  const columns: readonly Column<BoardPoint>[] = [
    { key: 'point', header: 'plans.board_point', isName: true, cell: (point) => `${point.labelPath} ${point.text.length > 180 ? `${point.text.slice(0, 178)}…` : point.text}` },
    { key: 'covered', header: 'plans.covered', isNumber: true, cell: (point) => point.covered },
    { key: 'partial', header: 'plans.partial', isNumber: true, cell: (point) => point.partial },
    { key: 'missing', header: 'plans.missing', isNumber: true, cell: (point) => point.missing },
    { key: 'waived', header: 'plans.not_applicable', isNumber: true, cell: (point) => point.notApplicable },
    { key: 'who', header: 'plans.board_who', cell: (point) => <Button small kind="secondary" label="plans.board_who" onClick={() => setOpen(point)} /> },
  ]
  return (
    <>
      <Table caption="plans.board_caption_points" columns={columns} rows={board.points} keyOf={(point) => point.id} />
      {open && <PointDialog unitId={unitId} directiveId={board.directive.id} point={open} onClose={() => setOpen(null)} />}
    </>
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
          <ul className="stack">
            {[...answers].sort((a, b) => rank(a.state) - rank(b.state)).map((answer) => (
              <li key={answer.unitId} className="row row-center">
                <Tag {...(answer.state ? COVERAGE_LOOK[answer.state] : { label: 'plans.board_no_plan', tone: 'mute' })} />
                {answer.planId ? <TextLink to={`/ke-hoach/${answer.planId}`}>{answer.unitName}</TextLink> : answer.unitName}
                <span className="hint">{answer.reason ?? answer.gaps.map((gap) => t(GAP_WORDS[gap])).join(', ')}</span>
              </li>
            ))}
          </ul>
        )}
      </OperationView>
    </Dialog>
  )
}

/** Those who left it out first. */
function rank(state: string | null): number {
  return state === null ? 4 : ['missing', 'partial', 'not_applicable', 'covered'].indexOf(state)
}
