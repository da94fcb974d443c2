import { compare, exactOf } from '@songhanh/formula/exact'
import type { Level, SchoolLevel } from '#core/units/model/unit.ts'
import type { Definition, Giver, HandEntry } from './definition.ts'

/** Whether a unit is one of those that have the basic figures of an indicator. */
export function isGiver({ givers }: Pick<Definition, 'givers'>, unit: { readonly level: Level; readonly schoolLevels: readonly SchoolLevel[] }): boolean {
  const own: readonly string[] = [unit.level, ...unit.schoolLevels]
  return givers.some((giver: Giver) => own.includes(giver))
}

export interface HandValues {
  readonly part: string | null
  readonly whole: string | null
  readonly value: string | null
  /** Women and girls among each; null where it is not told. */
  readonly partWomen: string | null
  readonly wholeWomen: string | null
  readonly valueWomen: string | null
  readonly yes: boolean | null
}

export type HandFault = 'incomplete' | 'part_above_whole' | 'not_wanted' | 'negative' | 'not_whole' | 'women_above_all' | 'women_not_asked'

/** What is wrong with an entry; null when nothing is. Both sides of a share are told together: one alone is no figure. */
export function handFault({ hand, bySex }: { readonly hand: HandEntry; readonly bySex: boolean }, values: HandValues): HandFault | null {
  const wanted: readonly (keyof HandValues)[] = hand.kind === 'share' ? ['part', 'whole'] : [hand.kind]
  const fields = ['part', 'whole', 'value', 'yes'] as const
  if (wanted.some((field) => values[field] === null)) return 'incomplete'
  if (fields.some((field) => !wanted.includes(field) && values[field] !== null)) return 'not_wanted'
  const women = [[values.partWomen, values.part], [values.wholeWomen, values.whole], [values.valueWomen, values.value]] as const
  if (women.some(([told, all]) => told !== null && (all === null || !bySex))) return 'women_not_asked'
  const numbers = [values.part, values.whole, values.value, ...women.map(([told]) => told)].filter((text) => text !== null)
  if (numbers.some((text) => text.startsWith('-'))) return 'negative'
  const isWhole = hand.kind !== 'yes' && hand.number !== 'score'
  if (isWhole && numbers.some((text) => exactOf(text).bottom !== 1n)) return 'not_whole'
  if (women.some(([told, all]) => told !== null && all !== null && compare(exactOf(told), exactOf(all)) > 0)) return 'women_above_all'
  // Points are more than answers; of persons and things no part is more than the whole.
  const isPart = hand.kind === 'share' && hand.number !== 'score' && hand.number !== 'money'
  return isPart && compare(exactOf(values.part!), exactOf(values.whole!)) > 0 ? 'part_above_whole' : null
}

/** Whether women are told apart in the hand figures of an indicator. */
export function isBySex({ hand, splits }: Pick<Definition, 'hand' | 'splits'>): boolean {
  return hand !== null && hand.kind !== 'yes' && splits.includes('sex')
}
