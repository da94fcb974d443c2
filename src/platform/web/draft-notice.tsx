import { formatInstant } from '#platform/i18n/day.ts'
import { Button } from './button.tsx'
import type { LocalDraft } from './draft-store.ts'
import { Note } from './note.tsx'
import { useWords } from './words.ts'

/** Offers back what an earlier visit left unsaved: `Có bản chưa lưu lúc 28/05/2026 14:32.` */
export function DraftNotice<Value>({ draft, onUse }: { draft: { found: LocalDraft<Value> | null; discard: () => void }; onUse: (value: Value) => void }) {
  const { t } = useWords()
  const { found, discard } = draft
  if (!found) return null
  const use = () => {
    onUse(found.value)
    discard()
  }
  return (
    <Note tone="warn">
      <p>{t('kit.draft_found', { time: formatInstant(found.savedAt) })}</p>
      <div className="row">
        <Button small label="kit.draft_use" onClick={use} />
        <Button small kind="ghost" label="kit.draft_drop" onClick={discard} />
      </div>
    </Note>
  )
}
