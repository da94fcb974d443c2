import './reports.css'
import { useState } from 'react'
import { hrefOf } from '#platform/web/api.ts'
import { Chips } from '#platform/web/chips.tsx'
import { Combobox } from '#platform/web/combobox.tsx'
import { dueWords } from '#platform/web/due.ts'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { today, useFormat } from '#platform/web/format.ts'
import { Button } from '#platform/web/button.tsx'
import { ButtonLink, DownloadLink } from '#platform/web/link.tsx'
import { useListState, useParam } from '#platform/web/location.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Pagination } from '#platform/web/pagination.tsx'
import { Select } from '#platform/web/select.tsx'
import { StackedBar } from '#platform/web/stacked-bar.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'
import { exportBoard, getBoard, type Board } from '../board-contract.ts'
import { BOARD_CHIPS, BOARD_SORTS } from '../model/board.ts'
import { BoardActions } from './board-actions.tsx'
import { BoardTable } from './board-table.tsx'
import { BOARD_LIST, filterOf, type BoardList } from './board-list.ts'
import { useChosen } from './chosen-reports.ts'
import { CHIP_WORDS, LEVEL_LABELS } from './board-words.ts'

/** How the reports of a round stand, and what its superior does next. The state of the list is in the address. */
export default function BoardPage() {
  const roundId = useParam('roundId')
  const [list, setList] = useListState(BOARD_LIST)
  const sort = BOARD_SORTS.find((one) => one === list.xep) ?? 'queue'
  const read = useOperation(getBoard, { roundId, ...filterOf(list), sort, page: list.trang }, { keepPrevious: true })
  const change = (patch: Partial<BoardList>) => setList({ trang: 1, ...patch })
  return (
    <OperationView read={read} rows={8}>
      {(board) => (
        <>
          <BoardHead board={board} />
          {board.round.state === 'draft' ? (
            <EmptyState title="reports.board_draft" text="reports.board_draft_text" icon="calendar" action={<ButtonLink to={`/dot-bao-cao/${board.round.id}/sua`} label="reports.board_draft_do" />} />
          ) : (
          <div className="stack">
            <StateBar board={board} />
            <Chips legend="reports.board_states" value={filterOf(list).chip ?? 'all'} onChange={(loc) => change({ loc })} choices={BOARD_CHIPS.map((value) => ({ value, label: CHIP_WORDS[value], count: board.chips[value] ?? 0 }))} />
            <Filters board={board} list={list} onChange={change} />
            <Found board={board} list={list} onChange={change} />
          </div>
          )}
        </>
      )}
    </OperationView>
  )
}

function BoardHead({ board }: { board: Board }) {
  const { t } = useWords()
  const { id, title, state } = board.round
  return (
    <PageHead
      title={{ text: title }}
      trail={[{ to: '/dot-bao-cao', text: t('reports.rounds_title') }]}
      actions={
        state !== 'draft' && <>
          <ButtonLink to={`/dot-bao-cao/${id}/tong-hop`} kind="secondary" label="reports.consolidate" />
          <ButtonLink to={`/dot-bao-cao/${id}/cay`} kind="ghost" label="reports.trees" />
        </>
      }
    />
  )
}

function StateBar({ board: { counts, round } }: { board: Board }) {
  const { t } = useWords()
  const format = useFormat()
  const of = (...states: readonly (keyof typeof counts)[]) => states.reduce((sum, state) => sum + (counts[state] ?? 0), 0)
  const all = of('not_started', 'draft', 'review', 'signed', 'submitted', 'returned', 'accepted')
  return (
    <div className="stack stack-tight">
      <p>{t(['reports.round_given', { day: format.day(round.dueOn), due: t(dueWords(today(), round.dueOn)), given: of('submitted', 'accepted'), all }])}</p>
      <StackedBar
        label="reports.board_bar"
        parts={[
          { tone: 'ok', label: 'reports.bar_accepted', value: of('accepted') },
          { tone: 'info', label: 'reports.bar_waiting', value: of('submitted') },
          { tone: 'returned', label: 'reports.bar_returned', value: of('returned') },
          { tone: 'warn', label: 'reports.bar_writing', value: of('draft', 'review', 'signed') },
          { tone: 'bad', label: 'reports.bar_not_started', value: of('not_started') },
          { tone: 'mute', label: 'reports.bar_exempt', value: of('exempt') },
        ]}
      />
    </div>
  )
}

function Filters({ board, list, onChange }: { board: Board; list: BoardList; onChange: (patch: Partial<BoardList>) => void }) {
  const { t } = useWords()
  const sheet = hrefOf({ ...exportBoard, route: 'GET /api/rounds/:roundId/board.xlsx' }, { roundId: board.round.id, ...filterOf(list) })
  return (
    <div className="field-row no-print">
      <TextInput label="reports.find_unit" type="search" placeholder="reports.find_unit_hint" value={list.q} onChange={(q) => onChange({ q })} />
      <Select label="reports.filter_level" empty="reports.filter_any" value={list.cap} onChange={(cap) => onChange({ cap })} choices={board.levels.map((value) => ({ value, label: LEVEL_LABELS[value] }))} />
      {board.communes.length > 0 && (
        <Combobox
          label="reports.filter_commune"
          value={list.xa || null}
          onChange={(xa) => onChange({ xa: xa ?? '' })}
          choices={board.communes.map(({ id, name, units }) => ({ value: id, text: `${name} (${units})` }))}
          valueText={t('reports.filter_any')}
        />
      )}
      <DownloadLink href={sheet} label="reports.export_board" />
    </div>
  )
}

/** On a phone every unit is a card: so many of them before one asks for more. */
const MOST_CARDS = 12

const isNarrow = () => window.matchMedia('(max-width: 640px)').matches

function Found({ board, list, onChange }: { board: Board; list: BoardList; onChange: (patch: Partial<BoardList>) => void }) {
  const { t } = useWords()
  const [chosen, setChosen] = useChosen(board.round.id)
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole || !isNarrow() ? board.rows : board.rows.slice(0, MOST_CARDS)
  if (board.rows.length === 0) {
    return <EmptyState title="reports.board_none" text="reports.board_none_text" icon="search" action={<Button kind="secondary" label="reports.show_all" onClick={() => onChange(BOARD_LIST)} />} />
  }
  return (
    <>
      <BoardActions board={board} list={list} chosen={chosen} onChoose={setChosen} />
      <p>
        <b>{t(['reports.found_units', { found: board.found }])}</b>
      </p>
      <BoardTable board={{ ...board, rows: shown }} sort={list.xep} onSort={(xep) => onChange({ xep })} chosen={chosen} onChoose={setChosen} />
      {shown.length < board.rows.length && <Button kind="secondary" label={['reports.show_more', { n: board.rows.length - shown.length }]} onClick={() => setWhole(true)} />}
      <Pagination page={list.trang} pageSize={board.pageSize} total={board.found} onPage={(trang) => onChange({ trang })} />
    </>
  )
}
