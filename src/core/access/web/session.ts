import { createContext, useContext } from 'react'
import type { Post, SessionView } from '../contract.ts'

/** Who is signed in, and the unit they work for at the moment. */
export interface Session extends SessionView {
  /** The post chosen in the shell: its unit goes into operations, its permissions decide what is offered. */
  readonly active: Post
  /** Works for another of the person's units from now on. */
  readonly switchUnit: (unitId: string) => void
}

/** Provided by the shell; null on the few screens before sign-in. */
export const CurrentSession = createContext<Session | null>(null)

/** Who is signed in. Only for screens inside the shell. */
export function useSession(): Session {
  const session = useContext(CurrentSession)
  if (!session) throw new Error('useSession outside the shell')
  return session
}

/** Whether the person may do something in the units below the active one; the server decides again. */
export function useCanBelow(): (permission: string) => boolean {
  const { active } = useSession()
  return (permission) => active.permissionsBelow.includes(permission)
}

/** Whether the person may do something in the active unit; the server decides again. */
export function useCan(): (permission: string) => boolean {
  const { active } = useSession()
  return (permission) => active.permissions.includes(permission)
}
