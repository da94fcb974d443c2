import { ApiError } from '#platform/web/api-error.ts'
import { Button } from '#platform/web/button.tsx'
import { DraftNotice } from '#platform/web/draft-notice.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { ErrorState } from '#platform/web/error-state.tsx'
import { LoadingState } from '#platform/web/loading-state.tsx'
import { Note } from '#platform/web/note.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { useWords } from '#platform/web/words.ts'

export function States() {
  const { t } = useWords()
  return (
    <section className="stack">
      <h2>{t('sample.states')}</h2>
      <div className="row">
        <Tag tone="ok" label="sample.done" />
        <Tag tone="info" label="sample.waiting" />
        <Tag tone="warn" label="sample.writing" />
        <Tag tone="bad" label="sample.missing" />
        <Tag tone="returned" label="sample.returned" />
        <Tag tone="mute" label="sample.exempt" />
      </div>
      <Note>{t('sample.note')}</Note>
      <Note tone="warn">{t('sample.note')}</Note>
      <Note tone="bad">{t('sample.note')}</Note>
      <Note tone="ok">{t('sample.note')}</Note>
      <DraftNotice draft={{ found: { savedAt: new Date('2026-05-18T07:32:00Z'), value: '' }, discard: () => undefined }} onUse={() => undefined} />
      <EmptyState title="sample.nothing" text="sample.nothing_text" action={<Button kind="secondary" label="sample.add" />} />
      <ErrorState error={new ApiError('internal', 'http.internal', {}, '019a-7f')} onRetry={() => undefined} />
      <LoadingState />
    </section>
  )
}
