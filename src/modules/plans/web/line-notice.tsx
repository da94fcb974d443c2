import { Button } from '#platform/web/button.tsx'
import { Note } from '#platform/web/note.tsx'
import { useWords } from '#platform/web/words.ts'
import type { PlanNode } from '../model/plan-node.ts'
import { editNode } from '../model/plan-tree.ts'
import type { Notice } from './editor-state.ts'
import type { PlanEditor } from './use-plan-editor.ts'

/** Who has just edited the line; with two versions of the same thing, both to choose from. */
export function LineNotice({ notice, editor, current }: { notice: Notice; editor: PlanEditor; current: PlanNode }) {
  const { t } = useWords()
  const name = notice.byName ?? t('plans.notice_somebody')
  const close = () => editor.dismiss(notice.nodeId)
  if (!notice.mine || notice.conflicts.length === 0) {
    return (
      <Note>
        {notice.byMe ? t('plans.notice_other_window') : t(['plans.notice_edited', { name }])}{' '}
        <Button small kind="ghost" label="plans.notice_ok" onClick={close} />
      </Note>
    )
  }
  const { id: _id, parentId: _parentId, position: _position, ...fields } = notice.mine
  const keepMine = () => {
    editor.edit(editNode(editor.state.nodes, notice.nodeId, fields))
    close()
  }
  return (
    <Note tone="warn" alert>
      <p>{t(['plans.notice_conflict', { name }])}</p>
      <div className="tiles">
        <section>
          <b>{t('plans.notice_mine')}</b>
          <p>{notice.mine.text}</p>
          <Button small kind="secondary" label="plans.notice_keep_mine" onClick={keepMine} />
        </section>
        <section>
          <b>{t('plans.notice_theirs')}</b>
          <p>{current.text}</p>
          <Button small kind="secondary" label="plans.notice_keep_theirs" onClick={close} />
        </section>
      </div>
    </Note>
  )
}
