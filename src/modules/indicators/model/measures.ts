import type { Measures } from '@songhanh/formula/check'
import type { Absence, MeasureInfo, NumberKind } from '@songhanh/formula/measure'
import type { BREAKDOWNS, Measure } from '#core/facts/model/measure.ts'
import type { Definition } from './definition.ts'
import { isBySex } from './hand.ts'

const VALUES = {
  sex: ['F', 'M'],
  age_group: ['under_6', '6_10', '11_14', '15_17', 'adult'],
  ethnicity: ['minority', 'majority'],
  audience: ['managers', 'teachers', 'staff', 'pupils', 'parents', 'community'],
  detail: null,
} as const satisfies Record<(typeof BREAKDOWNS)[number], readonly string[] | null>

/** Only facts up to a day of the year count: `plans.issued[until=03-31]`. Every measure takes it. */
export const UNTIL = 'until'

/** Of these the system itself keeps full account: nothing is 0. */
const ACCOUNTED = new Set(['plans', 'tasks', 'reports'])

/** A figure entered by hand: its indicator and the field. */
export function handField(measure: string): { readonly code: string; readonly field: string } | null {
  const found = /^hand\.([A-Z0-9]+)\.(part|whole|value|yes)$/.exec(measure)
  return found ? { code: found[1]!, field: found[2]! } : null
}

/** The measures as formulas see them: those that modules count, and the hand figures of the indicators. */
export function measuresForFormulas(declared: readonly Measure[], definitions: readonly Definition[]): Measures {
  const counted = declared.filter(({ code }) => !code.startsWith('hand.')).map(infoOf)
  return new Map([...counted, ...definitions.flatMap(handMeasures)].map((measure) => [measure.code, measure]))
}

function infoOf({ code, number, over, breakdowns }: Measure): MeasureInfo {
  const values: Record<string, readonly string[] | null> = Object.fromEntries(breakdowns.map((name) => [name, VALUES[name]]))
  return { code, number, breakdowns: { ...values, [UNTIL]: null }, absence: absenceOf(code, over) }
}

function absenceOf(code: string, over: Measure['over']): Absence {
  if (ACCOUNTED.has(code.split('.')[0]!)) return 'zero'
  return over === 'last' ? 'unknown' : 'unrecorded'
}

/** The hand figures of an indicator, as measures. */
export function handMeasures(definition: Pick<Definition, 'code' | 'hand' | 'splits'>): MeasureInfo[] {
  const { code, hand } = definition
  const breakdowns = isBySex(definition) ? { sex: VALUES.sex } : {}
  const made = (field: string, number: NumberKind): MeasureInfo => ({ code: `hand.${code}.${field}`, number, breakdowns, absence: 'unknown' })
  if (!hand) return []
  if (hand.kind === 'share') return [made('part', hand.number), made('whole', hand.number)]
  if (hand.kind === 'whole') return [made('whole', hand.number)]
  return hand.kind === 'value' ? [made('value', hand.number)] : [made('yes', 'yes_no')]
}

/** What the module declares that it counts: the hand figures of the catalogue, and a star for those that come later. */
export function declaredHandMeasures(definitions: readonly Definition[]): Measure[] {
  const named = definitions.flatMap((definition) =>
    handMeasures(definition).map(({ code, number }): Measure => ({ code, number, over: 'last', breakdowns: isBySex(definition) ? ['sex'] : [], appliesTo: definition.givers })),
  )
  const later = (field: string, number: NumberKind): Measure => ({ code: `hand.*.${field}`, number, over: 'last', breakdowns: field === 'yes' ? [] : ['sex'], appliesTo: [] })
  return [...named, later('part', 'count'), later('whole', 'count'), later('value', 'count'), later('yes', 'yes_no')]
}
