import { useNavigate, useSearch } from '@tanstack/react-router'
import { useContext } from 'react'
import { ScreenParams } from './screen-params.ts'

/** A parameter of the screen's path: `useParam('planId')` at `/ke-hoach/$planId`. */
export function useParam(name: string): string {
  const value = useContext(ScreenParams)[name]
  if (value === undefined) throw new Error(`The path of this screen has no $${name}`)
  return value
}

type ListState = Readonly<Record<string, string | number>>

/**
 * The state of a list in the address, so that it can be sent to others: `const [list, setList] = useListState({ q: '', page: 1 })`.
 * What equals its default is left out of the address; what has a wrong type there is the default.
 */
export function useListState<State extends ListState>(defaults: State): [State, (change: Partial<State>) => void] {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>
  const navigate = useNavigate()
  const state = readListState(defaults, search)
  const change = (patch: Partial<State>) => {
    const next = { ...search, ...omitDefaults(defaults, { ...state, ...patch }) }
    void navigate({ to: '.', search: next as never, replace: true, resetScroll: false })
  }
  return [state, change]
}

/** Each field of `defaults`, from the address where it is there with the same type. */
export function readListState<State extends ListState>(defaults: State, search: Readonly<Record<string, unknown>>): State {
  const read = Object.entries(defaults).map(([name, fallback]) => {
    const given = search[name]
    if (typeof fallback === 'string' && typeof given === 'number') return [name, String(given)]
    return [name, typeof given === typeof fallback ? given : fallback]
  })
  return Object.fromEntries(read) as State
}

function omitDefaults(defaults: ListState, state: ListState): Record<string, string | number | undefined> {
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [name, value === defaults[name] ? undefined : value]))
}

/** Goes to another screen: `const go = useGo(); go('/ke-hoach/7')`. */
export function useGo(): (to: string, options?: { replace?: boolean }) => void {
  const navigate = useNavigate()
  return (to, options) => void navigate({ to, replace: options?.replace ?? false })
}
