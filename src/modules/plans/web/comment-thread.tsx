import { useState } from 'react'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { useCommand } from '#platform/web/operations.ts'
import { useWords } from '#platform/web/words.ts'
import { addComment, settleComment, type Comment } from '../contract.ts'

/** What people say about a line, or about the whole plan. */
export function CommentThread({ planId, nodeId, comments }: { planId: string; nodeId: string | null; comments: readonly Comment[] }) {
  const { t } = useWords()
  const format = useFormat()
  const [text, setText] = useState('')
  const add = useCommand(addComment, { invalidate: ['plans'], onDone: () => setText('') })
  const settle = useCommand(settleComment, { invalidate: ['plans'] })
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
            {!comment.settled && <Button small kind="ghost" label="plans.comment_settle" onClick={() => settle.mutate({ planId, commentId: comment.id })} />}
          </li>
        ))}
      </ul>
      <AutoText label="plans.comment_text" value={text} onChange={setText} />
      {add.error && <ErrorNote error={add.error} />}
      <Button small kind="secondary" icon="comment" label="plans.comment_send" busy={add.isPending} disabled={text.trim() === ''} onClick={() => add.mutate({ planId, nodeId, text })} />
    </details>
  )
}
