import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { useWords } from '#platform/web/words.ts'
import { AddApp } from './add-app.tsx'
import { AddPasskey } from './add-passkey.tsx'
import { canUsePasskeys } from './passkey-device.ts'

/** For roles that need a second step and have none: one is added before anything opens. */
export default function Enrolment({ onDone }: { onDone: () => void }) {
  const { t } = useWords()
  const [way, setWay] = useState<'codes' | 'passkey' | null>(null)
  const back = () => setWay(null)
  return (
    <div className="stack">
      <h2>{t('access.enrol_title')}</h2>
      {way === 'codes' && <AddApp onDone={onDone} onCancel={back} />}
      {way === 'passkey' && <AddPasskey onDone={onDone} onCancel={back} />}
      {way === null && (
        <>
          <p>{t('access.enrol_text')}</p>
          <Button label="access.codes_add" onClick={() => setWay('codes')} />
          {canUsePasskeys() && (
            <>
              <Button kind="secondary" icon="lock" label="access.passkey_add" onClick={() => setWay('passkey')} />
              <p className="hint">{t('access.passkeys_text')}</p>
            </>
          )}
        </>
      )}
    </div>
  )
}
