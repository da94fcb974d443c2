import { fork, type ChildProcess } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { residentBytes } from '../process/resident-bytes.ts'
import type { PassAnswer, PassJob } from './packaged-process.ts'
import { toPgm } from './raster.ts'
import { wordsOfTsv } from './recognised-word.ts'
import { recogniseCarefully, type Pass, type Recogniser } from './tesseract.ts'

/**
 * The tesseract that comes with the program (WebAssembly, `tesseract.js-core`), with its data for Vietnamese: for systems
 * that have none of their own. Slower by half, and it opens no connection.
 *
 * @returns null where the packages are not installed
 */
export function findPackagedTesseract(): Recogniser | null {
  const folders = packageFolders()
  if (folders === null) return null
  return { name: 'tesseract (WebAssembly)', recognise: (raster, dpi, limits) => recogniseCarefully(passIn(folders), raster, dpi, limits) }
}

interface Folders {
  readonly core: string
  readonly data: string
}

function packageFolders(): Folders | null {
  try {
    const core = dirname(realpathSync(fileURLToPath(import.meta.resolve('tesseract.js-core/package.json'))))
    const data = `${dirname(realpathSync(fileURLToPath(import.meta.resolve('@tesseract.js-data/vie/package.json'))))}/4.0.0_best_int`
    return existsSync(`${data}/vie.traineddata.gz`) ? { core, data } : null
  } catch {
    return null
  }
}

/** A page a process, which ends with it: what a page makes of its memory goes with it, and it may be killed. */
const passIn =
  (folders: Folders): Pass =>
  (mode, raster, dpi, { timeoutMs, memoryBytes, signal }) =>
    new Promise((resolve, reject) => {
      const child = start(folders)
      let why: string | null = null
      const kill = (reason: string) => {
        why ??= reason
        child.kill('SIGKILL')
      }
      const timer = setTimeout(() => kill(`more than ${timeoutMs} ms`), timeoutMs)
      const watch = setInterval(() => {
        if ((residentBytes(child.pid) ?? 0) > memoryBytes) kill(`more than ${memoryBytes} bytes of memory`)
      }, 100)
      const callOff = () => kill('called off')
      signal?.addEventListener('abort', callOff, { once: true })
      const settle = (done: () => void) => {
        clearTimeout(timer)
        clearInterval(watch)
        signal?.removeEventListener('abort', callOff)
        done()
        child.kill('SIGKILL')
      }
      child.once('message', ({ tsv }: PassAnswer) => settle(() => resolve(wordsOfTsv(tsv))))
      child.once('error', (error) => settle(() => reject(error)))
      child.once('exit', (code) => settle(() => reject(new Error(why ?? `tesseract ended with ${code}`))))
      const job: PassJob = { ...folders, mode, dpi, picture: toPgm(raster) }
      child.send(job, (error) => {
        if (error !== null) kill('it did not start')
      })
    })

/** It may read the packages and nothing else. */
function start({ core, data }: Folders): ChildProcess {
  const readable = [realpathSync(fileURLToPath(new URL('.', import.meta.url))), core, data]
  return fork(fileURLToPath(new URL('./packaged-process.ts', import.meta.url)), [], {
    env: process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'] ?? '' } : {},
    execArgv: ['--no-addons', '--permission', ...readable.map((folder) => `--allow-fs-read=${folder}`)],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}
