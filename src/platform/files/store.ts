import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '../errors.ts'

export interface StoredBytes {
  /** SHA-256 in hex; names the bytes. */
  readonly digest: string
  readonly bytes: number
}

/** Bytes that have arrived whole, but are not yet in the store: somebody looks at them first. */
export interface StagedBytes extends StoredBytes {
  /** Where they lie until they are kept or dropped. */
  readonly path: string
  keep(): Promise<StoredBytes>
  drop(): Promise<void>
}

/** Bytes by their digest: the same bytes are kept once, and nothing half-written is ever under its name. */
export interface FileStore {
  /** Takes a stream in without keeping it yet. @throws AppError `invalid` `files.too_large` past the limit; nothing remains then */
  stage(source: Readable, limitBytes: number): Promise<StagedBytes>
  /** Takes a stream in. @throws AppError `invalid` `files.too_large` past the limit; nothing remains then */
  write(source: Readable, limitBytes: number): Promise<StoredBytes>
  /** @throws AppError `not_found` */
  read(digest: string): Promise<Readable>
  /** Where the bytes lie, for a reader process. */
  pathOf(digest: string): string
}

/** @param examine  looks at what is to be kept; what it refuses is not */
export function createDiskStore(folder: string, examine: (path: string) => Promise<void> = async () => undefined): FileStore {
  const pathOf = (digest: string) => join(folder, digest.slice(0, 2), digest)
  let count = 0
  async function stage(source: Readable, limitBytes: number): Promise<StagedBytes> {
    const path = join(folder, 'incoming', `${process.pid}-${Date.now()}-${count++}.part`)
    await mkdir(dirname(path), { recursive: true })
    const drop = () => rm(path, { force: true })
    const stored = await receive(source, path, limitBytes).catch(async (error: unknown) => {
      await drop()
      throw error
    })
    return {
      ...stored,
      path,
      drop,
      async keep() {
        await examine(path)
        await sync(path)
        await mkdir(dirname(pathOf(stored.digest)), { recursive: true })
        await rename(path, pathOf(stored.digest))
        return stored
      },
    }
  }

  return {
    pathOf,
    stage,
    async write(source, limitBytes) {
      const staged = await stage(source, limitBytes)
      return staged.keep().finally(() => staged.drop())
    },
    async read(digest) {
      const path = pathOf(digest)
      await stat(path).catch((cause: unknown) => {
        throw new AppError('not_found', 'files.missing', {}, { cause })
      })
      return createReadStream(path)
    },
  }
}

async function receive(source: Readable, part: string, limitBytes: number): Promise<StoredBytes> {
  const hash = createHash('sha256')
  let bytes = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > limitBytes) return done(new AppError('invalid', 'files.too_large', { megabytes: Math.floor(limitBytes / 1_048_576) }))
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(source, meter, createWriteStream(part, { mode: 0o600 }))
  return { digest: hash.digest('hex'), bytes }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync()
  await handle.close()
}
