import './plan.css'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { Checkbox } from '#platform/web/checkbox.tsx'
import { Chips } from '#platform/web/chips.tsx'
import { Combobox } from '#platform/web/combobox.tsx'
import { DraftNotice } from '#platform/web/draft-notice.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useGo, useParam } from '#platform/web/location.ts'
import { ButtonLink } from '#platform/web/link.tsx'
import { Menu, MenuItem } from '#platform/web/menu.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { SplitPane, type PaneSide } from '#platform/web/split-pane.tsx'
import { StatusLine } from '#platform/web/status-line.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useDraft } from '#platform/web/use-draft.ts'
import { useWords } from '#platform/web/words.ts'
import { decidePoints, getPlan, type Plan } from '../contract.ts'
import { amendPlan, recallPlan, submitPlan, withdrawPlan } from '../step-contract.ts'
import type { PlanCheck } from '../model/check-plan.ts'
import { coverage, type PointDecision } from '../model/coverage.ts'
import { pathsOf } from '../model/numbering.ts'
import type { PlanNode } from '../model/plan-node.ts'
import { treeOf, type Change, type PlacedNode } from '../model/plan-tree.ts'
import { leafPoints } from '../model/superior-points.ts'
import { CheckCard, usePlanChecks } from './check-list.tsx'
import { CommentThread } from './comment-thread.tsx'
import { CoveragePanel } from './coverage-panel.tsx'
import { unsaved } from './editor-state.ts'
import { EditorNews } from './editor-news.tsx'
import { FrameDialog } from './frame-dialog.tsx'
import { showLine } from './line-focus.ts'
import { Outline } from './outline.tsx'
import { partyChoices, partyOf } from './party-choices.ts'
import { PasteDialog } from './paste-dialog.tsx'
import { PlanHead } from './plan-head.tsx'
import { PreviewItems, PreviewLinks } from './preview-links.tsx'
import { SubmitDialog } from './submit-dialog.tsx'
import { usePlanEditor, type PlanEditor } from './use-plan-editor.ts'

/** Below the matrix, and asked for: it comes after the page. */
const AdviceCard = lazy(() => import('./advice-card.tsx'))

export default function EditorPage() {
  const planId = useParam('planId')
  const read = useOperation(getPlan, { planId })
  return <OperationView read={read}>{(plan) => <PlanScreen key={`${plan.id}:${plan.state}`} plan={plan} />}</OperationView>
}

type LineFilter = 'all' | 'no_lead' | 'no_date' | 'comments'

