import type { UnreadableReason } from '../files/unreadable.ts'
import type { PagePicture } from '../scans/scan-job.ts'
import type { RecognisedPage } from '../scans/recognised-page.ts'
import type { SignatureAnswer, SignatureJob } from '../signatures/process/signature-jobs.ts'
import type { ReadOutcome } from './read-file.ts'

/** What the reader process is asked to do. A scan is opened once, then asked for page by page. */
export type ReaderJob =
  | { readonly kind: 'read'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'openScan'; readonly bytes: Uint8Array }
  | { readonly kind: 'picture'; readonly page: number }
  | SignatureJob
  | { readonly kind: 'layOut'; readonly name: string; readonly recogniser: string; readonly pages: readonly RecognisedPage[]; readonly withText: boolean }

export interface Refused {
  readonly ok: false
  readonly reason: UnreadableReason
  readonly detail: string
}

/** What it answers, by the kind of job. */
export interface ReaderAnswers {
  readonly read: ReadOutcome
  readonly openScan: { readonly ok: true; readonly pages: number } | Refused
  readonly picture: { readonly ok: true; readonly picture: PagePicture | null } | Refused
  readonly layOut: ReadOutcome
  readonly signature: SignatureAnswer
}

export type JobOf<K extends ReaderJob['kind']> = Extract<ReaderJob, { readonly kind: K }>
