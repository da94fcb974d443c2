import { createHmac, randomBytes } from 'node:crypto'
import { take, type Bucket, type BucketRule } from './model/token-bucket.ts'

/** Whether one more may come from there now. */
export type Limiter = (who: string) => boolean

/** Counts by a keyed digest that this process forgets with itself: no address is kept anywhere. */
export function limiter(rule: BucketRule): Limiter {
  const key = randomBytes(32)
  const buckets = new Map<string, Bucket>()
  return (who) => {
    const now = Date.now()
    const name = createHmac('sha256', key).update(who).digest('base64')
    if (buckets.size > 10_000) for (const [other, { at }] of buckets) if (now - at > rule.capacity * rule.refillMs) buckets.delete(other)
    const next = take(rule, buckets.get(name), now)
    if (next) buckets.set(name, next)
    return next !== null
  }
}
