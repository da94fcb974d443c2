import './reports.css'
import { useState } from 'react'
import { Checkbox } from '#platform/web/checkbox.tsx'
import { useFormat } from '#platform/web/format.ts'
import { useParam } from '#platform/web/location.ts'
import { Note } from '#platform/web/note.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import type { OutputOf } from '#platform/web/request.ts'
import { Table, type Column } from '#platform/web/table.tsx'
import { useWords } from '#platform/web/words.ts'
import { compareTrees } from '../board-contract.ts'

type Trees = OutputOf<typeof compareTrees>
type Row = Trees['rows'][number]

/** Figures of a round on the tree of its period and on today's, with what cannot be compared. */
export default function TreesPage() {
  const roundId = useParam('roundId')
  const read = useOperation(compareTrees, { roundId })
  return <OperationView read={read}>{(trees) => <TreesOf trees={trees} />}</OperationView>
}

function TreesOf({ trees }: { trees: Trees }) {
  const { t } = useWords()
  const format = useFormat()
  const [onlyChanged, setOnlyChanged] = useState(false)
  const figure = ({ value, known, units }: Row['asThen']) => (
    <>
      {value === null ? t('reports.no_data') : format.number(value)}
      {units > 0 && <div className="hint">{t(['reports.known_of', { known, units }])}</div>}
    </>
  )
  const columns: readonly Column<Row>[] = [
    { key: 'label', header: 'reports.content', isName: true, cell: (row) => <>{row.label} – {row.column} <div className="hint">{row.table}</div></> },
    { key: 'then', header: 'reports.tree_then', isNumber: true, cell: ({ asThen }) => figure(asThen) },
    { key: 'now', header: 'reports.tree_now', isNumber: true, cell: ({ asNow }) => figure(asNow) },
    { key: 'difference', header: 'reports.tree_difference', isNumber: true, cell: ({ asThen, asNow }) => (asThen.value === null || asNow.value === null ? '–' : format.number(asNow.value - asThen.value)) },
  ]
  const rows = onlyChanged ? trees.rows.filter(({ asThen, asNow }) => asThen.value !== asNow.value || asThen.known !== asNow.known) : trees.rows
  return (
    <>
      <PageHead
        title="reports.trees_title"
        trail={[
          { to: '/dot-bao-cao', text: t('reports.rounds_title') },
          { to: `/dot-bao-cao/${trees.round.id}`, text: trees.round.title },
        ]}
      />
      <div className="stack">
        <p>{t(['reports.trees_text', { day: format.day(trees.treeOn) }])}</p>
        {trees.breaks.length === 0 && trees.merged.length === 0 && <p className="hint">{t('reports.tree_same')}</p>}
        {trees.breaks.length > 0 && (
          <Note tone="warn">
            <b>{t('reports.tree_breaks')}</b>
            <ul>
              {trees.breaks.map((one) => (
                <li key={`${one.unitId}${one.onDay}`}>
                  {t([one.kind === 'split' ? 'reports.tree_split' : 'reports.tree_abolish', { unit: one.name, day: format.day(one.onDay) }])}: {t(one.isIncluded ? 'reports.tree_in' : 'reports.tree_out')}
                </li>
              ))}
            </ul>
          </Note>
        )}
        {trees.merged.length > 0 && (
          <Note>
            <b>{t('reports.tree_merged')}</b>
            <ul>
              {trees.merged.map((one) => (
                <li key={`${one.from}${one.to}`}>
                  {one.from} → {one.to}, {format.day(one.onDay)}
                </li>
              ))}
            </ul>
          </Note>
        )}
        <Checkbox label="reports.only_changed" checked={onlyChanged} onChange={setOnlyChanged} />
        <Table caption="reports.trees_title" hideCaption columns={columns} rows={rows} keyOf={({ key }) => key} cards />
      </div>
    </>
  )
}
