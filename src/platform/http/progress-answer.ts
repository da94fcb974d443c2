import { PassThrough } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { problemOf } from './problem.ts'

/** An answer that takes long says how far it is, line by line; its last line is what a plain answer would have been. */
export const PROGRESS_TYPE = 'application/x-ndjson'

/** What a line says. */
export type ProgressLine = { readonly progress: unknown } | { readonly output: unknown } | { readonly status: number; readonly problem: unknown }

export interface ProgressAnswer {
  /** Tells how far the work is; the first time begins the answer. */
  tell(progress: unknown): void
  /** Whether anything was told: from then on output and failure go down the same line. */
  readonly isBegun: boolean
  finish(output: unknown): FastifyReply
  /** As `finish`, for work that failed: the status has gone out already. */
  fail(error: unknown): FastifyReply
}

/** For a caller that takes lines (`accept`); null for others, who wait for the plain answer. */
export function progressAnswer(request: FastifyRequest, reply: FastifyReply): ProgressAnswer | null {
  if (!request.headers.accept?.includes(PROGRESS_TYPE)) return null
  let stream: PassThrough | null = null
  const write = (line: ProgressLine) => stream?.write(`${JSON.stringify(line)}\n`)
  return {
    tell(progress) {
      if (stream === null) {
        stream = new PassThrough()
        void reply.headers({ 'content-type': `${PROGRESS_TYPE}; charset=utf-8`, 'cache-control': 'no-store', 'x-accel-buffering': 'no' }).send(stream)
      }
      write({ progress })
    },
    get isBegun() {
      return stream !== null
    },
    finish(output) {
      write({ output })
      stream?.end()
      return reply
    },
    fail(error) {
      write(problemOf(error, request))
      stream?.end()
      return reply
    },
  }
}
