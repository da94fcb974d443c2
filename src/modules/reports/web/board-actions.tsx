import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { call } from '#platform/web/api.ts'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useWords } from '#platform/web/words.ts'
import { listBoardReports, type Board } from '../board-contract.ts'
import { filterOf, type BoardList } from './board-list.ts'
import { RemindDialog } from './remind-dialog.tsx'

interface BoardActionsProps {
  board: Board
  list: BoardList
  chosen: ReadonlySet<string>
  onChoose: (keys: ReadonlySet<string>) => void
}

/** What is done with several units at once; the choice goes over all pages and its number stays in sight. */
export function BoardActions({ board, list, chosen, onChoose }: BoardActionsProps) {
  const { t } = useWords()
  const [isReminding, setReminding] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const chooseAll = () => {
    setError(null)
    call(listBoardReports, { roundId: board.round.id, ...filterOf(list) }, {})
      .then(({ reportIds }) => onChoose(new Set([...chosen, ...reportIds])))
      .catch(setError)
  }
  const isAll = board.rows.every(({ reportId }) => chosen.has(reportId)) && chosen.size >= board.found
  return (
    <div className="row row-center board-actions" role="group" aria-label={t(['reports.selected', { n: chosen.size }])}>
      <span aria-live="polite">
        <b>{t(['reports.selected', { n: chosen.size }])}</b>
      </span>
      {!isAll && <Button small kind="ghost" label={['reports.select_all_found', { n: board.found }]} onClick={chooseAll} />}
      {chosen.size > 0 && <Button small kind="ghost" label="reports.select_none" onClick={() => onChoose(new Set())} />}
      {chosen.size > 0 && <Button label={['reports.remind_n', { n: chosen.size }]} onClick={() => setReminding(true)} />}
      {error && <ErrorNote error={error} />}
      {isReminding && <RemindDialog round={board.round} reportIds={[...chosen]} onClose={() => setReminding(false)} />}
    </div>
  )
}
