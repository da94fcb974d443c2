import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { DocumentModel } from '../../model.ts'
import { FormChoiceError } from '../form-choices.ts'
import type { PdfOptions } from '../pdf.ts'
import { UnprintableError } from '../unprintable-error.ts'
import type { WriteAnswer, WriteRequest, WriterFormat } from './messages.ts'

const CHILD = fileURLToPath(new URL('writer-child.ts', import.meta.url))

/** Small young generations keep the child near 210 MB instead of 350; a document takes no longer. */
const YOUNG_SPACE = '--max-semi-space-size=2'

export interface WriterProcessOptions {
  /** The child ends after so many milliseconds without work; 30 seconds when not given. */
  readonly idleMs?: number
  /** A document that takes longer ends the child and is refused; 30 seconds when not given. */
  readonly timeoutMs?: number
}

/** Writes documents in a child process, so that the program itself never holds the compiler and its fonts. */
export interface WriterProcess extends AsyncDisposable {
  /**
   * @throws {UnprintableError} naming the characters that a PDF cannot show
   * @throws {FormChoiceError} saying which choices of the unit leave the decree
   * @throws {WriterProcessError} when the child ends or takes too long
   */
  write(format: WriterFormat, model: DocumentModel, options?: PdfOptions): Promise<Uint8Array>
  /** Whether a child is running at the moment. */
  readonly isRunning: boolean
}

export class WriterProcessError extends Error {
  readonly reason: 'ended' | 'timeout' | 'failed'
  constructor(reason: 'ended' | 'timeout' | 'failed', message: string) {
    super(message)
    this.name = 'WriterProcessError'
    this.reason = reason
  }
}

interface Waiting {
  readonly resolve: (file: Uint8Array) => void
  readonly reject: (error: Error) => void
  readonly timer: NodeJS.Timeout
}

/** Starts no process yet: the first document does, and again after the child has ended for want of work. */
export function writerProcess({ idleMs = 30_000, timeoutMs = 30_000 }: WriterProcessOptions = {}): WriterProcess {
  const waiting = new Map<number, Waiting>()
  let child: ChildProcess | null = null
  let idle: NodeJS.Timeout | undefined
  let nextId = 1

  function start(): ChildProcess {
    const started = fork(CHILD, { execArgv: [YOUNG_SPACE], serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    started.on('message', settle)
    const ended = (): void => {
      if (child === started) stop(new WriterProcessError('ended', 'the writer process ended'))
    }
    started.on('exit', ended)
    started.on('error', ended)
    // Neither an idle child nor its channel keeps the program alive; waiting documents do, by their timers.
    started.unref()
    started.channel?.unref()
    return started
  }

  function stop(reason: Error): void {
    clearTimeout(idle)
    const stopped = child
    child = null
    stopped?.kill('SIGKILL')
    for (const { reject, timer } of waiting.values()) {
      clearTimeout(timer)
      reject(reason)
    }
    waiting.clear()
  }

  function settle(message: unknown): void {
    const answer = message as WriteAnswer
    const own = waiting.get(answer.id)
    if (own === undefined) return
    waiting.delete(answer.id)
    clearTimeout(own.timer)
    if (waiting.size === 0) idle = setTimeout(() => stop(new WriterProcessError('ended', 'idle')), idleMs).unref()
    if ('file' in answer) own.resolve(answer.file)
    else if ('unprintable' in answer) own.reject(new UnprintableError(answer.unprintable))
    else if ('refused' in answer) own.reject(new FormChoiceError(answer.refused))
    else own.reject(new WriterProcessError('failed', answer.error))
  }

  return {
    write(format, model, options = {}) {
      clearTimeout(idle)
      child ??= start()
      const request: WriteRequest = { id: nextId++, format, model, options }
      return new Promise((resolve, reject) => {
        const late = new WriterProcessError('timeout', `no document after ${timeoutMs} ms`)
        waiting.set(request.id, { resolve, reject, timer: setTimeout(() => stop(late), timeoutMs) })
        child?.send(request)
      })
    },
    get isRunning() {
      return child !== null
    },
    async [Symbol.asyncDispose]() {
      stop(new WriterProcessError('ended', 'the writer process was closed'))
    },
  }
}
