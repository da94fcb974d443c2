import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, vi } from 'vitest'
import { runCommandLine } from '#app/command-line.ts'

const CLI = resolve(import.meta.dirname, '../src/app/cli.ts')

export interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface CommandLine {
  readonly folder: string
  /** Path of a file in the folder. */
  file(name: string): string
  /** The command line as a person calls it in the folder. */
  songhanh(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Run>
  /** The same in this process, which starts in no time: for what opens no database and ends by itself. */
  here(args: readonly string[]): Promise<Run>
}

/** A command line in a folder of its own, which goes after the tests of the file. */
export function aCommandLine(databaseUrl: () => string = () => ''): CommandLine {
  const folder = mkdtempSync(join(tmpdir(), 'songhanh-cli-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const file = (name: string) => join(folder, name)
  return {
    folder,
    file,
    songhanh(args, env = {}) {
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CLI, ...args], {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? file('compiled'), SONGHANH_DATA: file('data'), DATABASE_URL: databaseUrl(), ...env },
      })
      let [out, err] = ['', '']
      child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
      return new Promise((done) => child.on('close', (code) => done({ code, out, err })))
    },
    async here(args) {
      const [from, out, err] = [process.cwd(), heard(process.stdout), heard(process.stderr)]
      process.chdir(folder)
      try {
        return { code: await runCommandLine(args), out: out.text(), err: err.text() }
      } finally {
        process.chdir(from)
        out.stop()
        err.stop()
      }
    },
  }
}

/** Listens to what is written instead of showing it. */
function heard(stream: NodeJS.WriteStream): { text(): string; stop(): void } {
  let all = ''
  const spy = vi.spyOn(stream, 'write').mockImplementation((chunk) => {
    all += String(chunk)
    return true
  })
  return { text: () => all, stop: () => spy.mockRestore() }
}
