import { useId, useRef, useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { useFormat } from '#platform/web/format.ts'
import { Note } from '#platform/web/note.tsx'
import { useWords } from '#platform/web/words.ts'
import type { PasswordLink } from '../contract.ts'

/** The link to hand to a person: seen this once, copied by a button or by hand. Null when the answer came a second time. */
export function LinkHandOver({ link, name }: { link: PasswordLink | null; name: string }) {
  const { t } = useWords()
  const format = useFormat()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [isCopied, setCopied] = useState(false)
  if (!link) return <Note tone="warn">{t('access.link_gone')}</Note>

  const address = new URL(link.path, location.origin).href
  const copy = async () => {
    field.current?.select()
    setCopied(await copied(address))
  }
  return (
    <div className="stack">
      <p>{t('access.link_text', { name, until: format.instant(link.expiresAt) })}</p>
      <div className="field">
        <label htmlFor={id}>{t('access.link')}</label>
        <input ref={field} id={id} className="input" value={address} readOnly onFocus={(event) => event.target.select()} aria-describedby={`${id}-hint`} />
        <span id={`${id}-hint`} className="hint">
          {t('access.link_once')}
        </span>
      </div>
      <div className="row">
        <Button label="access.copy" icon="link" onClick={() => void copy()} />
        <output>{isCopied && t('access.copied')}</output>
      </div>
    </div>
  )
}

/** Without a secure connection browsers have no clipboard for scripts; then the selected field is copied the old way. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return document.execCommand('copy')
  }
}
