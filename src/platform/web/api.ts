import { type WhenSignedOut, readAnswer, withProof, withSession } from './answer.ts'
import { ApiError } from './api-error.ts'
import { reportAnswer } from './connection.ts'
import { type ApiRequest, type CallableContract, type InputOf, type OutputOf, requestFor } from './request.ts'

export interface CallOptions {
  /** Names a command, so that sending it twice does it once. */
  idempotencyKey?: string
  signal?: AbortSignal
  whenSignedOut?: WhenSignedOut
}

const PATIENCE_MS = 60_000

/**
 * Runs an operation on the server; the answer is read by the contract, so that instants are dates.
 * @throws ApiError
 */
export async function call<C extends CallableContract>(contract: C, input: InputOf<C>, options: CallOptions = {}): Promise<OutputOf<C>> {
  const request = requestFor(contract.route, input)
  const answered = async () => {
    const { status, text } = await send(request, options)
    return readAnswer(contract, status, text)
  }
  // A screen that reads asks in its own place.
  return withSession(request.method === 'GET' ? answered : () => withProof(answered), options.whenSignedOut)
}

/** The address of a GET operation, for links that download or open. */
export function hrefOf<C extends CallableContract>(contract: C, input: InputOf<C>): string {
  return requestFor(contract.route, input).url
}

async function send({ method, url, body }: ApiRequest, { idempotencyKey, signal }: CallOptions): Promise<{ status: number; text: string }> {
  const headers = new Headers({ accept: 'application/json' })
  if (idempotencyKey) headers.set('idempotency-key', idempotencyKey)
  if (body) headers.set('content-type', 'application/json')
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), PATIENCE_MS)
  signal?.addEventListener('abort', () => controller.abort(), { once: true })
  try {
    const answer = await fetch(url, { method, headers, credentials: 'same-origin', signal: controller.signal, ...(body ? { body: JSON.stringify(body) } : {}) })
    const text = await answer.text()
    reportAnswer(true)
    return { status: answer.status, text }
  } catch (error) {
    if (signal?.aborted) throw error
    reportAnswer(false)
    throw new ApiError('offline', 'http.no_answer', {}, '', { cause: error })
  } finally {
    clearTimeout(timer)
  }
}
