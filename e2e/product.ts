import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

/** The whole program in a folder of its own, as `npm start -- --empty` runs it. */
export interface RunningProduct {
  readonly address: string
  /** Runs a word of the command line on the same data; answers what it printed. @throws Error with what it said */
  command(...args: string[]): Promise<string>
  stop(): Promise<void>
}

export async function startProduct(): Promise<RunningProduct> {
  const folder = mkdtempSync(join(tmpdir(), 'songhanh-journey-'))
  chmodSync(folder, 0o755)
  const port = await freePort()
  const env = { ...process.env, PORT: String(port), SONGHANH_DATA: folder, DATABASE_URL: '' }
  const server = run(['start', '--empty'], env)
  await said(server, 'đã sẵn sàng')
  return {
    address: `http://localhost:${port}`,
    command: (...args) => output(run(args, env)),
    async stop() {
      const ended = new Promise((done) => server.once('exit', done))
      server.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/app/cli.ts', ...args], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
}

/** Waits until the program has said `text`. @throws Error with what it said instead */
function said(child: ChildProcess, text: string): Promise<void> {
  let lines = ''
  return new Promise((done, fail) => {
    const hear = (chunk: Buffer) => {
      lines += chunk.toString()
      if (lines.includes(text)) done()
    }
    child.stdout!.on('data', hear)
    child.stderr!.on('data', hear)
    child.once('exit', (code) => fail(new Error(`the program ended with ${code}:\n${lines}`)))
  })
}

function output(child: ChildProcess): Promise<string> {
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
