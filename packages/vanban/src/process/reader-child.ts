import { fork, type ChildProcess } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { JobOf, ReaderAnswers, ReaderJob, Refused } from './reader-jobs.ts'
import { residentBytes } from './resident-bytes.ts'

export interface ReaderLimits {
  /** For one file, and three times as long for one step of a scan, from the moment when the child has it. */
  readonly timeoutMs: number
  /** Resident memory of the child, Buffers and all. */
  readonly memoryBytes: number
}

/** One process that reads files, under watch. */
export interface ReaderChild {
  /** Answers every job, also when the child dies of it. One at a time. */
  ask<K extends ReaderJob['kind']>(job: JobOf<K>): Promise<ReaderAnswers[K] | Refused>
  /** False once the child is gone or has grown too big to be kept. */
  isUsable(): boolean
  /** Ends the child; waits until it is gone. */
  stop(): Promise<void>
  readonly pid: number | undefined
}

/** Unpacking the picture of a page waits for those who read the page before it. */
const SCAN_PATIENCE = 3
const WATCH_EVERY_MS = 40
const START_WITHIN_MS = 15_000
/** After so many files a fresh child takes over: what a library may leak is gone with the old one. */
const FILES_PER_CHILD = 200

/** Starts a child; the promise settles when it is ready to read. */
export async function startReaderChild(limits: ReaderLimits): Promise<ReaderChild> {
  const child = fork(fileURLToPath(new URL('./reader-process.ts', import.meta.url)), [], {
    // Nothing of the parent's environment, where secrets live.
    env: process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'] ?? '' } : {},
    execArgv: [`--max-old-space-size=${heapMegabytes(limits)}`, '--no-addons', ...permissions()],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const gone = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
    child.once('error', (error) => resolve(error.message))
  })
  await ready(child, gone)
  let files = 0
  let isGone = false
  void gone.then(() => {
    isGone = true
  })
  rest(child)
  return {
    pid: child.pid,
    isUsable: () => !isGone && files < FILES_PER_CHILD && (residentBytes(child.pid) ?? 0) < limits.memoryBytes * 0.6,
    async ask<K extends ReaderJob['kind']>(job: JobOf<K>) {
      if (job.kind === 'read') files += 1
      wake(child)
      const timeoutMs = job.kind === 'read' ? limits.timeoutMs : limits.timeoutMs * SCAN_PATIENCE
      const answer = await runWatched(child, job, gone, { ...limits, timeoutMs })
      rest(child)
      return answer as ReaderAnswers[K] | Refused
    },
    async stop() {
      if (isGone) return
      child.ref()
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** The JavaScript heap stays well below the memory allowed: pdf.js keeps pages and fonts in Buffers beside it. */
const heapMegabytes = (limits: ReaderLimits) => Math.max(64, Math.round((limits.memoryBytes * 0.55) / 1024 / 1024))

/** The child may read the program's own code, and nothing else: no other file, no process, no worker. */
function permissions(): string[] {
  const readable = [new URL('../../', import.meta.url), ...['pdfjs-dist', 'yauzl', 'saxes'].map(libraryFolder)]
  const folders = new Set(readable.map((folder) => realpathSync(fileURLToPath(folder))))
  return ['--permission', ...[...folders].map((folder) => `--allow-fs-read=${folder}`)]
}

/** The `node_modules` that holds a library: its own dependencies lie beside it. */
function libraryFolder(library: string): URL {
  const found = import.meta.resolve(library)
  return new URL(found.slice(0, found.lastIndexOf('/node_modules/') + '/node_modules/'.length))
}

async function ready(child: ChildProcess, gone: Promise<string>): Promise<void> {
  const started = new Promise<null>((resolve) => {
    child.once('message', () => resolve(null))
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), START_WITHIN_MS)
  const ended = await Promise.race([started, gone])
  clearTimeout(timer)
  if (ended !== null) throw new Error(`the reader process did not start: ${ended}`)
}

/** A child at rest keeps no program alive. */
function rest(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
}

function wake(child: ChildProcess): void {
  child.ref()
  child.channel?.ref()
}

function runWatched(child: ChildProcess, job: ReaderJob, gone: Promise<string>, limits: ReaderLimits): Promise<unknown> {
  return new Promise((resolve) => {
    let killed: Refused | null = null
    const kill = (failure: Refused) => {
      killed ??= failure
      child.kill('SIGKILL')
    }
    const timer = setTimeout(() => {
      kill({ ok: false, reason: 'too_slow', detail: `more than ${limits.timeoutMs} ms` })
    }, limits.timeoutMs)
    const watch = setInterval(() => {
      const bytes = residentBytes(child.pid) ?? 0
      if (bytes > limits.memoryBytes) kill({ ok: false, reason: 'too_large', detail: `more than ${limits.memoryBytes} bytes of memory` })
    }, WATCH_EVERY_MS)
    const finish = (answer: unknown) => {
      clearTimeout(timer)
      clearInterval(watch)
      child.off('message', receive)
      resolve(answer)
    }
    const receive = (message: unknown) => {
      finish((message as { readonly answer: unknown }).answer)
    }
    child.on('message', receive)
    void gone.then((how) => finish(killed ?? deathOf(how)))
    child.send(job, (error) => {
      if (error !== null) child.kill('SIGKILL')
    })
  })
}

/** A child that dies by itself: V8 aborts when its heap is full, anything else is a fault. */
function deathOf(how: string): Refused {
  if (/SIGABRT|SIGTRAP|SIGILL|code 134|code 133/.test(how)) return { ok: false, reason: 'too_large', detail: 'out of memory' }
  return { ok: false, reason: 'broken', detail: `the reader process ended: ${how}` }
}
