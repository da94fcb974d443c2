import { useEffect } from 'react'
import { useIsOnline } from '#platform/web/connection.ts'
import { Icon } from '#platform/web/icon.tsx'
import { useWords } from '#platform/web/words.ts'
import { readSession } from './session-read.ts'

const TRY_EVERY_MS = 10_000

/** Says that there is no connection, and keeps trying. */
export function OfflineBanner() {
  const { t } = useWords()
  const isOnline = useIsOnline()
  useEffect(() => {
    if (isOnline) return
    const probe = () => void readSession().catch(() => undefined)
    const timer = setInterval(probe, TRY_EVERY_MS)
    window.addEventListener('online', probe)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', probe)
    }
  }, [isOnline])
  return (
    <output className="block">
      {!isOnline && (
        <span className="banner warn">
          <Icon name="offline" />
          {t('app.offline')}
        </span>
      )}
    </output>
  )
}
