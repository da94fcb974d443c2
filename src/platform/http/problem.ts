import type { FastifyRequest } from 'fastify'
import { AppError, HTTP_STATUS, type Problem } from '../errors.ts'

/** Status and body of the answer to a failure; what nobody expected goes to the log and not to the client. */
export function problemOf(error: unknown, request: FastifyRequest): { readonly status: number; readonly problem: Problem } {
  const requestId = String(request.id)
  if (error instanceof AppError) return { status: HTTP_STATUS[error.kind], problem: { kind: error.kind, code: error.code, params: error.params, requestId } }
  const status = statusOf(error)
  if (status >= 500) request.log.error({ err: error }, 'unexpected')
  const kind = status === 404 ? 'not_found' : status < 500 ? 'invalid' : 'internal'
  return { status, problem: { kind, code: status === 413 ? 'input.too_large' : `http.${kind}`, params: {}, requestId } }
}

/** A form that ended in the middle: whoever sent it, or the line, broke off. */
const BROKEN_FORM = /unexpected end of (form|multipart)|part terminated early|premature close/i

function statusOf(error: unknown): number {
  if (error instanceof Error && BROKEN_FORM.test(error.message)) return 400
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
  return typeof status === 'number' && status >= 400 ? status : 500
}
