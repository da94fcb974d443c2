// Makes a fresh clone ready: installs what the lock file names and finds the Node that the program runs on.
// Plain JavaScript without dependencies: it runs on whatever Node the machine has.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

const MODULES = join(ROOT, 'node_modules')
const STAMP = join(MODULES, '.songhanh-lock')
/** Beside node_modules, which an installation deletes. */
const INSTALLING = join(ROOT, '.installing')

/** Installs the packages when the lock file has changed since the last time; of two at once, one waits for the other. */
export function ensureInstalled() {
  const digest = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json'))).digest('hex')
  const isDone = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === digest
  if (isDone()) return
  const unlock = waitForTurn()
  try {
    if (!isDone()) install()
    writeFileSync(STAMP, digest)
  } finally {
    unlock()
  }
}

function install() {
  console.error('Đang cài các gói cần thiết, lần đầu mất khoảng một phút …')
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js') ? [process.execPath, process.env.npm_execpath] : ['npm']
  const done = spawnSync(npm[0], [...npm.slice(1), ...args], { cwd: ROOT, stdio: ['ignore', 'ignore', 2], shell: process.platform === 'win32' })
  if (done.status === 0) return
  rmSync(INSTALLING, { force: true })
  console.error('Không cài được các gói: hãy kiểm tra mạng tới kho gói npm rồi chạy lại lệnh này.')
  process.exit(1)
}

/** Takes the right to install; `npm ci` begins with deleting what another one may just be unpacking. */
function waitForTurn() {
  for (let waited = 0; ; waited += 500) {
    try {
      writeFileSync(INSTALLING, String(process.pid), { flag: 'wx' })
      return () => rmSync(INSTALLING, { force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (waited > 600_000 || !isAlive(Number(readPid()))) rmSync(INSTALLING, { force: true })
    else if (waited === 0) console.error('Một lệnh khác đang cài các gói, đang chờ …')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500)
  }
}

function readPid() {
  try {
    return readFileSync(INSTALLING, 'utf8') || process.pid
  } catch {
    return 0
  }
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
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
  // A small nursery, and memory that is given back when nobody works (src/app/quiet-hours.ts): 150 MB less after a busy hour.
  const flags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=4', '--expose-gc']
  const child = spawn(nodeBinary(), [...flags, join(ROOT, script), ...args], { stdio: 'inherit', env })
  // Ctrl-C reaches the child through the terminal; it ends in order, then so does this process.
  process.on('SIGINT', () => undefined)
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  return new Promise((done) => child.on('exit', (code, signal) => done(code ?? (signal === 'SIGINT' ? 0 : 1))))
}
