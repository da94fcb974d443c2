import { createContext, useContext } from 'react'
import type { OutputOf } from '#platform/web/request.ts'
import type { getSession } from '../contract.ts'

export type Session = OutputOf<typeof getSession>

/** Provided by the shell; null on the few screens before sign-in. */
export const CurrentSession = createContext<Session | null>(null)

/** Who is signed in. Only for screens inside the shell. */
export function useSession(): Session {
  const session = useContext(CurrentSession)
  if (!session) throw new Error('useSession outside the shell')
  return session
}

/** Whether the person may do something in the active unit; the server decides again. */
export function useCan(): (permission: string) => boolean {
  const { permissions } = useSession()
  return (permission) => permissions.includes(permission)
}
