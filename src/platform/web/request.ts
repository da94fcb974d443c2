import type { z } from 'zod'

/** The part of an operation's contract that the browser needs. */
export interface CallableContract {
  /** `plans.submit` */
  readonly name: string
  /** `POST /api/plans/:planId/submit` */
  readonly route: string
  readonly input: z.core.$ZodType
  readonly output: z.core.$ZodType
}

export type InputOf<C extends CallableContract> = z.input<C['input']>
export type OutputOf<C extends CallableContract> = z.output<C['output']>

export interface ApiRequest {
  readonly method: string
  readonly url: string
  /** What neither the path nor the query carries; undefined when nothing is left. */
  readonly body: Readonly<Record<string, unknown>> | undefined
}

/**
 * Lays an input out over path, query and body: path parameters are fields of the input; of a GET the rest travels in
 * the query, else in the body. Absent and null fields do not travel in a query; lists repeat their name.
 */
export function requestFor(route: string, input: unknown): ApiRequest {
  const [method = '', pattern = ''] = route.split(' ')
  const rest: Record<string, unknown> = { ...(input as Record<string, unknown> | undefined) }
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    if (value === undefined || value === null || value === '') throw new Error(`${route}: the input has no ${name}`)
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  if (method !== 'GET') return { method, url: path, body: Object.keys(rest).length > 0 ? rest : undefined }
  const query = new URLSearchParams(Object.entries(rest).flatMap(([name, value]) => queryPairs(name, value))).toString()
  return { method, url: query ? `${path}?${query}` : path, body: undefined }
}

function queryPairs(name: string, value: unknown): string[][] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value.map((one) => [name, String(one)]) : [[name, String(value)]]
}
