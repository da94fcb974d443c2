import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { Checkbox } from '#platform/web/checkbox.tsx'
import { useCan } from '#core/access/web/session.ts'
import { DateInput } from '#platform/web/date-input.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { today, useFormat } from '#platform/web/format.ts'
import { TextLink } from '#platform/web/link.tsx'
import { useGo, useParam } from '#platform/web/location.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import type { OutputOf } from '#platform/web/request.ts'
import { Table, type Column } from '#platform/web/table.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'
import { createConsolidation, listConsolidations } from '../consolidation-contract.ts'
import { getRound } from '../round-contract.ts'
import { CONSOLIDATION_LOOK } from './board-words.ts'
import { useChosen } from './chosen-reports.ts'

type Line = OutputOf<typeof listConsolidations>[number]

/** The consolidations of a round, and a new one. */
export default function ConsolidationsPage() {
  const { t } = useWords()
  const can = useCan()
  const roundId = useParam('roundId')
  const round = useOperation(getRound, { roundId })
  const read = useOperation(listConsolidations, { roundId })
  return (
    <OperationView read={round}>
      {({ title }) => (
        <>
          <PageHead
            title="reports.consolidations"
            trail={[
              { to: '/dot-bao-cao', text: t('reports.rounds_title') },
              { to: `/dot-bao-cao/${roundId}`, text: title },
            ]}
          />
          <div className="stack">
            <OperationView read={read}>
              {(lines) => (lines.length === 0 ? <EmptyState title="reports.consolidation_empty" text="reports.consolidation_empty_text" icon="report" /> : <Lines lines={lines} />)}
            </OperationView>
            {can('reports.ask') && <NewConsolidation roundId={roundId} roundTitle={title} />}
          </div>
        </>
      )}
    </OperationView>
  )
}

function Lines({ lines }: { lines: readonly Line[] }) {
  const { t } = useWords()
  const format = useFormat()
  const columns: readonly Column<Line>[] = [
    { key: 'title', header: 'reports.consolidation_title', isName: true, cell: (line) => <TextLink to={`/dot-bao-cao/${line.roundId}/tong-hop/${line.id}`}>{line.title}</TextLink> },
    { key: 'state', header: 'reports.column_state', cell: (line) => <Tag {...CONSOLIDATION_LOOK[line.state]} /> },
    { key: 'cut', header: 'reports.cut_off', cell: (line) => format.day(line.cutOff) },
    { key: 'of', header: 'reports.figure_of', cell: (line) => t(['reports.included_of', { included: line.included, asked: line.asked }]) },
    { key: 'number', header: 'reports.issue', cell: (line) => (line.numberText ? t(['reports.issued_as', { number: line.numberText, day: format.day(line.issuedOn) }]) : '–') },
  ]
  return <Table caption="reports.consolidations" hideCaption columns={columns} rows={lines} keyOf={({ id }) => id} cards />
}

function NewConsolidation({ roundId, roundTitle }: { roundId: string; roundTitle: string }) {
  const { t } = useWords()
  const go = useGo()
  const [chosen] = useChosen(roundId)
  const [title, setTitle] = useState(() => t(['reports.consolidation_usual', { title: roundTitle.replace(/^Báo cáo\s+/, '') }]))
  const [cutOff, setCutOff] = useState<string | null>(today())
  const [withSubmitted, setWithSubmitted] = useState(false)
  const [onlyChosen, setOnlyChosen] = useState(false)
  const create = useCommand(createConsolidation, { invalidate: ['reports'], onDone: ({ consolidationId }) => go(`/dot-bao-cao/${roundId}/tong-hop/${consolidationId}`) })
  const act = () => cutOff && create.mutate({ roundId, title, cutOff, withSubmitted, ...(onlyChosen ? { reportIds: [...chosen] } : {}) })
  return (
    <section className="card stack" aria-labelledby="new-title">
      <h2 id="new-title">{t('reports.consolidation_new')}</h2>
      <TextInput label="reports.consolidation_title" value={title} onChange={setTitle} maxLength={300} />
      <DateInput label="reports.cut_off" value={cutOff} onChange={setCutOff} max={today()} />
      <Checkbox label="reports.with_submitted" checked={withSubmitted} onChange={setWithSubmitted} />
      {chosen.size > 0 && <Checkbox label={['reports.only_selected', { n: chosen.size }]} checked={onlyChosen} onChange={setOnlyChosen} />}
      {create.error && <ErrorNote error={create.error} />}
      <div>
        <Button label="reports.consolidation_new" busy={create.isPending} disabled={!cutOff || title.trim() === ''} onClick={act} />
      </div>
    </section>
  )
}
