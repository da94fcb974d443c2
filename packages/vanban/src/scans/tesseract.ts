import { execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'
import { rowsOf, toPgm, type Raster } from './raster.ts'
import { wordsOfTsv, type RecognisedWord } from './recognised-word.ts'
import { residentBytes } from '../process/resident-bytes.ts'

/** What reads the words off a picture. */
export interface Recogniser {
  readonly name: string
  /**
   * @param dpi points of the picture to an inch
   * @throws Error when the recogniser fails, takes too long or is cut short
   */
  recognise(raster: Raster, dpi: number, limits: RecogniserLimits): Promise<readonly RecognisedWord[]>
}

export interface RecogniserLimits {
  readonly timeoutMs: number
  readonly memoryBytes: number
  readonly signal?: AbortSignal | undefined
}

const run = promisify(execFile)

/** The `tesseract` of the system, where it is installed with its data for Vietnamese (Debian: tesseract-ocr, tesseract-ocr-vie). */
export async function findTesseract(): Promise<Recogniser | null> {
  try {
    const { stdout } = await run('tesseract', ['--list-langs'], { timeout: 5000, env: environment() })
    return /^vie$/m.test(stdout) ? { name: 'tesseract', recognise: (raster, dpi, limits) => recogniseCarefully(runTesseract, raster, dpi, limits) } : null
  } catch {
    return null
  }
}

/** Nothing of the program's environment but where programs and their data lie. */
function environment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'TESSDATA_PREFIX', 'SystemRoot']
  // One thread a page: pages are read side by side instead.
  return { ...Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))), OMP_THREAD_LIMIT: '1' }
}

const MOST_OUTPUT = 32 * 1024 * 1024

/** How tesseract looks at a page: as blocks of different sizes, or as one block of plain lines. */
export type PageMode = '4' | '6'
const PAGE_OF_BLOCKS: PageMode = '4'
const ONE_BLOCK: PageMode = '6'
/** One pass of tesseract over a picture. */
export type Pass = (mode: PageMode, raster: Raster, dpi: number, limits: RecogniserLimits) => Promise<readonly RecognisedWord[]>

/** Rows of points around a stretch that is read once more. */
const MARGIN = 6

/**
 * One page, from picture to words. Where two lines of print were taken for one, that stretch is read once more, as plain
 * lines.
 */
export async function recogniseCarefully(pass: Pass, raster: Raster, dpi: number, limits: RecogniserLimits): Promise<readonly RecognisedWord[]> {
  const words = await pass(PAGE_OF_BLOCKS, raster, dpi, limits)
  const merged = mergedLines(words)
  let kept = words
  for (const { line, top, bottom } of merged) {
    const from = Math.max(0, top - MARGIN)
    const again = await pass(ONE_BLOCK, rowsOf(raster, from, bottom + MARGIN), dpi, limits)
    const others = kept.filter((word) => word.line !== line)
    const placed = again.map((word) => ({ ...word, top: word.top + Math.floor(from), line: `${line}/${word.line}` }))
    kept = [...others, ...placed.filter((word) => word.confidence > SURE_ENOUGH && !others.some((other) => covers(other, word)))]
  }
  return kept
}

const MOST_READ_AGAIN = 6
const SURE_ENOUGH = 0.4

/** The middle of one word lies on the other: the stretch reaches into the lines around it. */
function covers(word: RecognisedWord, other: RecognisedWord): boolean {
  const [x, y] = [other.left + other.width / 2, other.top + other.height / 2]
  return x > word.left && x < word.left + word.width && y > word.top && y < word.top + word.height
}

interface MergedLine {
  readonly line: string
  readonly top: number
  readonly bottom: number
}

/** Lines of several words that are much higher than the others of their page. */
function mergedLines(words: readonly RecognisedWord[]): MergedLine[] {
  const lines = new Map<string, RecognisedWord[]>()
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word])
  const spans = [...lines].map(([line, own]) => ({ line, count: own.length, top: Math.min(...own.map((word) => word.top)), bottom: Math.max(...own.map((word) => word.top + word.height)) }))
  const usual = spans.filter(({ count }) => count > 4).map(({ top, bottom }) => bottom - top).sort((a, b) => a - b)
  const middle = usual[usual.length >> 1] ?? Number.POSITIVE_INFINITY
  return spans.filter(({ count, top, bottom }) => count > 4 && bottom - top > middle * 1.5).slice(0, MOST_READ_AGAIN)
}

/** The process is killed when it takes too long, grows too big or is called off. */
const runTesseract: Pass = (mode, raster, dpi, { timeoutMs, memoryBytes, signal }) =>
  new Promise((resolve, reject) => {
    const args = ['stdin', 'stdout', '-l', 'vie', '--oem', '1', '--psm', mode, '--dpi', String(dpi), 'tsv']
    const child = spawn('tesseract', args, { stdio: ['pipe', 'pipe', 'ignore'], env: environment() })
    const output: Buffer[] = []
    let length = 0
    let killed: string | null = null
    const kill = (why: string) => {
      killed ??= why
      child.kill('SIGKILL')
    }
    const timer = setTimeout(() => kill(`more than ${timeoutMs} ms`), timeoutMs)
    const watch = setInterval(() => {
      if ((residentBytes(child.pid) ?? 0) > memoryBytes) kill(`more than ${memoryBytes} bytes of memory`)
    }, 100)
    const callOff = () => kill('called off')
    signal?.addEventListener('abort', callOff, { once: true })
    child.stdout.on('data', (chunk: Buffer) => {
      output.push(chunk)
      length += chunk.length
      if (length > MOST_OUTPUT) kill('too much output')
    })
    const finish = (settle: () => void) => {
      clearTimeout(timer)
      clearInterval(watch)
      signal?.removeEventListener('abort', callOff)
      settle()
    }
    child.once('error', (error) => finish(() => reject(error)))
    child.once('close', (code) => {
      finish(() => (code === 0 && killed === null ? resolve(wordsOfTsv(Buffer.concat(output).toString('utf8'))) : reject(new Error(killed ?? `tesseract ended with ${code}`))))
    })
    // A process that ends early closes its input.
    child.stdin.on('error', () => undefined)
    child.stdin.end(toPgm(raster))
  })
