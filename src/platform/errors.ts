/** What went wrong, as far as a client must react. Closed: HTTP, CLI and screens switch on it. */
export type ErrorKind = 'invalid' | 'unauthenticated' | 'forbidden' | 'not_found' | 'conflict' | 'unavailable'

/** The one place where an error becomes an HTTP status. */
export const HTTP_STATUS = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  unavailable: 503,
} as const satisfies Record<ErrorKind, number>

export type ErrorParams = Readonly<Record<string, string | number>>

/**
 * An expected failure.
 *
 * `code` is `<module>.<reason>`; `errors.<code>` is the key of its sentence, which `params` fills. Neither carries
 * personal data: both reach the client and the log.
 */
export class AppError extends Error {
  override name = 'AppError'
  readonly kind: ErrorKind
  readonly code: string
  readonly params: ErrorParams

  constructor(kind: ErrorKind, code: string, params: ErrorParams = {}, options?: ErrorOptions) {
    super(`${kind}: ${code}`, options)
    this.kind = kind
    this.code = code
    this.params = params
  }
}

/** The body of every answer that is not a success. */
export interface Problem {
  readonly kind: ErrorKind | 'internal'
  readonly code: string
  readonly params: ErrorParams
  readonly requestId: string
}
