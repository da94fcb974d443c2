import { randomBytes, randomInt } from 'node:crypto'

/** Counts on with every key of this process, from a random beginning. */
let sequence = randomInt(2 ** 25)

/**
 * A UUID of version 7 (RFC 9562 §5.7, §6.2 method 1): ordered by the millisecond of `now`, so that keys insert at the end,
 * and within one millisecond, or one request, by the order in which this process made them. 48 bits are random.
 */
export function uuidv7(now: Date = new Date()): string {
  sequence = (sequence + 1) % 2 ** 26
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now.getTime(), 0, 6)
  bytes[6] = 0x70 | (sequence >>> 22)
  bytes[7] = (sequence >>> 14) & 0xff
  bytes[8] = 0x80 | ((sequence >>> 8) & 0x3f)
  bytes[9] = sequence & 0xff
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
