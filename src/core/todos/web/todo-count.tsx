import { useEffect } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { setNavCount } from '#platform/web/nav-counts.ts'
import { useOperation } from '#platform/web/operations.ts'
import { listTodos } from '../contract.ts'

/** Keeps the number beside "Việc cần làm" true on every screen. Shows nothing itself; loaded after the frame. */
export default function TodoCount() {
  const { active } = useSession()
  const { data } = useOperation(listTodos, { unitId: active.unitId }, { refetchEveryMs: 60_000 })
  const pressing = data?.filter((todo) => todo.kind !== 'opportunity').length ?? 0
  useEffect(() => setNavCount('/', pressing), [pressing])
  return null
}
