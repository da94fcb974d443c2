import type { NumberKind, Over } from './measure.ts'

/** Kinds of numbers that come from others, beside those that are counted. */
export type FigureKind = NumberKind | 'ratio' | 'milestone'

/** How figures of several units become one. */
export type RollUp =
  /** They are added. */
  | 'add'
  /** Numerator and denominator are added, then divided; never the mean of the ratios. */
  | 'divide_sums'
  /** “k of n units”. */
  | 'count_units'
  /** The mean over the units that have one, named as such. */
  | 'mean'

/** What may be done with a kind of number. */
export interface NumberRule {
  /** Over units. */
  readonly rollUp: RollUp
  /** Whether what was counted on different days may be added: the same person comes twice, a score is not doubled. */
  readonly addsOverDays: boolean
  /** Whether break-downs of one measure add up to its whole. */
  readonly addsOverBreakdowns: boolean
  readonly isWhole: boolean
}

/**
 * What may be added, by kind.
 *
 * Contacts (lượt) and persons are two things: persons are not added over activities, because nobody is known by name
 * there; the same teacher comes to both. Over units they are: nobody is counted by two.
 *
 * @source issue 3 §3; architecture §3 “Kinds of numbers”
 */
export const NUMBER_RULES: Readonly<Record<FigureKind, NumberRule>> = {
  count: { rollUp: 'add', addsOverDays: true, addsOverBreakdowns: true, isWhole: true },
  contacts: { rollUp: 'add', addsOverDays: true, addsOverBreakdowns: true, isWhole: true },
  persons: { rollUp: 'add', addsOverDays: false, addsOverBreakdowns: true, isWhole: true },
  money: { rollUp: 'add', addsOverDays: true, addsOverBreakdowns: true, isWhole: true },
  ratio: { rollUp: 'divide_sums', addsOverDays: false, addsOverBreakdowns: false, isWhole: false },
  yes_no: { rollUp: 'count_units', addsOverDays: false, addsOverBreakdowns: false, isWhole: true },
  score: { rollUp: 'mean', addsOverDays: false, addsOverBreakdowns: false, isWhole: false },
  milestone: { rollUp: 'count_units', addsOverDays: false, addsOverBreakdowns: false, isWhole: true },
}

/**
 * Whether the total of a period is exact. Persons of several activities are not added: the total is that of the largest
 * one, “at least so many”, because nobody knows who came to several.
 */
export function isExactOver(kind: NumberKind, over: Over): boolean {
  return over === 'last' || NUMBER_RULES[kind].addsOverDays
}

/** The whole of a measure from its total, by its kind: what is added, how many units, or a mean; null without any unit. */
export function figureOf(kind: NumberKind, total: { readonly value: number; readonly known: number; readonly positive: number }): number | null {
  if (total.known === 0) return null
  const { rollUp } = NUMBER_RULES[kind]
  if (rollUp === 'count_units') return total.positive
  return rollUp === 'mean' ? total.value / total.known : total.value
}

/** A ratio from summed parts; null where either is unknown or the whole is zero. */
export function ratioOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole
}
