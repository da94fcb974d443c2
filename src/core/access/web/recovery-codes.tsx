import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { Note } from '#platform/web/note.tsx'
import { useWords } from '#platform/web/words.ts'

/** The recovery codes, seen this once. None when the answer came a second time. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { t } = useWords()
  const [isCopied, setCopied] = useState(false)
  const copy = () => void navigator.clipboard?.writeText(codes.join('\n')).then(() => setCopied(true), () => undefined)
  return (
    <section className="stack" aria-labelledby="recovery-title">
      <h3 id="recovery-title">{t('access.recovery_title')}</h3>
      {codes.length === 0 ? (
        <Note tone="warn">{t('access.recovery_gone')}</Note>
      ) : (
        <>
          <p>{t('access.recovery_text')}</p>
          <ul className="recovery-codes">
            {codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
          <div className="row">
            {'clipboard' in navigator && <Button kind="secondary" label="access.recovery_copy" onClick={copy} />}
            <Button kind="secondary" icon="print" label="access.recovery_print" onClick={() => window.print()} />
            <output>{isCopied && t('access.recovery_copied')}</output>
          </div>
        </>
      )}
      <div className="row">
        <Button icon="check" label="access.recovery_kept" onClick={onKept} />
      </div>
    </section>
  )
}
