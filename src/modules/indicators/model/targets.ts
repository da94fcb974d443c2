import { add, decimalOf, divide, exact, exactOf, multiply, subtract } from '@songhanh/formula/exact'
import { placesOf, type Definition, type Direction, type Sureness } from './definition.ts'

export const TARGET_KINDS = ['given', 'own', 'path'] as const
/** Shared out by the superior, decided by the unit, or a step of its internal path. */
export type TargetKind = (typeof TARGET_KINDS)[number]

/** A target as a unit has it in a year. */
export interface SetTarget {
  readonly year: number
  readonly kind: TargetKind
  /** Decimal number in the unit of the indicator. */
  readonly value: string
}

/** The target of a superior, nearest first. */
export interface SuperiorTarget {
  readonly unitId: string
  readonly unitName: string
  readonly year: number
  readonly value: string
}

export type TargetSource =
  | { readonly kind: 'own' | 'given' | 'path' }
  | { readonly kind: 'inherited'; readonly unitId: string; readonly unitName: string }
  | { readonly kind: 'official'; readonly sure: Sureness; readonly words: string }
  /** On the straight line to a later target. */
  | { readonly kind: 'line' }

export interface YearTarget {
  readonly value: string
  readonly source: TargetSource
}

export interface TargetGround {
  readonly definition: Pick<Definition, 'milestones' | 'unit'>
  readonly set: readonly SetTarget[]
  readonly superiors: readonly SuperiorTarget[]
  /** The last year with a figure, and that figure. */
  readonly lastActual: { readonly year: number; readonly value: string } | null
}

/**
 * The target of a unit in a year: its own, what the superior gave it, its internal path, what the nearest superior has
 * for itself (shares alone: a count of a Department is no count of a school), what an instrument sets for that year, and
 * last the straight line from the last figure, or the stage that closed, to the next target.
 *
 * A proposal that no instrument sets is no target.
 */
export function targetOf(ground: TargetGround, year: number): YearTarget | null {
  return fixedTarget(ground, year) ?? onTheLine(ground, year)
}

function fixedTarget({ definition, set, superiors }: TargetGround, year: number): YearTarget | null {
  const isShare = isInheritable(definition.unit)
  for (const kind of ['own', 'given', 'path'] as const) {
    const found = set.find((target) => target.year === year && target.kind === kind)
    if (found) return { value: found.value, source: { kind } }
  }
  const above = isShare ? superiors.find((target) => target.year === year) : undefined
  if (above) return { value: above.value, source: { kind: 'inherited', unitId: above.unitId, unitName: above.unitName } }
  const official = definition.milestones.find((milestone) => milestone.year === year && milestone.value !== null && milestone.sure !== 'none')
  return official ? { value: String(official.value), source: { kind: 'official', sure: official.sure, words: official.words } } : null
}

/** Shares, indices and scores hold for those below as they are; sums do not. */
export function isInheritable(unit: Definition['unit']): boolean {
  return unit === 'percent' || unit === 'index' || unit === 'score'
}

const LAST_YEAR = 2030

/** Linear from the last figure, or from the stage that closed, to the next fixed target: the internal path. @source domain: indicators.md, rule 5 */
function onTheLine(ground: TargetGround, year: number): YearTarget | null {
  const start = ground.lastActual ?? closedStage(ground, year)
  if (!start || year <= start.year) return null
  for (let later = year + 1; later <= LAST_YEAR; later++) {
    const next = fixedTarget(ground, later)
    if (!next) continue
    const from = exactOf(start.value)
    const step = divide(subtract(exactOf(next.value), from), exact(BigInt(later - start.year)))
    const value = add(from, multiply(step, exact(BigInt(year - start.year))))
    return { value: decimalOf(value, placesOf(ground.definition.unit)), source: { kind: 'line' } }
  }
  return null
}

function closedStage({ definition }: TargetGround, year: number): { year: number; value: string } | null {
  const closed = definition.milestones.filter((milestone) => milestone.year < year && milestone.value !== null && milestone.sure !== 'none')
  const last = closed.toSorted((a, b) => b.year - a.year)[0]
  return last ? { year: last.year, value: String(last.value) } : null
}

/** Whether a target asks less than another: then it needs a decision. */
export function asksLess(value: string, than: string, direction: Direction): boolean {
  if (direction === 'none') return false
  const far = subtract(exactOf(value), exactOf(than)).top
  return direction === 'up' ? far < 0n : far > 0n
}
