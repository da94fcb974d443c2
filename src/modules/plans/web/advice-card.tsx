import { useState } from 'react'
import { AdvicePanel } from '#core/advice/web/advice-panel.tsx'
import { NoveltyPanel } from '#core/advice/web/novelty-panel.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { advisePlan, comparePlanText } from '../advice-contract.ts'
import type { PlanEditor } from './use-plan-editor.ts'

interface AdviceCardProps {
  planId: string
  editor: PlanEditor
  onOpenLine: (nodeId: string) => void
}

/** What an editor would say of the plan; a proposal is an edit of its line. */
export default function AdviceCard({ planId, editor, onOpenLine }: AdviceCardProps) {
  const [isOpen, setOpen] = useState(false)
  const read = useOperation(advisePlan, { planId }, { enabled: isOpen })
  const look = async () => {
    if (!(await editor.flush())) return
    if (isOpen) void read.refetch()
    setOpen(true)
  }
  const [isCompared, compare] = useState(false)
  const beside = useOperation(comparePlanText, { planId }, { enabled: isCompared })
  const lookBeside = async () => {
    if (!(await editor.flush())) return
    if (isCompared) void beside.refetch()
    compare(true)
  }
  const nodeAt = (nodeId: string) => editor.state.nodes.find(({ id }) => id === nodeId)
  const mend = (nodeId: string, text: string) => {
    const node = nodeAt(nodeId)
    if (node) editor.edit([{ before: node, after: { ...node, text } }])
  }
  return (
    <>
      <AdvicePanel read={read} isOpen={isOpen} onLook={() => void look()} editor={{ textAt: (place) => nodeAt(place)?.text, onOpen: onOpenLine, canMend: () => editor.isEditable, onMend: mend }} />
      <NoveltyPanel read={beside} isOpen={isCompared} onLook={() => void lookBeside()} onOpen={onOpenLine} />
    </>
  )
}