function PlanScreen({ plan }: { plan: Plan }) {
  const { t } = useWords()
  const client = useQueryClient()
  const editor = usePlanEditor(plan, () => void client.invalidateQueries({ queryKey: ['todos'] }))
  const { nodes } = editor.state
  const { people } = plan
  const [openId, setOpenId] = useState<string | null>(null)
  const [pointId, setPointId] = useState<string | null>(null)
  const [filter, setFilter] = useState<LineFilter>('all')
  const [side, setSide] = useState<PaneSide>('main')
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const pending = unsaved(editor.state)
  const draft = useDraft<Change>(`plans.${plan.id}`, pending, pending.length === 0)

  const pointList = plan.directive?.pointList ?? NONE
  const matrix = useMemo(() => coverage(pointList, nodes, plan.decisions), [pointList, nodes, plan.decisions])
  const paths = useMemo(() => pathsOf(treeOf(nodes)), [nodes])
  const followed = useMemo(() => followedBy(matrix.rows), [matrix])
  const points = useMemo(() => leafPoints(pointList).map((point) => ({ value: point.id, text: `${point.labelPath} ${point.text}` })), [pointList])
  const marked = new Set(matrix.rows.find((row) => row.point.id === pointId)?.links.map((link) => link.nodeId))

  const checks = usePlanChecks(plan, nodes)
  const decide = useCommand(decidePoints, { invalidate: ['plans'] })
  const filters = filterChoices(nodes, plan, filter)
  const openLine = (id: string) => {
    setFilter('all')
    setSide('main')
    setOpenId(id)
    showLine(id)
  }
  const selectPoint = (id: string | null) => {
    setPointId(id)
    const answer = matrix.rows.find((row) => row.point.id === id)?.links[0]
    if (answer && filter === 'all') showLine(answer.nodeId)
  }
  const shown = (placed: PlacedNode) => isShown(placed, filter, plan)
  const select = (placed: PlacedNode, label: string) =>
    editor.isEditable && filter === 'no_lead' && placed.node.kind !== 'section' ? (
      <Checkbox label={['plans.line_open', { label }]} hideLabel checked={picked.has(placed.node.id)} onChange={(on) => setPicked(toggled(picked, placed.node.id, on))} />
    ) : null

  return (
    <>
      <PlanHead plan={plan} />
      <DraftNotice draft={draft} onUse={editor.edit} />
      <EditorNews plan={plan} editor={editor} />
      <Actions plan={plan} editor={editor} checks={checks} onOpenLine={openLine} />
      {editor.refusal !== null && <ErrorNote error={editor.refusal} />}
      {decide.error && <ErrorNote error={decide.error} />}
      <SplitPane
        label="plans.pane"
        shown={side}
        onShow={setSide}
        main={{
          label: 'plans.pane_text',
          content: (
            <section className="card plan-paper" aria-label={t('plans.pane_text')}>
              {filters.length > 1 && (
                <div className="row row-center plan-filter line-below">
                  <Chips legend="plans.filter" value={filter} onChange={setFilter} choices={filters} />
                </div>
              )}
              {picked.size > 0 && <AssignBar plan={plan} editor={editor} people={people} picked={picked} onDone={() => setPicked(new Set())} />}
              <Outline
                plan={plan}
                editor={editor}
                people={people}
                points={points}
                followed={followed}
                marked={marked}
                shown={shown}
                openId={openId}
                onOpen={setOpenId}
                comments={plan.comments}
                selection={select}
                commentThread={(nodeId) => <CommentThread plan={plan} nodeId={nodeId} />}
              />
            </section>
          ),
        }}
        aside={{
          label: 'plans.pane_coverage',
          content: (
            <div className="stack">
              <CoveragePanel
                plan={plan}
                editor={editor}
                matrix={matrix}
                pathOf={(id) => paths.get(id) ?? ''}
                selected={pointId}
                onSelect={selectPoint}
                onOpenLine={openLine}
                onDecide={(id, decisions: readonly PointDecision[]) => void editor.flush().then(() => decide.mutate({ planId: plan.id, points: [{ pointId: id, decisions: [...decisions] }] }))}
              />
              <CheckCard checks={checks} onOpenLine={openLine} />
              <Suspense>
                <AdviceCard planId={plan.id} editor={editor} onOpenLine={openLine} />
              </Suspense>
              <section className="card">
                <CommentThread plan={plan} nodeId={null} />
              </section>
            </div>
          ),
        }}
      />
    </>
  )
}

const NONE: NonNullable<Plan['directive']>['pointList'] = []

interface ActionsProps {
  plan: Plan
  editor: PlanEditor
  checks: readonly PlanCheck[]
  onOpenLine: (nodeId: string) => void
}

