// Makes a fresh clone ready: installs what the lock file names and finds the Node that the program runs on.
// Plain JavaScript without dependencies: it runs on whatever Node the machine has.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

const MODULES = join(ROOT, 'node_modules')
const STAMP = join(MODULES, '.songhanh-lock')

/** Installs the packages when the lock file has changed since the last time. */
export function ensureInstalled() {
  const digest = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json'))).digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === digest) return
  console.error('Đang cài các gói cần thiết, lần đầu mất khoảng một phút …')
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js') ? [process.execPath, process.env.npm_execpath] : ['npm']
  const done = spawnSync(npm[0], [...npm.slice(1), ...args], { cwd: ROOT, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (done.status !== 0) {
    console.error('Không cài được các gói: hãy kiểm tra mạng tới kho gói npm rồi chạy lại lệnh này.')
    process.exit(1)
  }
  writeFileSync(STAMP, digest)
}

/** The pinned Node of `node_modules`, else this one when it is new enough. */
export function nodeBinary() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const pinned = join(MODULES, `node-${system}-${process.arch}`, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(pinned)) return pinned
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  console.error(`Song Hành chạy trên Node 24; máy này có Node ${process.versions.node} và chưa có gói Node đi kèm cho ${process.platform}-${process.arch}. Hãy cài Node 24.`)
  process.exit(1)
}

/** Runs a script of the project and answers its exit code; signals reach it before they end this process. */
export function runScript(script, args) {
  // What was compiled once is kept: it halves the time until the program runs.
  const env = { NODE_COMPILE_CACHE: join(MODULES, '.cache/compiled'), ...process.env }
  const child = spawn(nodeBinary(), ['--disable-warning=ExperimentalWarning', join(ROOT, script), ...args], { stdio: 'inherit', env })
  // Ctrl-C reaches the child through the terminal; it ends in order, then so does this process.
  process.on('SIGINT', () => undefined)
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  return new Promise((done) => child.on('exit', (code, signal) => done(code ?? (signal === 'SIGINT' ? 0 : 1))))
}
