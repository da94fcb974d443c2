import { crc32 } from 'node:zlib'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { UnreadableFile } from './unreadable.ts'

/** What a document of this kind never exceeds; a 600-page DOCX stays far below. */
export const ZIP_LIMITS = {
  /** Entries in the archive: parts, pictures. */
  entries: 4000,
  /** Bytes of one unpacked part, and of all parts that are read. */
  partBytes: 40 * 1024 * 1024,
  totalBytes: 60 * 1024 * 1024,
  /** Unpacked by packed size, for parts above 1 MB; XML reaches about 40. */
  ratio: 200,
}

export interface ZipArchive {
  readonly names: readonly string[]
  /** Bytes of one part, null when there is none of that name. Counts against the total. */
  read(name: string): Promise<Uint8Array | null>
}

/**
 * Opens a ZIP in memory under {@link ZIP_LIMITS}; only the parts asked for are unpacked.
 *
 * @throws UnreadableFile `truncated`, `encrypted`, `bomb` or `broken`
 */
export async function openZip(bytes: Uint8Array): Promise<ZipArchive> {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const archive = await asUnreadable(() =>
    fromBufferPromise(content, { lazyEntries: true, validateEntrySizes: true, strictFileNames: false }),
  )
  if (archive.entryCount > ZIP_LIMITS.entries) throw new UnreadableFile('bomb', `${archive.entryCount} entries`)
  const entries = await asUnreadable(() => listEntries(archive))
  let total = 0
  return {
    names: [...entries.keys()],
    async read(name) {
      const entry = entries.get(name)
      if (entry === undefined) return null
      total += entry.uncompressedSize
      checkEntry(entry, total)
      return asUnreadable(() => unpack(archive, entry))
    },
  }
}

function listEntries(archive: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>()
    archive.on('error', reject)
    archive.on('end', () => resolve(entries))
    archive.on('entry', (entry: Entry) => {
      // Two entries of one name: readers disagree on which one counts, so neither does.
      if (entries.has(entry.fileName)) {
        reject(new UnreadableFile('broken', `two entries named ${entry.fileName.slice(0, 80)}`))
        return
      }
      entries.set(entry.fileName, entry)
      archive.readEntry()
    })
    archive.readEntry()
  })
}

function checkEntry(entry: Entry, total: number): void {
  const { uncompressedSize: size, compressedSize: packed } = entry
  if (entry.isEncrypted()) throw new UnreadableFile('encrypted', 'password-protected archive')
  const tooBig = size > ZIP_LIMITS.partBytes || total > ZIP_LIMITS.totalBytes
  const tooDense = size > 1024 * 1024 && size > ZIP_LIMITS.ratio * packed
  if (tooBig || tooDense) throw new UnreadableFile('bomb', `${entry.fileName}: ${packed} bytes unpack to ${size}`)
}

async function unpack(archive: ZipFile, entry: Entry): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  try {
    // `validateEntrySizes` ends the stream with an error as soon as it gives more than the size declared.
    for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Uint8Array)
  } catch (error) {
    const isLie = /too many bytes/i.test(String(error)) && entry.uncompressedSize < entry.compressedSize
    throw isLie ? new UnreadableFile('bomb', `${entry.fileName} hides its size`, { cause: error }) : error
  }
  const content = Buffer.concat(chunks)
  if (crc32(content) !== entry.crc32) throw new UnreadableFile('broken', `${entry.fileName} is damaged`)
  return content
}

async function asUnreadable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    const message = error instanceof Error ? error.message : String(error)
    if (/end of central directory|unexpected end of file|past end|not enough bytes|premature/i.test(message)) {
      throw new UnreadableFile('truncated', message, { cause: error })
    }
    throw new UnreadableFile('broken', message, { cause: error })
  }
}
