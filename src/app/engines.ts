import type { DocumentReader, DocumentWriter } from '#core/services.ts'
import { createReaderPool } from '@songhanh/vanban/process/reader-pool'
import { writerProcess } from '@songhanh/vanban/writing/process/writer-process'

/** Reader and writer of documents, each in child processes that start when needed and end when idle. */
export interface Engines extends AsyncDisposable {
  readonly reader: DocumentReader
  readonly writer: DocumentWriter
}

export function createEngines(): Engines {
  const pool = createReaderPool()
  const printer = writerProcess()
  return {
    reader: { read: (file, options) => pool.read(file, options), handle: (task) => pool.handle(task) },
    writer: {
      docx: (model, choices = {}) => printer.write('docx', model, { choices }),
      pdf: (model, choices = {}) => printer.write('pdf', model, { choices }),
    },
    async [Symbol.asyncDispose]() {
      await pool.close()
      await printer[Symbol.asyncDispose]()
    },
  }
}
