import { useState } from 'react'
import { Chips } from '#platform/web/chips.tsx'
import { Button } from '#platform/web/button.tsx'
import { CoverageList, CoverageRow } from '#platform/web/coverage-row.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { Progress } from '#platform/web/progress.tsx'
import { Prose } from '#platform/web/prose.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { AutoText } from '#platform/web/auto-text.tsx'
import { useWords } from '#platform/web/words.ts'
import type { Plan } from '../contract.ts'
import type { Coverage, CoverageRow as Row, PointDecision } from '../model/coverage.ts'
import type { SuperiorPoint } from '../model/superior-points.ts'
import { ConfirmLinks } from './confirm-links.tsx'
import { COVERAGE_LOOK, GAP_WORDS, ownDutyWords } from './plan-words.ts'
import { SuggestDialog } from './suggest-dialog.tsx'
import type { PlanEditor } from './use-plan-editor.ts'

export interface CoveragePanelProps {
  plan: Plan
  editor: PlanEditor
  matrix: Coverage
  /** Place of a line in the plan: `II.1.a`. */
  pathOf: (nodeId: string) => string
  selected: string | null
  onSelect: (pointId: string | null) => void
  onOpenLine: (nodeId: string) => void
  onDecide: (pointId: string, decisions: readonly PointDecision[]) => void
}

/** Every point of the superior's plan and how this plan answers it; what is missing can be added from here. */
export function CoveragePanel(props: CoveragePanelProps) {
  const { t } = useWords()
  const { plan, matrix, selected, onSelect } = props
  const [waiving, setWaiving] = useState<SuperiorPoint | null>(null)
  const [suggesting, setSuggesting] = useState<SuperiorPoint | null>(null)
  const [filter, setFilter] = useState<'all' | 'open'>('all')
  if (!plan.directive) return <EmptyState title="plans.coverage_none_title" text="plans.coverage_none_text" icon="inbox" />
  const { answered, total } = matrix.summary
  const open = openRows(matrix.rows)
  return (
    <section className="card stack" aria-labelledby="coverage-title">
      <h2 id="coverage-title">{t('plans.coverage_title')}</h2>
      <p className="hint coverage-source">
        <Prose text={t(['plans.coverage_document', { number: plan.directive.numberText ?? '…', issuer: plan.directive.unitName }])} />
      </p>
      <Progress label="plans.coverage_progress" value={answered} max={total} tone={answered === total ? 'ok' : 'warn'} />
      {open.length > 0 && (
        <Chips
          legend="plans.coverage_filter"
          value={filter}
          onChange={setFilter}
          choices={[
            { value: 'all', label: 'plans.filter_all' },
            { value: 'open', label: 'plans.coverage_open', count: open.length },
          ]}
        />
      )}
      <ConfirmLinks plan={plan} editor={props.editor} rows={matrix.rows} />
      <CoverageList>
        {(filter === 'open' && open.length > 0 ? open : matrix.rows).map((row) => (
          <PointRow key={row.point.id} row={row} isSelected={selected === row.point.id} onWaive={setWaiving} onSuggest={setSuggesting} {...props} onSelect={onSelect} />
        ))}
      </CoverageList>
      {waiving && <WaiveDialog point={waiving} onClose={() => setWaiving(null)} onDecide={props.onDecide} />}
      {suggesting && <SuggestDialog plan={plan} editor={props.editor} point={suggesting} onClose={() => setSuggesting(null)} onAdded={props.onOpenLine} />}
    </section>
  )
}

/** Points that still want something: nothing or only a part answers them. */
function openRows(rows: readonly Row[]): readonly Row[] {
  const parents = new Set(rows.map((row) => row.point.parentId))
  return rows.filter((row) => !parents.has(row.point.id) && (row.state === 'missing' || row.state === 'partial'))
}

interface PointRowProps extends CoveragePanelProps {
  row: Row
  isSelected: boolean
  onWaive: (point: SuperiorPoint) => void
  onSuggest: (point: SuperiorPoint) => void
}

