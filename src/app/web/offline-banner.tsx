import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useIsOnline } from '#platform/web/connection.ts'
import { Icon } from '#platform/web/icon.tsx'
import { useWords } from '#platform/web/words.ts'
import { readSession } from './session-read.ts'

const TRY_EVERY_MS = 10_000

/** Says that there is no connection, keeps trying, and reads again what had failed once it is back. */
export function OfflineBanner() {
  const { t } = useWords()
  const isOnline = useIsOnline()
  const client = useQueryClient()
  useEffect(() => {
    if (isOnline) {
      void client.invalidateQueries({ predicate: (query) => query.state.status === 'error' })
      return
    }
    const probe = () => void readSession().catch(() => undefined)
    const timer = setInterval(probe, TRY_EVERY_MS)
    window.addEventListener('online', probe)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', probe)
    }
  }, [isOnline, client])
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
