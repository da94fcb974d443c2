import * as z from 'zod/mini'
import { contract, Day, text } from '#platform/contract.ts'
import { Decimal } from './contract.ts'

// Targets of a unit and what it gives to those below it.

const Year = z.coerce.number().check(z.int(), z.minimum(2020), z.maximum(2050))
const Id = z.uuid()
const Code = z.string().check(z.regex(/^[A-Z][A-Z0-9]{1,11}$/))

export const setTarget = contract({
  name: 'indicators.setTarget',
  route: 'PUT /api/units/:unitId/indicators/:code/targets/:year',
  permission: 'indicators.setTarget',
  summary: 'Decides a target of the unit, or a step of its internal path; less than what is asked needs a decision',
  input: z.object({
    unitId: Id,
    code: Code,
    year: Year,
    kind: z._default(z.enum(['own', 'path']), 'own'),
    value: Decimal,
    /** Where the unit stood before, when no figure of the system says it. */
    baseline: z._default(z.nullable(Decimal), null),
    baselineYear: z._default(z.nullable(Year), null),
    decisionNumber: z._default(z.nullable(text(60)), null),
    decisionOn: z._default(z.nullable(Day), null),
    decisionText: z._default(z.nullable(text(500)), null),
    note: z._default(z.nullable(text(500)), null),
  }),
  output: z.null(),
})

export const removeTarget = contract({
  name: 'indicators.removeTarget',
  route: 'DELETE /api/units/:unitId/indicators/:code/targets/:year/:kind',
  permission: 'indicators.setTarget',
  summary: 'Takes a target of the unit back: what it was given or inherits holds again',
  input: z.object({ unitId: Id, code: Code, year: Year, kind: z.enum(['own', 'path']) }),
  output: z.null(),
})

const Allotment = z.object({
  unitId: Id,
  unitName: z.string(),
  /** Where the unit stands now. */
  now: z.nullable(z.number()),
  whole: z.nullable(z.number()),
  /** What it would be given; null when its size is unknown. */
  value: z.nullable(z.string()),
})

export const previewSplit = contract({
  name: 'indicators.previewSplit',
  route: 'GET /api/units/:unitId/indicators/:code/split',
  permission: 'indicators.give',
  summary: 'How the target of a year would be shared out over the units below, by size or by gap',
  input: z.object({ unitId: Id, code: Code, year: Year, by: z.enum(['size', 'gap']), value: z.optional(Decimal) }),
  output: z.object({ target: z.nullable(z.string()), units: z.array(Allotment), sum: z.nullable(z.number()) }),
})
export type SplitView = z.output<typeof previewSplit.output>

export const giveTargets = contract({
  name: 'indicators.giveTargets',
  route: 'POST /api/units/:unitId/indicators/:code/given/:year',
  permission: 'indicators.give',
  summary: 'Gives targets to units below',
  input: z.object({
    unitId: Id,
    code: Code,
    year: Year,
    note: z._default(z.nullable(text(500)), null),
    targets: z.array(z.object({ unitId: Id, value: Decimal })).check(z.minLength(1), z.maxLength(3_000)),
  }),
  output: z.object({ given: z.number() }),
})
