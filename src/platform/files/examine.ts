import { open } from 'node:fs/promises'
import { promisify } from 'node:util'
import yauzl from 'yauzl'
import { AppError } from '../errors.ts'
import { scanFile, type ScannerAddress } from './virus-scan.ts'

/** More than any document or workbook has. */
const MOST_ENTRIES = 10_000
const MOST_UNPACKED = 1024 ** 3
/** A part that grows more than this, and is large then, is a bomb. */
const GROWTH = 300
const LARGE = 20 * 1024 ** 2

/** What runs when somebody opens it: macros of Office, programs, scripts. */
const RUNS = /(^|\/)(vbaProject\.bin|[^/]+\.(exe|dll|com|scr|msi|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|jar|lnk))$/i

/**
 * Looks into a file before it is kept: into archives (Word and Excel files are such), and with a scanner where there is
 * one.
 * @throws AppError `invalid` for a file that runs something, unpacks without end or holds malware; `unavailable` when the
 *   scanner does not answer: nothing is kept unseen
 */
export async function examineFile(path: string, scanner: ScannerAddress | null): Promise<void> {
  if (await beginsLikeZip(path)) await examineArchive(path)
  if (!scanner) return
  const found = await scanFile(scanner, path).catch((cause: unknown) => {
    throw new AppError('unavailable', 'files.scan_failed', {}, { cause })
  })
  if (found) throw new AppError('invalid', 'files.infected')
}

async function beginsLikeZip(path: string): Promise<boolean> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0)
    return bytesRead === 4 && buffer.readUInt32LE() === 0x04034b50
  } finally {
    await handle.close()
  }
}

const openZip = promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open)

async function examineArchive(path: string): Promise<void> {
  // Broken archives are for those who read them to refuse: nothing in them can be opened.
  const zip = await openZip(path, { lazyEntries: true }).catch(() => null)
  if (!zip) return
  try {
    await new Promise<void>((done, fail) => {
      let unpacked = 0
      let count = 0
      zip.on('entry', (entry: yauzl.Entry) => {
        unpacked += entry.uncompressedSize
        count += 1
        const isBomb = entry.uncompressedSize > LARGE && entry.uncompressedSize > entry.compressedSize * GROWTH
        if (isBomb || unpacked > MOST_UNPACKED || count > MOST_ENTRIES) return fail(new AppError('invalid', 'files.unpacks_too_large'))
        if (RUNS.test(entry.fileName)) return fail(new AppError('invalid', 'files.runs_something'))
        zip.readEntry()
      })
      zip.on('end', done)
      zip.on('error', () => done())
      zip.readEntry()
    })
  } finally {
    zip.close()
  }
}
