import { useMemo, useState, type ClipboardEvent } from 'react'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { newOperationId } from '#platform/web/operation-id.ts'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { pastedNodes } from '../model/paste.ts'
import { siblingsOf } from '../model/plan-tree.ts'
import { positionsBetween } from '../model/position.ts'
import type { UnitKind } from '../model/roles.ts'
import type { PlanEditor } from './use-plan-editor.ts'

interface PasteDialogProps {
  editor: PlanEditor
  kind: UnitKind | null
  /** Hears the first line that came in. */
  onAdded: (nodeId: string) => void
  onClose: () => void
}

/** Text out of Word becomes lines at the end of the plan; one step to undo. */
export function PasteDialog({ editor, kind, onAdded, onClose }: PasteDialogProps) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [html, setHtml] = useState<string | null>(null)
  const found = useMemo(() => pastedNodes({ text, html }, { newId: newOperationId, kind }), [text, html, kind])
  const append = () => {
    const roots = found.filter((node) => node.parentId === null)
    const last = siblingsOf(editor.state.nodes, null).at(-1)?.position ?? null
    const places = positionsBetween(last, null, roots.length)
    editor.edit(found.map((node) => ({ before: null, after: node.parentId === null ? { ...node, position: places[roots.indexOf(node)]! } : node })))
    onClose()
    showToast(['plans.pasted', { n: found.length }], { action: { label: 'plans.undo', run: editor.undo } })
    if (roots[0]) onAdded(roots[0].id)
  }
  // The lists of Word travel in its HTML; once the text is changed by hand, the text is what counts.
  const onPaste = (event: ClipboardEvent) => setHtml(event.clipboardData.getData('text/html') || null)
  const onChange = (next: string) => {
    if (text !== '') setHtml(null)
    setText(next)
  }
  return (
    <Dialog open onClose={onClose} title="plans.paste_title" wide actions={<Button label="plans.paste_go" disabled={found.length === 0} onClick={append} />}>
      <AutoText label="plans.paste_text" rows={10} value={text} onChange={onChange} onPaste={onPaste} />
      <output>{t(['plans.paste_found', { n: found.length }])}</output>
    </Dialog>
  )
}
