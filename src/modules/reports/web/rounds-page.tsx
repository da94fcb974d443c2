import { useState } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { ButtonLink, TextLink } from '#platform/web/link.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Table, type Column } from '#platform/web/table.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { useWords } from '#platform/web/words.ts'
import type * as z from 'zod/mini'
import { closeRound, listRounds, withdrawRound } from '../round-contract.ts'
import { REPORT_STATES } from '../model/lifecycle.ts'
import { FORM_WORDS, ROUND_LOOK } from './report-words.ts'

type RoundOfList = z.output<typeof listRounds.output>[number]

/** The rounds in which the unit asks those below it. */
export default function RoundsPage() {
  const { active } = useSession()
  const read = useOperation(listRounds, { unitId: active.unitId })
  const create = <ButtonLink to="/dot-bao-cao/moi" label="reports.round_new" icon="plus" />
  return (
    <>
      <PageHead title="reports.rounds_title" actions={create} />
      <OperationView read={read}>
        {(rounds) => (rounds.length === 0 ? <EmptyState title="reports.rounds_empty" text="reports.rounds_empty_text" icon="inbox" action={create} /> : <RoundTable rounds={rounds} />)}
      </OperationView>
    </>
  )
}

function RoundTable({ rounds }: { rounds: readonly RoundOfList[] }) {
  const { t } = useWords()
  const format = useFormat()
  const [ending, setEnding] = useState<RoundOfList | null>(null)
  const columns: readonly Column<RoundOfList>[] = [
    {
      key: 'title',
      header: 'reports.column_round',
      isName: true,
      cell: (round) => (
        <>
          <TextLink to={round.state === 'draft' ? `/dot-bao-cao/${round.id}/sua` : `/dot-bao-cao/${round.id}`}>{round.title}</TextLink>
          <div className="hint">
            {t(FORM_WORDS[round.formCode])} · {round.period.label}
          </div>
        </>
      ),
    },
    { key: 'due', header: 'reports.column_due', cell: (round) => format.day(round.dueOn) },
    { key: 'state', header: 'reports.column_state', cell: (round) => <Tag {...ROUND_LOOK[round.state]} /> },
    { key: 'given', header: 'reports.column_in', cell: (round) => givenOf(round, t) },
    {
      key: 'end',
      header: 'reports.column_step',
      cell: (round) => (round.state === 'open' || round.state === 'draft' ? <Button small kind="ghost" label={round.state === 'open' ? 'reports.round_close' : 'reports.round_withdraw'} onClick={() => setEnding(round)} /> : '–'),
    },
  ]
  return (
    <>
      <Table caption="reports.rounds_title" hideCaption columns={columns} rows={rounds} keyOf={({ id }) => id} cards />
      {ending && <EndDialog round={ending} onClose={() => setEnding(null)} />}
    </>
  )
}

function givenOf({ counts, state }: RoundOfList, t: ReturnType<typeof useWords>['t']): string {
  if (state === 'draft') return '–'
  const all = REPORT_STATES.reduce((sum, one) => sum + (counts[one] ?? 0), 0) - (counts.exempt ?? 0)
  return t(['reports.given_of', { given: (counts.submitted ?? 0) + (counts.accepted ?? 0), all }])
}

function EndDialog({ round, onClose }: { round: RoundOfList; onClose: () => void }) {
  const { t } = useWords()
  const isOpen = round.state === 'open'
  const close = useCommand(closeRound, { invalidate: ['reports', 'todos'], onDone: onClose })
  const withdraw = useCommand(withdrawRound, { invalidate: ['reports', 'todos'], onDone: onClose })
  const command = isOpen ? close : withdraw
  return (
    <Dialog
      open
      onClose={onClose}
      title={isOpen ? 'reports.round_close' : 'reports.round_withdraw'}
      actions={<Button kind="danger" label={isOpen ? 'reports.round_close' : 'reports.round_withdraw'} busy={command.isPending} onClick={() => command.mutate({ roundId: round.id })} />}
    >
      <p>{t([isOpen ? 'reports.round_close_text' : 'reports.round_withdraw_text', { title: round.title }])}</p>
      {command.error && <ErrorNote error={command.error} />}
    </Dialog>
  )
}