function Actions({ plan, editor, checks, onOpenLine }: ActionsProps) {
  const go = useGo()
  const [dialog, setDialog] = useState<'frame' | 'paste' | 'submit' | null>(null)
  const submit = useCommand(submitPlan, {
    invalidate: ['plans', 'todos'],
    onDone: () => {
      setDialog(null)
      showToast('plans.submitted_toast')
    },
  })
  const recall = useCommand(recallPlan, { invalidate: ['plans', 'todos'] })
  const amend = useCommand(amendPlan, { invalidate: ['plans', 'todos'], onDone: ({ planId }) => go(`/ke-hoach/${planId}`) })
  const withdraw = useCommand(withdrawPlan, { invalidate: ['plans', 'todos'], onDone: () => go('/ke-hoach') })
  const { t } = useWords()
  const can = (action: string) => plan.actions.includes(action)
  const error = submit.error ?? recall.error ?? amend.error ?? withdraw.error
  const send = async () => {
    if (await editor.flush()) submit.mutate({ planId: plan.id })
  }
  return (
    <>
      <div className="row row-center plan-actions">
        {can('submit') && <Button label="plans.submit" busy={submit.isPending} onClick={() => (checks.length > 0 ? setDialog('submit') : void send())} />}
        {(can('approve') || can('issue')) && <ButtonLink to={`/ke-hoach/${plan.id}/duyet`} label={can('approve') ? 'plans.review_title' : 'plans.issue_title'} />}
        {can('recall') && <Button kind="secondary" label="plans.recall" busy={recall.isPending} onClick={() => recall.mutate({ planId: plan.id })} />}
        {can('amend') && <Button kind="secondary" label="plans.amend" busy={amend.isPending} onClick={() => amend.mutate({ planId: plan.id })} />}
        {plan.documentId && <ButtonLink kind="secondary" to={`/van-ban/${plan.documentId}`} label="plans.issued_open" />}
        <div className="wide-only">
          <PreviewLinks planId={plan.id} />
        </div>
        {editor.isEditable && (
          <>
            <Button kind="ghost" icon="undo" iconOnly label="plans.undo" disabled={editor.state.undo.length === 0} onClick={editor.undo} />
            <Menu label="kit.more_actions">
              <div className="narrow-only">
                <PreviewItems planId={plan.id} />
              </div>
              <MenuItem label="plans.paste" icon="upload" onSelect={() => setDialog('paste')} />
              <MenuItem label="plans.frame" icon="edit" onSelect={() => setDialog('frame')} />
              <MenuItem label="plans.redo" icon="undo" disabled={editor.state.redo.length === 0} onSelect={editor.redo} />
              {plan.versions.length > 0 && <MenuItem label="plans.compare_title" icon="eye" onSelect={() => go(`/ke-hoach/${plan.id}/so-sanh`)} />}
              {can('withdraw') && <MenuItem label="plans.withdraw" icon="trash" danger onSelect={() => confirm(t('plans.withdraw_sure')) && withdraw.mutate({ planId: plan.id })} />}
            </Menu>
          </>
        )}
        {!editor.isEditable && (
          <>
            {plan.versions.length > 0 && (
              <div className="wide-only">
                <ButtonLink kind="ghost" to={`/ke-hoach/${plan.id}/so-sanh`} label="plans.compare_title" />
              </div>
            )}
            <div className="narrow-only">
              <Menu label="kit.more_actions" alignStart>
                <PreviewItems planId={plan.id} />
                {plan.versions.length > 0 && <MenuItem label="plans.compare_title" icon="eye" onSelect={() => go(`/ke-hoach/${plan.id}/so-sanh`)} />}
              </Menu>
            </div>
          </>
        )}
        <StatusLine save={editor.save} />
      </div>
      {error && <ErrorNote error={error} />}
      {dialog === 'frame' && <FrameDialog plan={plan} onClose={() => setDialog(null)} />}
      {dialog === 'paste' && <PasteDialog editor={editor} kind={plan.unit.kind} onAdded={showLine} onClose={() => setDialog(null)} />}
      {dialog === 'submit' && <SubmitDialog checks={checks} isBusy={submit.isPending} onSubmit={() => void send()} onOpenLine={onOpenLine} onClose={() => setDialog(null)} />}
    </>
  )
}

function AssignBar({ plan, editor, people, picked, onDone }: { plan: Plan; editor: PlanEditor; people: Plan['people']; picked: ReadonlySet<string>; onDone: () => void }) {
  const { t } = useWords()
  const assign = (value: string | null) => {
    const lead = partyOf(value, people)
    if (!lead) return
    editor.edit(editor.state.nodes.filter((node) => picked.has(node.id)).map((before) => ({ before, after: { ...before, lead } })))
    onDone()
  }
  return (
    <div className="row row-center assign-bar">
      <b>{t(['plans.selected_lines', { n: picked.size }])}</b>
      <Combobox label="plans.assign_selected" value={null} choices={partyChoices(plan.unit.kind, people, [])} onChange={assign} />
    </div>
  )
}

function isShown({ node, part }: PlacedNode, filter: LineFilter, plan: Plan): boolean {
  if (filter === 'all') return true
  if (filter === 'comments') return plan.comments.some((comment) => comment.nodeId === node.id && !comment.settled)
  if (part !== 'tasks' || node.kind === 'section') return false
  return filter === 'no_lead' ? node.lead === null : node.dueOn === null && node.startOn === null
}

/** What can be filtered for: only what there is, and what is chosen. */
function filterChoices(nodes: readonly PlanNode[], plan: Plan, chosen: LineFilter) {
  const placed = treeOf(nodes).flatMap(function under(row): readonly PlacedNode[] {
    return [row, ...row.children.flatMap(under)]
  })
  const found = (['no_lead', 'no_date', 'comments'] as const).flatMap((value) => {
    const count = placed.filter((row) => isShown(row, value, plan)).length
    return count > 0 || value === chosen ? [{ value, label: `plans.filter_${value}` as const, count }] : []
  })
  return [{ value: 'all' as const, label: 'plans.filter_all' as const }, ...found]
}

function followedBy(rows: ReturnType<typeof coverage>['rows']): ReadonlyMap<string, readonly string[]> {
  const labels = new Map<string, string[]>()
  for (const { point, links } of rows) {
    for (const { nodeId, origin } of links) if (origin !== 'proposed') labels.set(nodeId, [...(labels.get(nodeId) ?? []), point.labelPath])
  }
  return labels
}

function toggled(picked: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> {
  const next = new Set(picked)
  if (on) next.add(id)
  else next.delete(id)
  return next
}
