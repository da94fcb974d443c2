import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '..')

/** The whole program on a data folder of its own, as `npm start` runs it. */
export interface Program {
  readonly url: string
  readonly dataDir: string
  /** What it has said so far. */
  output(): string
  /** Runs a word of the command line on the same data; answers what it printed. @throws Error with what it said instead */
  command(...args: readonly string[]): Promise<string>
  /** Runs a script of this folder on the same data. @throws Error with what it said instead */
  script(name: string, ...args: readonly string[]): Promise<string>
  /** Ends it and keeps its data, as a power cut would. */
  halt(): Promise<void>
  /** Starts it again on the same data and the same address. */
  resume(): Promise<void>
  stop(): Promise<void>
}

/** With what a database begins, and how the program is told so. */
export const BEGINNINGS = { empty: ['--empty'], demo: [] } as const satisfies Record<string, readonly string[]>
export type Beginning = keyof typeof BEGINNINGS

/** Whether roles that look at many need a second factor: most journeys are about something else. */
interface Strictness {
  readonly secondFactor?: 'optional' | 'forced'
}

/** Starts the program on a data folder of its own, as its first start has left it. */
export function startProgram(beginning: Beginning, strictness: Strictness = {}): Promise<Program> {
  const dataDir = mkdtempSync(join(tmpdir(), 'songhanh-journey-'))
  // PostgreSQL refuses root and runs as another user, who has to enter and to whom the copied data still belong.
  chmodSync(dataDir, 0o755)
  execFileSync('cp', ['-a', join(process.env['SONGHANH_FIRST_STARTS']!, beginning, '.'), dataDir])
  return programOn(dataDir, beginning, strictness)
}

/** Starts the program on the data in a folder. */
export async function programOn(dataDir: string, beginning: Beginning, { secondFactor = 'optional' }: Strictness = {}): Promise<Program> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const env = { ...process.env, SONGHANH_DATA: dataDir, PORT: String(port), SONGHANH_URL: url, DATABASE_URL: '', SONGHANH_SECOND_FACTOR: secondFactor }
  const cli = join(ROOT, 'src/app/cli.ts')
  let server = run([cli, 'start', ...BEGINNINGS[beginning]], env)
  let heard = await said(server, 'đã sẵn sàng')
  const halt = async () => {
    if (server.exitCode !== null) return
    const ended = new Promise((done) => server.once('exit', done))
    server.kill('SIGTERM')
    await ended
  }
  return {
    url,
    dataDir,
    output: () => heard(),
    command: (...words) => answerOf(run([cli, ...words], env)),
    script: (name, ...words) => answerOf(run([join(import.meta.dirname, name), ...words], env)),
    halt,
    async resume() {
      server = run([cli, 'start', ...BEGINNINGS[beginning]], env)
      heard = await said(server, 'đã sẵn sàng')
    },
    async stop() {
      await halt()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
}

/** Waits until the program has said `text`; answers all that it says. @throws Error with what it said instead */
function said(child: ChildProcess, text: string): Promise<() => string> {
  let lines = ''
  return new Promise((done, fail) => {
    const hear = (chunk: Buffer) => {
      lines += chunk.toString()
      if (lines.includes(text)) done(() => lines)
    }
    child.stdout!.on('data', hear)
    child.stderr!.on('data', hear)
    child.once('exit', (code) => fail(new Error(`the program ended with ${code}:\n${lines}`)))
  })
}

function answerOf(child: ChildProcess): Promise<string> {
  const [out, err]: [Buffer[], Buffer[]] = [[], []]
  child.stdout!.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr!.on('data', (chunk: Buffer) => err.push(chunk))
  return new Promise((done, fail) => {
    child.once('close', (code) => (code === 0 ? done(Buffer.concat(out).toString().trim()) : fail(new Error(Buffer.concat(err).toString()))))
  })
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const place = probe.address()
      probe.close(() => (typeof place === 'object' && place ? done(place.port) : fail(new Error('no port'))))
    })
  })
}
