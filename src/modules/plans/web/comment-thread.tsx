import { useState } from 'react'
import { useCan, useSession } from '#core/access/web/session.ts'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { useCommand } from '#platform/web/operations.ts'
import { useWords } from '#platform/web/words.ts'
import type { Plan } from '../contract.ts'
import { addComment, settleComment } from '../step-contract.ts'

/** What people say about a line, or about the whole plan; those of the unit may answer. */
export function CommentThread({ plan, nodeId }: { plan: Pick<Plan, 'id' | 'unitId' | 'comments'>; nodeId: string | null }) {
  const { t } = useWords()
  const format = useFormat()
  const [text, setText] = useState('')
  const add = useCommand(addComment, { invalidate: ['plans'], onDone: () => setText('') })
  const settle = useCommand(settleComment, { invalidate: ['plans'] })
  const { active } = useSession()
  const can = useCan()
  const maySpeak = plan.unitId === active.unitId && can('plans.comment')
  const { id: planId, comments } = plan
  const own = comments.filter((comment) => comment.nodeId === nodeId)
  const open = own.filter((comment) => !comment.settled)
  return (
    <details className="line-more" open={open.length > 0 || nodeId === null}>
      <summary>
        {t('plans.comments')} {open.length > 0 && `(${open.length})`}
      </summary>
      {own.length === 0 && <p className="hint">{t('plans.comment_none')}</p>}
      <ul className="stack">
        {own.map((comment) => (
          <li key={comment.id} className={comment.settled ? 'comment comment-settled' : 'comment'}>
            <div className="hint">{t(['plans.comment_by', { name: comment.authorName, at: format.instant(comment.at) }])}</div>
            <p>{comment.text}</p>
            {!comment.settled && maySpeak && <Button small kind="ghost" label="plans.comment_settle" onClick={() => settle.mutate({ planId, commentId: comment.id })} />}
          </li>
        ))}
      </ul>
      {maySpeak && <AutoText label="plans.comment_text" value={text} onChange={setText} />}
      {add.error && <ErrorNote error={add.error} />}
      {settle.error && <ErrorNote error={settle.error} />}
      {maySpeak && (
        <div>
          <Button small kind="secondary" icon="comment" label="plans.comment_send" busy={add.isPending} disabled={text.trim() === ''} onClick={() => add.mutate({ planId, nodeId, text })} />
        </div>
      )}
    </details>
  )
}
