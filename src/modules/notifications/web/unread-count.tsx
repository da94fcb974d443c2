import { useEffect } from 'react'
import { setNavCount } from '#platform/web/nav-counts.ts'
import { useOperation } from '#platform/web/operations.ts'
import { countUnread } from '../contract.ts'

/** Keeps the number at the bell true on every screen. Shows nothing itself; loaded after the frame. */
export function UnreadCount() {
  const { data } = useOperation(countUnread, {}, { refetchEveryMs: 60_000 })
  const unread = data?.unread ?? 0
  useEffect(() => setNavCount('/thong-bao', unread), [unread])
  return null
}
