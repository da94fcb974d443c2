import { createContext } from 'react'

/** Id of the person whose drafts this device keeps now; null before sign-in. The shell provides it. */
export const DraftOwner = createContext<string | null>(null)
