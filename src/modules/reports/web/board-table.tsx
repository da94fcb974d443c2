import { useState } from 'react'
import { dayOf } from '#platform/clock.ts'
import { Button } from '#platform/web/button.tsx'
import { useFormat } from '#platform/web/format.ts'
import { ButtonLink, TextLink } from '#platform/web/link.tsx'
import { Menu, MenuItem } from '#platform/web/menu.tsx'
import { useCommand } from '#platform/web/operations.ts'
import { Progress } from '#platform/web/progress.tsx'
import { Table, type Column } from '#platform/web/table.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import type { Board, BoardRow } from '../board-contract.ts'
import { addRecipient, requireReport } from '../round-contract.ts'
import { ContactDialog } from './contact-dialog.tsx'
import { AllowDialog } from './allow-dialog.tsx'
import { RemindDialog } from './remind-dialog.tsx'
import { REPORT_LOOK } from './report-words.ts'

interface BoardTableProps {
  board: Board
  sort: string
  onSort: (sort: string) => void
  chosen: ReadonlySet<string>
  onChoose: (keys: ReadonlySet<string>) => void
}

interface Doing {
  readonly what: 'contact' | 'remind' | 'extend' | 'exempt'
  readonly row: BoardRow
}

/** One line a unit; on a phone a card. */
export function BoardTable({ board, sort, onSort, chosen, onChoose }: BoardTableProps) {
  const { t } = useWords()
  const format = useFormat()
  const [doing, setDoing] = useState<Doing | null>(null)
  const end = () => setDoing(null)
  const columns: readonly Column<BoardRow>[] = [
    { key: 'name', header: 'reports.column_unit', isName: true, isSortable: true, cell: (row) => <UnitName row={row} roundId={board.round.id} /> },
    { key: 'commune', header: 'reports.column_commune', cell: (row) => row.commune ?? '—' },
    { key: 'state', header: 'reports.column_state', cell: (row) => <Tag {...REPORT_LOOK[row.state]} /> },
    {
      key: 'filled',
      header: 'reports.column_progress',
      isSortable: true,
      cell: (row) => (row.state === 'exempt' ? '—' : <Progress inline label="reports.column_progress" value={row.version > 0 ? 1 : (row.filled ?? 0)} max={row.version > 0 ? 1 : (row.toFill ?? 0)} />),
    },
    {
      key: 'submitted',
      header: 'reports.column_submitted',
      isSortable: true,
      cell: (row) => (
        <>
          {format.day(row.submittedAt && dayOf(row.submittedAt))}
          {row.isLate && <div className="hint">{t('reports.late')}</div>}
          {row.extendedUntil && <div className="hint">{t(['reports.extended_to', { day: format.day(row.extendedUntil) }])}</div>}
        </>
      ),
    },
    {
      key: 'reminded',
      header: 'reports.column_reminders',
      cell: (row) => (
        <>
          {(row.reminders > 0 || row.automaticReminders === 0) && t(['reports.times', { n: row.reminders }])}
          {row.remindedAt && <div className="hint">{format.day(dayOf(row.remindedAt))}</div>}
          {row.automaticReminders > 0 && <div className="hint">{t(['reports.times_automatic', { n: row.automaticReminders }])}</div>}
        </>
      ),
    },
    { key: 'contact', header: 'reports.column_contact', cell: (row) => row.contact?.name ?? <span className="hint">{t('reports.no_contact')}</span> },
    { key: 'next', header: 'reports.column_next', cell: (row) => <NextStep row={row} board={board} onDo={setDoing} /> },
  ]
  return (
    <>
      <Table
        caption="reports.board_bar"
        hideCaption
        columns={columns}
        rows={board.rows}
        keyOf={({ reportId }) => reportId}
        sort={{ key: sort, descending: sort === 'submitted' }}
        onSort={({ key }) => onSort(key === sort ? 'queue' : key)}
        selection={{ keys: chosen, onChange: onChoose, nameOf: ({ unitName }) => unitName }}
        cards
      />
      {doing?.what === 'contact' && <ContactDialog row={doing.row} onClose={end} />}
      {doing?.what === 'remind' && <RemindDialog round={board.round} reportIds={[doing.row.reportId]} onClose={end} />}
      {(doing?.what === 'extend' || doing?.what === 'exempt') && <AllowDialog what={doing.what} row={doing.row} onClose={end} />}
    </>
  )
}

function UnitName({ row, roundId }: { row: BoardRow; roundId: string }) {
  const { t } = useWords()
  const format = useFormat()
  return (
    <>
      {row.version > 0 ? <TextLink to={`/dot-bao-cao/${roundId}/xem/${row.reportId}`}>{row.unitName}</TextLink> : row.unitName}
      {row.closedOn && (
        <div className="hint">
          {t('reports.closed_since')} {format.day(row.closedOn)}
          {row.successors.length > 0 && ` → ${row.successors.map(({ name }) => name).join(', ')}`}
        </div>
      )}
      {row.exemptReason && <div className="hint">{row.exemptReason}</div>}
      {row.state === 'returned' && row.returnReason && <div className="hint">{row.returnReason}</div>}
    </>
  )
}

function NextStep({ row, board, onDo }: { row: BoardRow; board: Board; onDo: (doing: Doing) => void }) {
  const ask = useCommand(addRecipient, { invalidate: ['reports'] })
  const require = useCommand(requireReport, { invalidate: ['reports', 'todos'], onDone: () => showToast('reports.saved') })
  const review = `/dot-bao-cao/${board.round.id}/xem/${row.reportId}`
  const isOpen = row.closedOn === null && !['submitted', 'accepted', 'exempt'].includes(row.state)
  const successor = row.successors.find(({ isAsked }) => !isAsked)
  return (
    <div className="row row-center board-next">
      {row.next === 'review' && <ButtonLink small to={review} label="reports.next_review" />}
      {row.next === 'see' && <ButtonLink small kind="secondary" to={review} label="reports.next_see" />}
      {row.next === 'remind' && <Button small kind="secondary" label="reports.next_remind" onClick={() => onDo({ what: 'remind', row })} />}
      {row.next === 'call' && <Button small kind="secondary" label="reports.next_call" onClick={() => onDo({ what: 'contact', row })} />}
      {row.next === 'ask_successor' && successor && board.canManage && (
        <Button small kind="secondary" label={['reports.next_ask_successor', { unit: successor.name }]} busy={ask.isPending} onClick={() => ask.mutate({ roundId: board.round.id, unitId: successor.unitId })} />
      )}
      <Menu small label={['reports.unit_actions', { unit: row.unitName }]}>
        <MenuItem label="reports.log" onSelect={() => onDo({ what: 'contact', row })} />
        {isOpen && <MenuItem label="reports.remind" onSelect={() => onDo({ what: 'remind', row })} />}
        {isOpen && <MenuItem label="reports.extend" onSelect={() => onDo({ what: 'extend', row })} />}
        {isOpen && <MenuItem label="reports.exempt" onSelect={() => onDo({ what: 'exempt', row })} />}
        {row.state === 'exempt' && <MenuItem label="reports.require" onSelect={() => require.mutate({ reportId: row.reportId })} />}
      </Menu>
    </div>
  )
}
