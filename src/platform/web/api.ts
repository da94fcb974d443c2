import type { z } from 'zod/mini'
import { ApiError, errorFromAnswer } from './api-error.ts'
import { reportAnswer } from './connection.ts'
import { type ApiRequest, type CallableContract, type InputOf, type OutputOf, requestFor } from './request.ts'
import { signInAgain } from './session-gate.ts'

export interface CallOptions {
  /** Names a command, so that sending it twice does it once. */
  idempotencyKey?: string
  signal?: AbortSignal
  /** What to do when the session has ended: ask to sign in on the spot and repeat (the default), or just fail. */
  whenSignedOut?: 'ask' | 'fail'
}

const PATIENCE_MS = 60_000

/**
 * Runs an operation on the server; the answer is read by the contract, so that instants are dates.
 * @throws ApiError
 */
export async function call<C extends CallableContract>(contract: C, input: InputOf<C>, options: CallOptions = {}): Promise<OutputOf<C>> {
  const request = requestFor(contract.route, input)
  try {
    return readAnswer(contract, await send(request, options))
  } catch (error) {
    const canAsk = error instanceof ApiError && error.kind === 'unauthenticated' && options.whenSignedOut !== 'fail'
    if (!canAsk || !(await signInAgain())) throw error
    return readAnswer(contract, await send(request, options))
  }
}

/** A contract of which the first load carries only the route has no schema; its answer is as JSON gives it. */
function readAnswer<C extends CallableContract>(contract: C, answer: unknown): OutputOf<C> {
  const schema = contract.output as { safeParse?: z.ZodMiniType['safeParse'] } | undefined
  const read = schema?.safeParse?.(answer) ?? { success: true, data: answer }
  if (!read.success) throw new ApiError('internal', 'http.unreadable_answer', {}, '', { cause: read.error })
  return read.data as OutputOf<C>
}

/** The address of a GET operation, for links that download or open. */
export function hrefOf<C extends CallableContract>(contract: C, input: InputOf<C>): string {
  return requestFor(contract.route, input).url
}

async function send(request: ApiRequest, options: CallOptions): Promise<unknown> {
  const headers = new Headers({ accept: 'application/json' })
  if (options.idempotencyKey) headers.set('idempotency-key', options.idempotencyKey)
  if (request.body) headers.set('content-type', 'application/json')
  const answer = await fetchPatiently(request.url, {
    method: request.method,
    headers,
    credentials: 'same-origin',
    ...(request.body ? { body: JSON.stringify(request.body) } : {}),
  }, options.signal)
  return read(answer)
}

async function fetchPatiently(url: string, init: RequestInit, signal: AbortSignal | undefined): Promise<Response> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), PATIENCE_MS)
  signal?.addEventListener('abort', () => controller.abort(), { once: true })
  try {
    const answer = await fetch(url, { ...init, signal: controller.signal })
    reportAnswer(true)
    return answer
  } catch (error) {
    if (signal?.aborted) throw error
    reportAnswer(false)
    throw new ApiError('offline', 'http.no_answer', {}, '', { cause: error })
  } finally {
    clearTimeout(timer)
  }
}

async function read(answer: Response): Promise<unknown> {
  const text = await answer.text()
  if (answer.ok) return text === '' ? undefined : parseJson(text)
  throw errorFromAnswer(answer.status, parseJson(text))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
