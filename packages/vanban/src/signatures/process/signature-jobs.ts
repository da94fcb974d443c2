import type { SignatureReport } from '../answers.ts'
import type { Comparison } from '../compare-files.ts'
import type { DecreePlaces } from '../decree-places.ts'
import type { TrustedDescription } from '../describe-trusted.ts'
import type { SigningReason } from '../signing-error.ts'
import type { Stamp } from '../stamp.ts'
import type { VerifyOptions } from '../verify.ts'

/** What a child is asked about signatures: files and keys come from anyone. */
export type SignatureTask =
  | { readonly what: 'verify'; readonly pdf: Uint8Array; readonly options: VerifyOptions }
  | { readonly what: 'compare'; readonly before: Uint8Array; readonly after: Uint8Array }
  | { readonly what: 'describe'; readonly file: Uint8Array }
  | { readonly what: 'places'; readonly pdf: Uint8Array; readonly signerName: string | null }
  | { readonly what: 'sign'; readonly pdf: Uint8Array; readonly key: Uint8Array; readonly passphrase: string; readonly request: SigningRequest }

export interface SigningRequest {
  readonly at: Date
  readonly reason?: string
  /** What the stamp says beside the signer; its lines are made of the certificate when none are given. */
  readonly stamp?: Stamp
}

export interface SignatureJob {
  readonly kind: 'signature'
  readonly task: SignatureTask
}

export interface SignatureResults {
  readonly verify: SignatureReport
  readonly compare: Comparison
  readonly describe: TrustedDescription | null
  readonly places: DecreePlaces
  readonly sign: Uint8Array
}

export type SignatureAnswer =
  | { readonly ok: true; readonly result: SignatureResults[keyof SignatureResults] }
  | { readonly ok: false; readonly reason: SigningReason; readonly detail: string }
