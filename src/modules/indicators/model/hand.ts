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
  readonly yes: boolean | null
}

export type HandFault = 'incomplete' | 'part_above_whole' | 'not_wanted' | 'negative' | 'not_whole'

/** What is wrong with an entry; null when nothing is. Both sides of a share are told together: one alone is no figure. */
export function handFault(hand: HandEntry, values: HandValues): HandFault | null {
  const wanted: readonly (keyof HandValues)[] = hand.kind === 'share' ? ['part', 'whole'] : [hand.kind]
  const fields = ['part', 'whole', 'value', 'yes'] as const
  if (wanted.some((field) => values[field] === null)) return 'incomplete'
  if (fields.some((field) => !wanted.includes(field) && values[field] !== null)) return 'not_wanted'
  const numbers = [values.part, values.whole, values.value].filter((text) => text !== null)
  if (numbers.some((text) => text.startsWith('-'))) return 'negative'
  const isWhole = hand.kind !== 'yes' && hand.number !== 'score'
  if (isWhole && numbers.some((text) => exactOf(text).bottom !== 1n)) return 'not_whole'
  // Points are more than answers; of persons and things no part is more than the whole.
  const isPart = hand.kind === 'share' && hand.number !== 'score' && hand.number !== 'money'
  return isPart && compare(exactOf(values.part!), exactOf(values.whole!)) > 0 ? 'part_above_whole' : null
}
