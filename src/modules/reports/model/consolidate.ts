import { NUMBER_RULES, ratioOf, type FigureKind, type RollUp } from '#core/facts/model/number-kinds.ts'

/** How one figure of the form becomes one of many. */
export interface FigureRule {
  /** The place in the form, and what it counts. */
  readonly key: string
  readonly code: string
  readonly name: string | null
  /** `percent`, `count` …; null of cells of tables. */
  readonly unit: string | null
  readonly rollUp: RollUp
}

/** A frozen figure of one unit's report. */
export interface GivenFigure {
  readonly unitId: string
  readonly key: string
  readonly state: 'value' | 'not_applicable' | 'no_data'
  readonly value: number | null
  readonly part: number | null
  readonly whole: number | null
  readonly estimate: number | null
  readonly byHand: boolean
}

export interface Consolidated {
  readonly key: string
  readonly code: string
  readonly name: string | null
  readonly unit: string | null
  readonly rollUp: RollUp
  readonly value: number | null
  readonly part: number | null
  readonly whole: number | null
  readonly estimate: number | null
  /** Of a mean: what it is the mean of, unrounded. */
  readonly sum?: number | undefined
  /** n of N: units whose number is in it, of those that should give one. */
  readonly known: number
  readonly units: number
  /** Ids of the units whose number is not in it. */
  readonly missing: string[]
  /** How many of the numbers were entered by hand. */
  readonly byHand: number
}

/** The rule for a kind of number: `percent` in `unit` writes a ratio times 100. */
export function ruleFor(place: { readonly key: string; readonly code: string }, kind: FigureKind, named: { readonly name: string | null; readonly unit: string | null }): FigureRule {
  return { ...place, ...named, rollUp: NUMBER_RULES[kind].rollUp }
}

/**
 * Sums figures of reports up by the kind of number. Numbers are added; a ratio is that of the sums, never a mean of
 * ratios; yes and no become “k of n units”; a score is a mean, named as such.
 *
 * A unit without a number is missing by name, never zero. One that has nothing to count (`not_applicable`) is not asked
 * for it. A ratio whose parts are not known cannot be in the sum: its unit is missing, too.
 *
 * @param unitIds  the units that were asked and not let off
 */
export function consolidate(rules: readonly FigureRule[], unitIds: readonly string[], given: readonly GivenFigure[]): Consolidated[] {
  const asked = new Set(unitIds)
  const byKey = new Map<string, Map<string, GivenFigure>>()
  for (const figure of given) {
    if (!asked.has(figure.unitId)) continue
    const units = byKey.get(figure.key)
    if (units) units.set(figure.unitId, figure)
    else byKey.set(figure.key, new Map([[figure.unitId, figure]]))
  }
  return rules.map((rule) => consolidateOne(rule, unitIds, byKey.get(rule.key) ?? new Map()))
}

function consolidateOne(rule: FigureRule, unitIds: readonly string[], given: ReadonlyMap<string, GivenFigure>): Consolidated {
  const { key, code, name, unit, rollUp } = rule
  const expected = unitIds.filter((id) => given.get(id)?.state !== 'not_applicable')
  const isIn = (id: string) => isCounted(given.get(id), rollUp)
  const counted = expected.filter(isIn).map((id) => given.get(id)!)
  const common = { key, code, name, unit, rollUp, known: counted.length, units: expected.length, missing: expected.filter((id) => !isIn(id)), byHand: counted.filter(({ byHand }) => byHand).length }
  const nothing = { ...common, value: null, part: null, whole: null, estimate: null }
  if (counted.length === 0) return nothing
  if (rollUp === 'divide_sums') {
    const [part, whole] = [sum(counted.map((figure) => figure.part!)), sum(counted.map((figure) => figure.whole!))]
    return { ...nothing, value: figureOfSums(rule, part, whole), part, whole }
  }
  const values = counted.map((figure) => figure.value!)
  if (rollUp === 'count_units') return { ...nothing, value: values.filter((value) => value > 0).length }
  if (rollUp === 'mean') return { ...nothing, value: figureOfSums(rule, sum(values), values.length), sum: sum(values) }
  const isEstimated = counted.some(({ estimate }) => estimate !== null)
  return { ...nothing, value: sum(values), estimate: isEstimated ? sum(counted.map(({ estimate, value }) => estimate ?? value!)) : null }
}

/** Whether a figure is one of those that are summed up. */
export function isCounted(figure: GivenFigure | undefined, rollUp: RollUp): boolean {
  return figure !== undefined && figure.value !== null && figure.state === 'value' && (rollUp !== 'divide_sums' || (figure.part !== null && figure.whole !== null))
}

/** The figure of two sums: a ratio in its unit, or a mean. */
export function figureOfSums({ rollUp, unit }: Pick<Consolidated, 'rollUp' | 'unit'>, part: number, whole: number): number | null {
  const ratio = ratioOf(part, whole)
  return ratio === null ? null : rounded(rollUp === 'divide_sums' && unit === 'percent' ? ratio * 100 : ratio, unit === 'index' ? 2 : 1)
}

/** Whole numbers are added exactly; decimals without the dust of binary fractions. */
export function sum(values: readonly number[]): number {
  const total = values.reduce((all, value) => all + value, 0)
  return Number.isInteger(total) ? total : rounded(total, 6)
}

function rounded(value: number, places: number): number {
  const scale = 10 ** places
  return Math.round((value + Number.EPSILON * Math.sign(value)) * scale) / scale
}

/** A figure that would be another one now, or stand on other units. */
export interface Difference {
  readonly key: string
  readonly frozen: number | null
  readonly now: number | null
  readonly knownThen: number
  readonly knownNow: number
}
