import type { z } from 'zod/mini'
import { ApiError, errorFromAnswer } from './api-error.ts'
import type { CallableContract, OutputOf } from './request.ts'
import { proveAgain, signInAgain } from './session-gate.ts'

/** What to do when the session has ended: ask to sign in on the spot and repeat (the default), or just fail. */
export type WhenSignedOut = 'ask' | 'fail'

/**
 * The output of an operation from the body of its answer. A contract of which the first load carries only the route
 * has no schema; its answer is as JSON gives it.
 * @throws ApiError when the answer is a refusal, or does not fit the contract
 */
export function readAnswer<C extends CallableContract>(contract: C, status: number, text: string): OutputOf<C> {
  const body = parseJson(text)
  if (status < 200 || status > 299) throw errorFromAnswer(status, body)
  const schema = contract.output as { safeParse?: z.ZodMiniType['safeParse'] } | undefined
  const read = schema?.safeParse?.(body) ?? { success: true, data: body }
  if (!read.success) throw new ApiError('internal', 'http.unreadable_answer', {}, '', { cause: read.error })
  return read.data as OutputOf<C>
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The server asks for the password again before it runs a command. */
function asksForProof(error: unknown): boolean {
  return error instanceof ApiError && error.kind === 'forbidden' && error.code.endsWith('.prove_again')
}

/** Sends a command, and once more after the person has given the password again. */
export async function withProof<Output>(send: () => Promise<Output>): Promise<Output> {
  try {
    return await send()
  } catch (error) {
    if (!asksForProof(error) || !(await proveAgain())) throw error
    return send()
  }
}

/** Sends, and once more after the person has signed in again. */
export async function withSession<Output>(send: () => Promise<Output>, whenSignedOut: WhenSignedOut = 'ask'): Promise<Output> {
  try {
    return await send()
  } catch (error) {
    const canAsk = whenSignedOut === 'ask' && error instanceof ApiError && error.kind === 'unauthenticated'
    if (!canAsk || !(await signInAgain())) throw error
    return send()
  }
}
