import * as z from 'zod/mini'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/**
 * One operation as both ends see it. Isomorphic: the server registers it, the browser calls it, the API page shows it.
 *
 * Path parameters (`:planId`) are fields of the input; of a GET the rest travels in the query string, else as JSON.
 */
export interface Contract<I extends z.core.$ZodType = z.core.$ZodType, O extends z.core.$ZodType = z.core.$ZodType> {
  /** `<module>.<verbNoun>`; also the action written to the audit. */
  readonly name: `${string}.${string}`
  readonly route: `${Method} /api/${string}`
  /** What the caller must hold; `public` needs no sign-in, `session` only a sign-in. */
  readonly permission: 'public' | 'session' | `${string}.${string}`
  /** One sentence for the API page. */
  readonly summary: string
  readonly input: I
  readonly output: O
}

/** Keeps the literal types of `contract`, so that handlers and the web client infer from it. */
export function contract<I extends z.core.$ZodType, O extends z.core.$ZodType>(definition: Contract<I, O>): Contract<I, O> {
  return definition
}

/** The method and path of a contract's route. */
export function routeOf(route: `${Method} /${string}`): { method: Method; path: string } {
  const [method, path] = route.split(' ') as [Method, string]
  return { method, path }
}

/** Names of the parameters in a path such as `/api/plans/:planId`. */
export function pathParameters(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!)
}

/** A calendar day on the wire, `2026-05-28`. */
export const Day = z.iso.date()

/** An instant: an ISO text on the wire, a `Date` on both ends. */
export const Instant = z.coerce.date<Date | string>()

/** What a person typed: without blanks at the ends, at most `most` characters. */
export function text(most: number, least = 1) {
  return z.string().check(z.trim(), z.normalize('NFC'), z.minLength(least), z.maxLength(most))
}

/** A yes or no in a query string. */
export const Flag = z.pipe(z.union([z.boolean(), z.enum(['true', 'false'])]), z.transform((value) => value === true || value === 'true'))
