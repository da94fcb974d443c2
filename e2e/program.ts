import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '..')

/** The whole program on a data folder of its own, as `npm start` runs it. */
export interface Program {
  readonly url: string
  readonly dataDir: string
  readonly output: () => string
  stop(): Promise<void>
}

export async function startProgram(args: readonly string[] = ['--empty'], env: Readonly<Record<string, string>> = {}): Promise<Program> {
  const dataDir = mkdtempSync(join(tmpdir(), 'songhanh-e2e-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(ROOT, 'src/app/cli.ts'), 'start', ...args], {
    cwd: ROOT,
    env: { ...process.env, SONGHANH_DATA: dataDir, PORT: String(port), SONGHANH_URL: url, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  const ended = new Promise<void>((done) => child.on('exit', () => done()))
  await new Promise<void>((ready, failed) => {
    const hear = (chunk: Buffer) => {
      words += chunk.toString()
      if (words.includes('đã sẵn sàng')) ready()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('exit', () => failed(new Error(`the program ended: ${words}`)))
  })
  return {
    url,
    dataDir,
    output: () => words,
    async stop() {
      child.kill('SIGINT')
      await ended
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer()
    server.on('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? done(address.port) : failed(new Error('no port'))))
    })
  })
}
