export const SIGNING_REASONS = ['not_pkcs12', 'wrong_passphrase', 'no_key', 'not_pdf', 'encrypted', 'locked', 'no_page', 'too_long', 'other_document', 'too_slow', 'too_large'] as const
/** Why nothing was signed; the interface has one sentence for each. */
export type SigningReason = (typeof SIGNING_REASONS)[number]

export function isSigningReason(reason: string): reason is SigningReason {
  return (SIGNING_REASONS as readonly string[]).includes(reason)
}

export class SigningError extends Error {
  override readonly name = 'SigningError'
  readonly reason: SigningReason

  constructor(reason: SigningReason, detail = '', options?: ErrorOptions) {
    super(detail === '' ? reason : `${reason}: ${detail}`, options)
    this.reason = reason
  }
}
