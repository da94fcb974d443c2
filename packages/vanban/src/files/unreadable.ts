/** Why a file gives no text; the interface has one sentence for each. */
export const UNREADABLE_REASONS = [
  'empty',
  'wrong_type',
  'encrypted',
  'truncated',
  'bomb',
  'too_slow',
  'too_large',
  'scan',
  'cancelled',
  'broken',
] as const
export type UnreadableReason = (typeof UNREADABLE_REASONS)[number]

/** The only error that the file readers throw on purpose; everything else is a fault of the reader itself. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
  readonly reason: UnreadableReason

  constructor(reason: UnreadableReason, detail: string, options?: ErrorOptions) {
    super(detail, options)
    this.reason = reason
  }
}
