import type { ReadOutcome } from '../process/read-file.ts'
import type { ReaderChild, ReaderLimits } from '../process/reader-child.ts'
import type { RecognisedPage } from './recognised-page.ts'
import type { PagePicture } from './scan-job.ts'
import type { Recogniser } from './tesseract.ts'

export interface ScanProgress {
  /** Pages that are done. */
  readonly done: number
  readonly pages: number
}

export interface ScanOptions {
  readonly limits: ReaderLimits
  /** Pages read side by side. */
  readonly atOnce: number
  /** Of a file whose other pages have text: the pages to read off their pictures. */
  readonly only?: readonly number[] | undefined
  readonly onProgress?: ((progress: ScanProgress) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/** A page that takes longer is left out, with a word on it; a busy machine may need a while. */
const PAGE_TIMEOUT_MS = 60_000

/**
 * Reads a PDF of pictures of paper: the child takes the pictures out and lays the words on them, the recogniser reads them.
 *
 * Always answers. Called off by `signal` it answers `cancelled`.
 */
export async function readScan(child: ReaderChild, file: { readonly name: string; readonly bytes: Uint8Array }, recogniser: Recogniser, options: ScanOptions): Promise<ReadOutcome> {
  const opened = await child.ask({ kind: 'openScan', bytes: file.bytes })
  if (!opened.ok) return opened
  const { onProgress, signal, only } = options
  const wanted = only ?? Array.from({ length: opened.pages }, (_, at) => at + 1)
  const pages: RecognisedPage[] = []
  const failures: string[] = []
  let done = 0
  const readPage = async (number: number, picture: PagePicture): Promise<void> => {
    const { raster, dpi, rules } = picture
    try {
      const words = await recogniser.recognise(raster, dpi, { timeoutMs: PAGE_TIMEOUT_MS, memoryBytes: options.limits.memoryBytes, signal })
      pages.push({ number, dpi, width: raster.width, height: raster.height, words, rules })
    } catch (error) {
      failures.push(`${number}: ${error instanceof Error ? error.message : String(error)}`)
    }
    done += 1
    onProgress?.({ done, pages: wanted.length })
  }
  onProgress?.({ done, pages: wanted.length })
  const running = new Set<Promise<void>>()
  for (const number of wanted) {
    if (signal?.aborted === true) break
    const answer = await child.ask({ kind: 'picture', page: number })
    if (!answer.ok) {
      await Promise.all(running)
      return answer
    }
    if (answer.picture === null) {
      done += 1
      continue
    }
    while (running.size >= options.atOnce) await Promise.race(running)
    const reading = readPage(number, answer.picture).finally(() => running.delete(reading))
    running.add(reading)
  }
  await Promise.all(running)
  if (signal?.aborted === true) return { ok: false, reason: 'cancelled', detail: `after ${done} of ${wanted.length} pages` }
  if (pages.length === 0) return { ok: false, reason: 'scan', detail: failures[0] ?? 'no picture on any page' }
  const outcome = await child.ask({ kind: 'layOut', name: file.name, recogniser: recogniser.name, pages: pages.toSorted((one, other) => one.number - other.number), withText: only !== undefined })
  return outcome.ok && failures.length > 0 ? { ...outcome, raw: { ...outcome.raw, warnings: [...outcome.raw.warnings, `Không nhận dạng được trang ${failures.join('; ')}`] } } : outcome
}
