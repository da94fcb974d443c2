import { isNamedIn, namesHead } from './naming.ts'
import type { Report } from './report.ts'

/** Somebody in a unit who heads it or is authorised to handle cases. */
export interface Candidate {
  readonly accountId: string
  readonly fullName: string
  readonly isHead: boolean
  readonly isHandler: boolean
  /** Has a key pair: nobody else can be given what is sealed. */
  readonly hasKey: boolean
}

/** A unit that may take a report, with its people. */
export interface Body {
  readonly unitId: string
  readonly people: readonly Candidate[]
}

export interface Route {
  readonly unitId: string
  /** Accounts that get a seat; at least one. */
  readonly handlers: readonly string[]
}

type Hidden = Report['hideFrom']

/**
 * Who gets a report: the handlers with a key of the first body in which neither the head nor a handler is named. Who stands
 * below somebody who is named, or beside, is not free to act. Null when nobody is left.
 *
 * @param bodies  the unit itself, then those above it, nearest first: the commune before the Department
 * @param startsAtOwn  false when the unit itself is not among them: “the head” is then none of theirs
 */
export function routeReport(bodies: readonly Body[], hidden: Hidden, startsAtOwn = true): Route | null {
  for (const [at, body] of bodies.entries()) {
    const handlers = body.people.filter(({ isHandler, hasKey }) => isHandler && hasKey)
    if (handlers.length === 0 || isConcerned(body, hidden, startsAtOwn && at === 0)) continue
    return { unitId: body.unitId, handlers: handlers.map(({ accountId }) => accountId) }
  }
  return null
}

/** Whether the head or a handler of the body is one of those who must not see the report. */
function isConcerned({ people }: Body, hidden: Hidden, isOwn: boolean): boolean {
  // “The head” is the one of the reporter's own unit; a title that is typed may mean any of them.
  if (isOwn && (hidden.head || namesHead(hidden.others))) return true
  return people.some((person) => isHidden(person, hidden))
}

/** Whether the person is named, by a tick or in the text. */
export function isHidden({ accountId, fullName }: Pick<Candidate, 'accountId' | 'fullName'>, hidden: Hidden): boolean {
  return hidden.handlers.includes(accountId) || isNamedIn(hidden.others, fullName)
}

/** Bodies above, in the order in which a report passes: along the administrative line, then along the professional one. */
export function inOrderOfPassing<T extends { readonly unitId: string; readonly line: 'administrative' | 'professional'; readonly depth: number }>(above: readonly T[]): T[] {
  const rank = ({ line, depth }: T) => (line === 'administrative' ? 0 : 100) + depth
  const sorted = [...above].sort((a, b) => rank(a) - rank(b))
  return sorted.filter(({ unitId }, at) => sorted.findIndex((other) => other.unitId === unitId) === at)
}

/**
 * Who is to look at a case before it is closed: the head of the body that handles it, else a handler without a seat.
 * Nobody who is named, and nobody who handles it. Null when there is none.
 */
export function supervisorOf(body: Body, hidden: Hidden, { isReportersOwn, handlers }: { readonly isReportersOwn: boolean; readonly handlers: readonly string[] }): string | null {
  const mayNotHead = isReportersOwn && (hidden.head || namesHead(hidden.others))
  const free = body.people.filter((person) => person.hasKey && !handlers.includes(person.accountId) && !isHidden(person, hidden) && !(person.isHead && mayNotHead))
  return (free.find(({ isHead }) => isHead) ?? free.find(({ isHandler }) => isHandler))?.accountId ?? null
}

/** Handlers of the body who could join a case: with a key, without a seat, and not named. */
export function colleaguesOf(body: Body, hidden: Hidden, seated: readonly string[]): Candidate[] {
  return body.people.filter((person) => person.isHandler && person.hasKey && !seated.includes(person.accountId) && !isHidden(person, hidden))
}

/** Who of the bodies above could open a case in need, two together: heads and handlers with a key, nobody who is named; the nearest first. */
export function holdersAbove(bodies: readonly Body[], hidden: Hidden): string[] {
  const people = bodies.slice(1).flatMap((body) => body.people.filter((person) => person.hasKey && !isHidden(person, hidden)))
  return [...new Set(people.map(({ accountId }) => accountId))]
}
