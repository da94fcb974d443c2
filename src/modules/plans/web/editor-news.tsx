import { Button } from '#platform/web/button.tsx'
import { Note } from '#platform/web/note.tsx'
import { useWords } from '#platform/web/words.ts'
import type { Plan } from '../contract.ts'
import type { PlanEditor } from './use-plan-editor.ts'

/** What others changed beside the lines while this screen was open. */
export function EditorNews({ plan, editor }: { plan: Plan; editor: PlanEditor }) {
  const { t } = useWords()
  const { frameBy, isDirectiveAmended } = editor.news
  if (!frameBy && !isDirectiveAmended) return null
  const { directive } = plan
  return (
    <Note tone={isDirectiveAmended ? 'warn' : 'info'} alert>
      {isDirectiveAmended && directive && (
        <p>{t(['plans.news_directive', { issuer: directive.unitName, number: directive.numberText ?? '…', n: directive.changedPointIds.length }])}</p>
      )}
      {frameBy && <p>{t(['plans.news_frame', { name: frameBy.name ?? t('plans.notice_somebody') }])}</p>}
      <Button small kind="ghost" label="plans.notice_ok" onClick={editor.dismissNews} />
    </Note>
  )
}
