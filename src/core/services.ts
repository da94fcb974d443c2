import type { DocumentModel } from '@songhanh/vanban/model'
import type { RawDocument } from '@songhanh/vanban/blocks'
import type { ReaderPool } from '@songhanh/vanban/process/reader-pool'
import type { FieldEvidence } from '@songhanh/vanban/reading/evidence'
import type { UnreadableReason } from '@songhanh/vanban/files/unreadable'
import type { FormChoices } from '@songhanh/vanban/writing/form'
import type { Request } from '#core/access/request.ts'
import type { Config } from '#platform/config.ts'
import type { FileStore } from '#platform/files/store.ts'
import type { Language } from '#platform/i18n/language.ts'
import type { Translator } from '#platform/i18n/translator.ts'
import type { Mailer } from '#platform/mail.ts'
import type { Vault } from '#platform/vault.ts'

/** What jobs and routes outside the plain operations work with. */
export interface Services {
  readonly config: Config
  readonly files: FileStore
  readonly vault: Vault
  readonly reader: DocumentReader
  readonly writer: DocumentWriter
  /** Null where no mail server is set. */
  readonly mailer: Mailer | null
  /** The sentences of every module in a language: for mail and files that nobody's browser words. */
  words(language: Language): Translator
  /** A request of the program itself, now. */
  systemRequest(): Request
}

/** Reads files that somebody sent, each in a child process bounded in time and memory. */
export interface DocumentReader {
  /** @param file  where the bytes lie and the name that they came with */
  read(file: { readonly path: string; readonly name: string }, options?: DocumentReadOptions): Promise<DocumentReading>
  /** Verifies, compares or signs under the same limits. @throws SigningError of `@songhanh/vanban` when it is refused */
  handle: ReaderPool['handle']
}

export interface DocumentReadOptions {
  /** Called for every page of a scan that is done. */
  readonly onProgress?: (progress: { readonly done: number; readonly pages: number }) => void
  /** Calls the reading of a scan off. */
  readonly signal?: AbortSignal
}

export type DocumentReading =
  | { readonly ok: true; readonly fileKind: string; readonly raw: RawDocument; readonly model: DocumentModel; readonly evidence: readonly FieldEvidence[] }
  | { readonly ok: false; readonly reason: UnreadableReason; readonly detail: string }

/** Prints documents in the form of Decree 30. */
export interface DocumentWriter {
  /** @param choices  what the decree leaves to the unit; the usual where not given */
  docx(model: DocumentModel, choices?: FormChoices): Promise<Uint8Array>
  pdf(model: DocumentModel, choices?: FormChoices): Promise<Uint8Array>
}
