/** How much may come from one place: `capacity` at once, and one more every `refillMs`. */
export interface BucketRule {
  readonly capacity: number
  readonly refillMs: number
}

export interface Bucket {
  /** Left at `at`; between 0 and the capacity. */
  readonly tokens: number
  readonly at: number
}

/** A school behind one address sends thirty in a row and three a minute: more than a class of pupils, less than a machine. */
export const REPORTS: BucketRule = { capacity: 30, refillMs: 20_000 }
/** Tries of one code: a person who mistypes, not one who guesses. */
export const TRIES: BucketRule = { capacity: 8, refillMs: 120_000 }

/** The bucket after one more was taken; null when it is empty. @param now  in milliseconds */
export function take(rule: BucketRule, bucket: Bucket | undefined, now: number): Bucket | null {
  const filled = bucket ? Math.min(rule.capacity, bucket.tokens + Math.max(0, now - bucket.at) / rule.refillMs) : rule.capacity
  return filled >= 1 ? { tokens: filled - 1, at: now } : null
}
