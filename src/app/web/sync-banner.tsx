import { useEffect, useState } from 'react'
import { useIsOnline } from '#platform/web/connection.ts'
import { useFormat } from '#platform/web/format.ts'
import { Icon } from '#platform/web/icon.tsx'
import { TextLink } from '#platform/web/link.tsx'
import { useDevice } from '#platform/web/outbox/device.ts'
import { useWords } from '#platform/web/words.ts'
import { SignOutQuestion } from './sign-out-question.tsx'

const SHOWN_MS = 60_000

const AT_ONCE_MS = 800

/** Whether that long has passed since `from`, in milliseconds since 1970; null is not late. */
function useIsLate(from: number | null): boolean {
  const [passed, setPassed] = useState<number | null>(null)
  useEffect(() => {
    if (from === null) return undefined
    const timer = setTimeout(() => setPassed(from), from + AT_ONCE_MS - Date.now())
    return () => clearTimeout(timer)
  }, [from])
  return from !== null && passed === from
}

/** How many submissions the server has not confirmed; and once, when, that all of them are sent. */
export default function SyncBanner() {
  const { t } = useWords()
  const format = useFormat()
  const { items, isSending, sent } = useDevice()
  const isOnline = useIsOnline()
  const [seen, setSeen] = useState<unknown>(null)
  useEffect(() => {
    if (!sent) return undefined
    const timer = setTimeout(() => setSeen(sent), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [sent])
  const held = items.filter((item) => item.state !== 'waiting').length
  // what goes out at once makes no banner come and go
  const isLate = useIsLate(items[0]?.createdAt ?? null) || held > 0
  const isAllSent = items.length === 0 && sent !== null && sent !== seen
  return (
    <>
      <output className="block">
        {items.length > 0 && isLate && (
          <span className={held > 0 ? 'banner warn' : 'banner info'}>
            <Icon name="upload" />
            <span className="grow">
              {t(['app.unsent', { n: items.length }])}
              {held > 0 ? ` · ${t(['app.unsent_held', { n: held }])}` : isSending && isOnline ? ` · ${t('app.unsent_sending')}` : ''}
            </span>
            <TextLink to="/hoat-dong/cho-gui">{t('app.unsent_open')}</TextLink>
          </span>
        )}
        {isAllSent && (
          <span className="banner ok">
            <Icon name="check" />
            {t(['app.all_sent', { records: sent.records, files: sent.files, time: format.time(new Date(sent.at)) }])}
          </span>
        )}
      </output>
      <SignOutQuestion />
    </>
  )
}
