import { ErrorNote } from '#platform/web/error-state.tsx'
import { Note } from '#platform/web/note.tsx'
import { useWords } from '#platform/web/words.ts'
import { PasskeyCancelled } from './passkey-device.ts'

/** Why a device did not help: called off, or refused by the server. */
export function PasskeyFault({ error }: { error: unknown }) {
  const { t } = useWords()
  if (!(error instanceof PasskeyCancelled)) return <ErrorNote error={error} />
  return (
    <Note tone="warn" alert>
      {t('access.passkey_cancelled')}
    </Note>
  )
}
