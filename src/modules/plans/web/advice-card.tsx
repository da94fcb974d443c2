import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { Tag } from '#platform/web/tag.tsx'
import { useWords } from '#platform/web/words.ts'
import { advisePlan, type PlanAdvice } from '../advice-contract.ts'
import type { AdviceCode } from '../model/advice.ts'
import { groupsOf, TONES } from './check-list.tsx'
import type { PlanEditor } from './use-plan-editor.ts'

interface AdviceCardProps {
  planId: string
  editor: PlanEditor
  onOpenLine: (nodeId: string) => void
}

/** Words, capitals, dates and bases of the plan as an editor would mark them; asked for, since it reads what is saved. */
export default function AdviceCard({ planId, editor, onOpenLine }: AdviceCardProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const read = useOperation(advisePlan, { planId }, { enabled: isOpen })
  const look = async () => {
    if (!(await editor.flush())) return
    if (isOpen) void read.refetch()
    setOpen(true)
  }
  return (
    <section className="card stack" aria-labelledby="advice-title">
      <h2 id="advice-title">{t('plans.advice_title')}</h2>
      <p className="hint">{t('plans.advice_hint')}</p>
      <div className="row">
        <Button kind="secondary" small label={isOpen ? 'plans.advice_again' : 'plans.advice_open'} busy={read.isFetching} onClick={() => void look()} />
      </div>
      {isOpen && <OperationView read={read}>{(found) => <AdviceList found={found} editor={editor} onOpenLine={onOpenLine} />}</OperationView>}
    </section>
  )
}

function AdviceList({ found, editor, onOpenLine }: { found: readonly PlanAdvice[] } & Omit<AdviceCardProps, 'planId'>) {
  const { t } = useWords()
  const open = found.filter((advice) => stillStands(advice, editor))
  if (open.length === 0) return <output>{t('plans.advice_none')}</output>
  return (
    <ul className="stack stack-tight checks plain">
      {groupsOf(open).map(([code, group]) => (
        <li key={code}>
          <Tag tone={TONES[group[0]!.severity]} label={`plans.advice_${code.replaceAll('-', '_') as Underscored<AdviceCode>}`} />
          <ul>
            {group.map((advice) => (
              <li key={`${advice.nodeId}:${advice.quote}:${advice.note}`}>
                <AdviceItem advice={advice} editor={editor} onOpenLine={onOpenLine} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

type Underscored<Code extends string> = Code extends `${infer Head}-${infer Rest}` ? `${Head}_${Underscored<Rest>}` : Code

function AdviceItem({ advice: { quote, note, proposal, nodeId }, editor, onOpenLine }: { advice: PlanAdvice } & Omit<AdviceCardProps, 'planId'>) {
  const node = nodeId === null ? undefined : editor.state.nodes.find(({ id }) => id === nodeId)
  const apply = () => node && quote !== null && proposal !== null && editor.edit([{ before: node, after: { ...node, text: node.text.replace(quote, () => proposal) } }])
  return (
    <div className="stack stack-tight">
      {quote !== null && (node ? <button type="button" className="as-link" onClick={() => onOpenLine(node.id)}>“{quote}”</button> : <span>“{quote}”</span>)}
      <span className="hint" lang="vi">{note}</span>
      {node && proposal !== null && editor.isEditable && (
        <div className="row">
          <Button kind="ghost" small icon="check" label={['plans.advice_apply', { words: proposal }]} onClick={apply} />
        </div>
      )}
    </div>
  )
}

/** What has been mended since it was read is no longer told. */
function stillStands({ nodeId, quote }: PlanAdvice, editor: PlanEditor): boolean {
  if (nodeId === null || quote === null) return true
  return editor.state.nodes.some(({ id, text }) => id === nodeId && text.includes(quote))
}
