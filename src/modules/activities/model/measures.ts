import type { Measure, NumberKind } from '#core/facts/model/measure.ts'
import type { Kind } from '#core/records/model/kind.ts'

const NUMBERS: Readonly<Record<string, NumberKind>> = { contacts: 'contacts', persons: 'persons', cost: 'money' }

/** What the kinds count, as the totals know it. */
export function measuresOf(kinds: Iterable<Kind>): Measure[] {
  return [...kinds].flatMap((kind) =>
    kind.measures.map((measure): Measure => {
      const isPeople = measure === 'contacts' || measure === 'persons'
      const isMoney = kind.fields.find(({ id }) => id === measure)?.type === 'money'
      return {
        code: `${kind.code}.${measure}`,
        number: isMoney ? 'money' : (NUMBERS[measure] ?? 'count'),
        over: 'sum',
        breakdowns: [
          ...(isPeople ? (['sex', 'audience'] as const) : []),
          ...(isPeople && kind.ask.includes('age') ? (['age_group'] as const) : []),
          ...(isPeople && kind.ask.includes('ethnicity') ? (['ethnicity'] as const) : []),
          ...(kind.detail ? (['detail'] as const) : []),
        ],
        appliesTo: [],
      }
    }),
  )
}
