import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const PACKED = /\.(html|js|css|svg|json|webmanifest)$/
/** Below this the headers weigh more than what is saved. */
const LEAST_BYTES = 860

/** Puts a brotli and a gzip copy beside every text file of the built app, so that the server sends it packed without packing it. */
export function precompress(dist: string): Plugin {
  return {
    name: 'songhanh-precompress',
    apply: 'build',
    // after the service worker has been written
    closeBundle: { order: 'post', sequential: true, handler: () => packFolder(dist) },
  }
}

/** @param folder  every text file below it is packed */
export function packFolder(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.')) packFolder(path)
    } else if (PACKED.test(entry.name) && statSync(path).size >= LEAST_BYTES) pack(path)
  }
}

function pack(path: string): void {
  const content = readFileSync(path)
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants
  writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: content.length } }))
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
}