function PointRow({ row, isSelected, plan, editor, pathOf, onSelect, onOpenLine, onDecide, onWaive, onSuggest }: PointRowProps) {
  const { t } = useWords()
  const { point, state, links, missing } = row
  const isOwnDuty = state === 'not_applicable' && row.reason === null && point.ownDuty !== undefined
  const hasPointsUnder = plan.directive?.pointList.some((other) => other.parentId === point.id) ?? false
  const isChanged = plan.directive?.changedPointIds.includes(point.id) ?? false
  const others = plan.decisions.filter((decision) => decision.pointId === point.id && decision.verdict !== 'not_applicable' && decision.verdict !== 'applies')
  const say = (verdict: 'confirmed' | 'rejected', nodeId: string) =>
    onDecide(point.id, [...others.filter((decision) => !('nodeId' in decision) || decision.nodeId !== nodeId), { pointId: point.id, verdict, nodeId }])

  const detail = (
    <>
      {isChanged && <Tag tone="info" label="plans.point_changed" />}
      {links.map((link) => (
        <div key={link.nodeId} className="row row-center">
          <button type="button" className="as-link" onClick={() => onOpenLine(link.nodeId)}>
            {t(['plans.by_lines', { labels: pathOf(link.nodeId) }])} {shortened(editor.state.nodes.find((node) => node.id === link.nodeId)?.text ?? '', 70)}
          </button>
          {!hasPointsUnder && link.origin !== 'confirmed' && editor.isEditable && (
            <>
              {link.origin === 'proposed' && <span>{t('plans.proposed')}</span>}
              <Button small kind="ghost" label="plans.confirm_link" aria-label={`${t('plans.confirm_link')}: ${point.text}`} onClick={() => say('confirmed', link.nodeId)} />
              <Button small kind="ghost" label="plans.reject_link" aria-label={`${t('plans.reject_link')}: ${point.text}`} onClick={() => say('rejected', link.nodeId)} />
            </>
          )}
        </div>
      ))}
      {missing.length > 0 && <div>{missing.map((gap) => t(GAP_WORDS[gap])).join(', ')}</div>}
      {row.reason && <div>{t(['plans.reason_is', { reason: row.reason }])}</div>}
      {isOwnDuty && (
        <div>
          <Tag tone="info" label="plans.own_duty_proposed" /> {t(ownDutyWords(point.ownDuty))}
        </div>
      )}
    </>
  )
  const actions = editor.isEditable && !hasPointsUnder && (
    <>
      {(state === 'missing' || state === 'partial') && <Button small kind="secondary" icon="plus" label="plans.add_from_template" aria-label={`${t('plans.add_from_template')}: ${point.text}`} onClick={() => onSuggest(point)} />}
      {state === 'missing' && <Button small kind="ghost" label="plans.waive" aria-label={`${t('plans.waive')} ${point.text}`} onClick={() => onWaive(point)} />}
      {isOwnDuty && (
        <>
          <Button small kind="secondary" icon="check" label="plans.own_duty_confirm" aria-label={`${t('plans.own_duty_confirm')}: ${point.text}`} onClick={() => onDecide(point.id, [{ pointId: point.id, verdict: 'not_applicable', reason: t(ownDutyWords(point.ownDuty)) }])} />
          <Button small kind="ghost" label="plans.waive_undo" aria-label={`${t('plans.waive_undo')}: ${point.text}`} onClick={() => onDecide(point.id, [...others, { pointId: point.id, verdict: 'applies' }])} />
        </>
      )}
      {state === 'not_applicable' && row.reason !== null && <Button small kind="ghost" label="plans.waive_undo" aria-label={`${t('plans.waive_undo')}: ${point.text}`} onClick={() => onDecide(point.id, point.ownDuty ? [...others, { pointId: point.id, verdict: 'applies' }] : others)} />}
    </>
  )
  return (
    <CoverageRow
      number={point.labelPath}
      name={shortened(point.text, 160)}
      tag={<Tag {...COVERAGE_LOOK[state]} />}
      detail={detail}
      actions={actions || undefined}
      isSelected={isSelected}
      onSelect={() => onSelect(isSelected ? null : point.id)}
    />
  )
}

/** Cut between words. */
function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, text.lastIndexOf(' ', most - 1))}…` : text
}

function WaiveDialog({ point, onClose, onDecide }: { point: SuperiorPoint; onClose: () => void; onDecide: CoveragePanelProps['onDecide'] }) {
  const [reason, setReason] = useState('')
  const isShort = reason.trim().length < 5
  return (
    <Dialog
      open
      onClose={onClose}
      title="plans.waive_title"
      actions={
        <Button
          label="plans.waive_go"
          disabled={isShort}
          onClick={() => {
            onDecide(point.id, [{ pointId: point.id, verdict: 'not_applicable', reason: reason.trim() }])
            onClose()
          }}
        />
      }
    >
      <p>{point.text}</p>
      <AutoText label="plans.waive_reason" hint="plans.waive_hint" value={reason} onChange={setReason} />
    </Dialog>
  )
}
