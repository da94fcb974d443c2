import { createContext } from 'react'

/** The parameters in the address of the screen: `{ planId: '7' }`. The application provides them; `useParam` reads them. */
export const ScreenParams = createContext<Readonly<Record<string, string>>>({})
