/**
 * Ordered keys: a sibling gets a text key between its neighbours' keys, so that an insertion renumbers nobody and two
 * people can insert at once. Keys compare by code unit and never end in the lowest digit.
 */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const BASE = DIGITS.length
const LOWEST = DIGITS.charAt(0)
const MIDDLE = DIGITS.charAt(BASE / 2)

/**
 * A key strictly between two keys; null stands for the open end.
 *
 * Appending and prepending step by one digit, so that long lists keep short keys.
 *
 * @throws RangeError when `before` is not lower than `after`
 */
export function positionBetween(before: string | null, after: string | null): string {
  if (before !== null && after !== null && before >= after) {
    throw new RangeError(`no position between ${before} and ${after}`)
  }
  if (before === null && after === null) return MIDDLE
  if (after === null) return stepUp(before ?? '')
  if (before === null) return stepDown(after)
  return between(before, after)
}

/** `count` ascending keys between two keys. */
export function positionsBetween(before: string | null, after: string | null, count: number): readonly string[] {
  const keys: string[] = []
  let last = before
  for (let index = 0; index < count; index++) {
    last = positionBetween(last, after)
    keys.push(last)
  }
  return keys
}

function digitAt(key: string, index: number): number {
  return index < key.length ? DIGITS.indexOf(key.charAt(index)) : 0
}

function stepUp(key: string): string {
  const lastDigit = digitAt(key, key.length - 1)
  if (lastDigit === BASE - 1) return `${key}${DIGITS.charAt(1)}`
  return key.slice(0, -1) + DIGITS.charAt(lastDigit + 1)
}

function stepDown(key: string): string {
  const lastDigit = digitAt(key, key.length - 1)
  if (lastDigit <= 1) return `${key.slice(0, -1)}${LOWEST}${MIDDLE}`
  return key.slice(0, -1) + DIGITS.charAt(lastDigit - 1)
}

function between(before: string, after: string): string {
  let prefix = ''
  for (let index = 0; ; index++) {
    const low = digitAt(before, index)
    const high = digitAt(after, index)
    if (low === high) {
      prefix += DIGITS.charAt(low)
      continue
    }
    if (high - low > 1) return prefix + DIGITS.charAt((low + high) >> 1)
    const rest = before.slice(index + 1)
    return prefix + DIGITS.charAt(low) + (rest === '' ? MIDDLE : stepUp(rest))
  }
}
