import { readFile as readBytes, stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { FILE_LIMITS, type ReadOutcome } from './read-file.ts'
import type { SignatureResults, SignatureTask } from '../signatures/process/signature-jobs.ts'
import { isSigningReason, SigningError } from '../signatures/signing-error.ts'
import { readScan, type ScanProgress } from '../scans/read-scan.ts'
import { findPackagedTesseract } from '../scans/packaged-tesseract.ts'
import { findTesseract, type Recogniser } from '../scans/tesseract.ts'
import { convertToDocx, findOffice, isOfficeKind } from './office.ts'
import { startReaderChild, type ReaderChild, type ReaderLimits } from './reader-child.ts'

export interface ReaderPoolOptions {
  /** Processes at once; further files wait. Default 2. */
  readonly children?: number
  /** Longest time for one file, and for one page of a scan. Default 15,000. */
  readonly timeoutMs?: number
  /** Most memory of one process. Default 700 MB. */
  readonly memoryBytes?: number
  /** A process without work ends after this time. Default 60,000. */
  readonly idleMs?: number
  /** What reads scans; null for nothing. Not given: what the machine has, else what comes with the program. */
  readonly recogniser?: Recogniser | null
  /** The program of LibreOffice, for .doc, .odt and .rtf; null for none. Not given: what the machine has. */
  readonly office?: string | null
}

/** A file to read, by its path or by its content. The name is what the user called it. */
export type FileToRead = { readonly name: string } & ({ readonly path: string } | { readonly bytes: Uint8Array })

export interface ReadOptions {
  /** Called for every page of a scan that is done. */
  readonly onProgress?: (progress: ScanProgress) => void
  /** Calls the reading of a scan off; the outcome is then `cancelled`. */
  readonly signal?: AbortSignal
}

export interface ReaderPool extends AsyncDisposable {
  /**
   * Reads one untrusted file in a process of its own.
   *
   * @throws only when `path` cannot be read or the pool is closed; all that is wrong with the content is an outcome
   */
  read(file: FileToRead, options?: ReadOptions): Promise<ReadOutcome>
  /**
   * Verifies, compares or signs in the same processes, under the same limits.
   *
   * @throws SigningError when it is refused or takes too much
   */
  handle<W extends SignatureTask['what']>(task: SignatureTask & { readonly what: W }): Promise<SignatureResults[W]>
  /** Ends all processes; files that wait or are being read are given up. */
  close(): Promise<void>
  /** Processes that are alive now. */
  readonly size: number
}

/** LibreOffice starts anew for every file. */
const OFFICE_PATIENCE = 3

interface Waiting {
  readonly start: (child: ReaderChild) => void
  readonly fail: (error: Error) => void
}

/**
 * Processes that read files: started when needed, kept warm for the next file, ended when idle, killed when a file
 * costs too much time or memory. The program itself never holds a file's parser, and costs nothing while none is read.
 */
export function createReaderPool(options: ReaderPoolOptions = {}): ReaderPool {
  const { children = 2, idleMs = 60_000 } = options
  const limits: ReaderLimits = { timeoutMs: options.timeoutMs ?? 15_000, memoryBytes: options.memoryBytes ?? 700 * 1024 * 1024 }
  const waiting: Waiting[] = []
  const idle = new Map<ReaderChild, NodeJS.Timeout>()
  const alive = new Set<ReaderChild>()
  let starting = 0
  let isClosed = false
  let recogniser: Promise<Recogniser | null> | undefined

  /** A child for the first in the queue, as long as there is one and a child may run. */
  function serve(): void {
    while (waiting.length > 0) {
      const [child] = idle.keys()
      if (child !== undefined) {
        clearTimeout(idle.get(child))
        idle.delete(child)
        if (child.isUsable()) waiting.shift()?.start(child)
        else retire(child)
      } else if (alive.size + starting < children) {
        startFor(waiting.shift())
      } else return
    }
  }

  function startFor(next: Waiting | undefined): void {
    starting += 1
    startReaderChild(limits)
      .then((child) => {
        alive.add(child)
        if (isClosed) {
          retire(child)
          next?.fail(new Error('the reader pool is closed'))
        } else next?.start(child)
      })
      .catch((error: unknown) => next?.fail(error instanceof Error ? error : new Error(String(error))))
      .finally(() => {
        starting -= 1
        serve()
      })
  }

  function release(child: ReaderChild): void {
    if (isClosed || !child.isUsable()) retire(child)
    else {
      const timer = setTimeout(() => {
        idle.delete(child)
        retire(child)
      }, idleMs)
      timer.unref()
      idle.set(child, timer)
    }
    serve()
  }

  function retire(child: ReaderChild): void {
    void child.stop().then(() => {
      alive.delete(child)
      serve()
    })
  }

  function nextChild(): Promise<ReaderChild> {
    return new Promise((resolve, reject) => {
      waiting.push({ start: resolve, fail: reject })
      serve()
    })
  }

  async function recogniserAtHand(): Promise<Recogniser | null> {
    recogniser ??= options.recogniser === undefined ? findTesseract().then((found) => found ?? findPackagedTesseract()) : Promise.resolve(options.recogniser)
    return recogniser
  }

  /** A PDF without text of its own, or with text that is not Vietnamese, is read off its pictures; so are single pages without text. */
  async function readPictures(child: ReaderChild, file: { readonly name: string; readonly bytes: Uint8Array }, first: ReadOutcome, reading: ReadOptions): Promise<ReadOutcome> {
    const isScan = first.ok ? first.raw.isPoorText === true : first.reason === 'scan'
    const only = first.ok && !isScan ? first.raw.picturePages : undefined
    const found = isScan || only !== undefined ? await recogniserAtHand() : null
    if (found === null) return first
    const outcome = await readScan(child, file, found, { limits, atOnce: Math.max(1, Math.min(4, availableParallelism())), only, ...reading })
    return first.ok && !outcome.ok && outcome.reason !== 'cancelled' ? first : outcome
  }

  let converting: Promise<unknown> = Promise.resolve()

  /** A file of another word processor, once it is a DOCX; without LibreOffice it stays `wrong_type`. One at a time. */
  async function readConverted(child: ReaderChild, file: { readonly name: string; readonly bytes: Uint8Array }, first: ReadOutcome): Promise<ReadOutcome> {
    if (first.ok || first.reason !== 'wrong_type' || !isOfficeKind(first.detail)) return first
    const kind = first.detail
    const office = options.office === undefined ? findOffice() : options.office
    if (office === null) return first
    const turn = converting.then(() => convertToDocx(office, file.bytes, kind, { timeoutMs: limits.timeoutMs * OFFICE_PATIENCE, memoryBytes: limits.memoryBytes }))
    converting = turn.catch(() => undefined)
    const converted = await turn
    if (!converted.ok) return converted
    // The name would promise another kind than the DOCX that it has become.
    const outcome = await child.ask({ kind: 'read', name: '', bytes: converted.docx })
    return outcome.ok ? { ...outcome, fileKind: kind } : outcome
  }

  async function read(file: FileToRead, reading: ReadOptions = {}): Promise<ReadOutcome> {
    if (isClosed) throw new Error('the reader pool is closed')
    const size = 'bytes' in file ? file.bytes.length : (await stat(file.path)).size
    if (size > FILE_LIMITS.bytes) return { ok: false, reason: 'too_large', detail: `${size} bytes` }
    if (size === 0) return { ok: false, reason: 'empty', detail: 'no content' }
    const child = await nextChild()
    try {
      // Read only now: a long queue holds names, not files.
      const bytes = 'bytes' in file ? file.bytes : await readBytes(file.path)
      const outcome = await child.ask({ kind: 'read', name: file.name, bytes })
      const named = { name: file.name, bytes }
      return await readPictures(child, named, await readConverted(child, named, outcome), reading)
    } finally {
      release(child)
    }
  }

  async function handle<W extends SignatureTask['what']>(task: SignatureTask & { readonly what: W }): Promise<SignatureResults[W]> {
    if (isClosed) throw new Error('the reader pool is closed')
    const child = await nextChild()
    try {
      const answer = await child.ask({ kind: 'signature', task })
      // Every task is answered by what it asks for.
      if (answer.ok) return answer.result as SignatureResults[W]
      throw new SigningError(isSigningReason(answer.reason) ? answer.reason : 'not_pdf', answer.detail)
    } finally {
      release(child)
    }
  }

  async function close(): Promise<void> {
    isClosed = true
    for (const next of waiting.splice(0)) next.fail(new Error('the reader pool is closed'))
    for (const timer of idle.values()) clearTimeout(timer)
    idle.clear()
    await Promise.all([...alive].map((child) => child.stop()))
    alive.clear()
  }

  return {
    read,
    handle,
    close,
    get size() {
      return alive.size
    },
    [Symbol.asyncDispose]: close,
  }
}
