import { compare, divide, exact, type Exact, exactOf, multiply, subtract, ZERO } from '@songhanh/formula/exact'

/**
 * Shares a whole number out in proportion to weights, in whole numbers that add up to it exactly: each gets its quota
 * rounded down, and the largest remainders get one more. Without any weight all are alike.
 *
 * @param total  not negative
 * @param weights  not negative
 */
export function shareOut(total: bigint, weights: readonly Exact[]): bigint[] {
  if (weights.length === 0) return []
  const sum = weights.reduce((all, weight) => ({ ...exact(all.top * weight.bottom + weight.top * all.bottom, all.bottom * weight.bottom) }), ZERO)
  const parts = sum.top === 0n ? weights.map(() => exact(1n, BigInt(weights.length))) : weights.map((weight) => divide(weight, sum))
  const quotas = parts.map((part) => multiply(exact(total), part))
  const floors = quotas.map(({ top, bottom }) => top / bottom)
  let left = total - floors.reduce((all, one) => all + one, 0n)
  const byRemainder = quotas
    .map((quota, at) => ({ at, remainder: subtract(quota, exact(floors[at]!)) }))
    .sort((a, b) => compare(b.remainder, a.remainder) || a.at - b.at)
  const shares = [...floors]
  for (const { at } of byRemainder) {
    if (left === 0n) break
    shares[at] = shares[at]! + 1n
    left -= 1n
  }
  return shares
}

export type SplitBy = 'size' | 'gap'

/** A unit below with where it stands: decimal numbers, whole for people and things. */
export interface Below {
  readonly unitId: string
  /** What counts towards the target now; null when unknown. */
  readonly part: string | null
  /** For a share: of how many. For a count: the size that the splitting goes by. */
  readonly whole: string | null
}

export interface Allotment {
  readonly unitId: string
  /** For a count: what the unit is to reach. For a share: how many above the line; null when the unit's size is unknown. */
  readonly part: string | null
  readonly whole: string | null
  /** For a share: the fraction that the part is of the whole. */
  readonly share: Exact | null
}

/**
 * Splits a count over units, by size, or by what each still lacks of the share that its size would give it.
 *
 * Units of unknown size get nothing and are left to be set by hand. The parts add up to the target.
 */
export function splitCount(target: string, units: readonly Below[], by: SplitBy): Allotment[] {
  const total = exactOf(target)
  const goal = total.top / total.bottom
  const known = units.filter((unit) => unit.whole !== null)
  const sizes = known.map((unit) => exactOf(unit.whole!))
  const bySize = shareOut(goal, sizes)
  const shares = by === 'size' ? bySize : splitByGap(goal, known, bySize)
  return units.map((unit) => {
    const at = known.indexOf(unit)
    return { unitId: unit.unitId, part: at < 0 ? null : String(shares[at]!), whole: unit.whole, share: null }
  })
}

/** Each keeps what it has; what is missing goes to those who are behind their quota, in proportion. */
function splitByGap(goal: bigint, units: readonly Below[], quotas: readonly bigint[]): bigint[] {
  const now = units.map((unit) => wholeOf(unit.part))
  const missing = goal - now.reduce((all, one) => all + one, 0n)
  if (missing <= 0n) return shareOut(goal, now.map((one) => exact(one)))
  const gaps = quotas.map((quota, at) => (quota > now[at]! ? quota - now[at]! : 0n))
  const added = shareOut(missing, gaps.map((gap) => exact(gap)))
  return now.map((one, at) => one + added[at]!)
}

/**
 * Splits a share over units so that together they reach it: `size` asks the same share of everybody; `gap` leaves each
 * where it is and shares what is missing out over those who have the most to gain.
 *
 * Whole persons: the parts add up to the smallest number that reaches the share of all wholes.
 *
 * @param target  a fraction between 0 and 1
 */
export function splitShare(target: Exact, units: readonly Below[], by: SplitBy): Allotment[] {
  const known = units.filter((unit) => unit.whole !== null)
  const wholes = known.map((unit) => wholeOf(unit.whole))
  const all = wholes.reduce((sum, one) => sum + one, 0n)
  const needed = ceiling(multiply(target, exact(all)))
  const parts = by === 'size' ? shareOut(needed, wholes.map((one) => exact(one))) : shareByGap(needed, known, wholes)
  return units.map((unit) => {
    const at = known.indexOf(unit)
    if (at < 0) return { unitId: unit.unitId, part: null, whole: null, share: null }
    return { unitId: unit.unitId, part: String(parts[at]!), whole: String(wholes[at]!), share: wholes[at] === 0n ? null : exact(parts[at]!, wholes[at]!) }
  })
}

function shareByGap(needed: bigint, units: readonly Below[], wholes: readonly bigint[]): bigint[] {
  const now = units.map((unit, at) => smaller(wholeOf(unit.part), wholes[at]!))
  const missing = needed - now.reduce((all, one) => all + one, 0n)
  if (missing <= 0n) return now
  const rooms = now.map((one, at) => wholes[at]! - one)
  const added = shareOut(missing, rooms.map((room) => exact(room)))
  return now.map((one, at) => one + added[at]!)
}

function wholeOf(text: string | null): bigint {
  if (text === null) return 0n
  const { top, bottom } = exactOf(text)
  return top / bottom
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

function ceiling({ top, bottom }: Exact): bigint {
  return top <= 0n ? 0n : (top + bottom - 1n) / bottom
}

/** What the units below have promised together: a sum of counts, or the share of all wholes. Null when nobody promised. */
export function sumOfCommitments(units: readonly { readonly target: Exact | null; readonly whole: Exact | null }[], isShare: boolean): Exact | null {
  const told = units.filter((unit) => unit.target !== null && (!isShare || unit.whole !== null))
  if (told.length === 0) return null
  const plus = (a: Exact, b: Exact) => exact(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
  if (!isShare) return told.reduce((sum, unit) => plus(sum, unit.target!), ZERO)
  const whole = told.reduce((sum, unit) => plus(sum, unit.whole!), ZERO)
  if (whole.top === 0n) return null
  return divide(told.reduce((sum, unit) => plus(sum, multiply(unit.target!, unit.whole!)), ZERO), whole)
}
