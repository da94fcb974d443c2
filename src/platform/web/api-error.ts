import type { MessageParams } from '#platform/i18n/messages.ts'
import type { Translator } from '#platform/i18n/translator.ts'

/** What went wrong, as far as a screen must react; `offline` when no answer came at all. */
export const API_ERROR_KINDS = ['invalid', 'unauthenticated', 'forbidden', 'not_found', 'conflict', 'unavailable', 'internal', 'offline'] as const
export type ApiErrorKind = (typeof API_ERROR_KINDS)[number]

/** A request that was refused or got no answer. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly kind: ApiErrorKind
  /** `<module>.<reason>`; `errors.<code>` is the key of its sentence. */
  readonly code: string
  readonly params: MessageParams
  /** For the administrator, to find the request in the log; empty when the server gave none. */
  readonly requestId: string

  constructor(kind: ApiErrorKind, code: string, params: MessageParams = {}, requestId = '', options?: ErrorOptions) {
    super(`${kind}: ${code}`, options)
    this.kind = kind
    this.code = code
    this.params = params
    this.requestId = requestId
  }

  /** Whether sending the very same thing again may help. */
  get isTemporary(): boolean {
    return this.kind === 'offline' || this.kind === 'unavailable'
  }
}

const KIND_OF_STATUS: Readonly<Record<number, ApiErrorKind>> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  413: 'invalid',
  422: 'invalid',
  429: 'unavailable',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
}

/** The error of an answer that is no success; answers of a proxy in between have no problem in their body. */
export function errorFromAnswer(status: number, body: unknown): ApiError {
  if (isProblem(body)) return new ApiError(body.kind, body.code, body.params ?? {}, body.requestId ?? '')
  return new ApiError(KIND_OF_STATUS[status] ?? (status >= 500 ? 'internal' : 'invalid'), `http.${status}`)
}

function isProblem(body: unknown): body is { kind: ApiErrorKind; code: string; params?: MessageParams; requestId?: string } {
  if (typeof body !== 'object' || body === null) return false
  const { kind, code } = body as Record<string, unknown>
  return typeof code === 'string' && (API_ERROR_KINDS as readonly unknown[]).includes(kind)
}

/** What happened and what to do: the module's own sentence, else the one of the kind. */
export function sentenceOf(error: unknown, { t, find }: Translator): string {
  if (!(error instanceof ApiError)) return t('kit.error_internal')
  return find(`errors.${error.code}`, error.params) ?? t(`kit.error_${error.kind}`)
}
