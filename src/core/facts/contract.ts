import * as z from 'zod/mini'
import { contract, Day, Instant } from '#platform/contract.ts'

const Run = z.object({
  id: z.uuid(),
  beganAt: Instant,
  /** Null while it runs, and when it was broken off. */
  endedAt: z.nullable(Instant),
  /** Totals that were compared. */
  totals: z.int(),
  /** Those that differed, of all units. */
  differences: z.int(),
})
export type Run = z.output<typeof Run>

const Difference = z.object({
  unitId: z.uuid(),
  unitName: z.string(),
  /** Null: what the unit itself has; else what the units below it have on that line. */
  line: z.nullable(z.enum(['administrative', 'professional'])),
  from: Day,
  to: Day,
  /** Empty where figures went to the wrong superior. */
  measure: z.string(),
  breakdown: z.string(),
  stored: z.nullable(z.number()),
  computed: z.nullable(z.number()),
})
export type Difference = z.output<typeof Difference>

export const getCheck = contract({
  name: 'facts.getCheck',
  route: 'GET /api/units/:unitId/totals-check',
  permission: 'facts.readCheck',
  summary: 'The nightly checks of all totals, and every difference that one of them found and set right',
  input: z.object({
    unitId: z.uuid(),
    /** Without it the latest. */
    checkId: z.optional(z.uuid()),
  }),
  output: z.object({
    /** The latest first, at most 30. */
    runs: z.array(Run),
    /** The one whose differences follow; null before the first. */
    check: z.nullable(Run),
    /** Those in reach of the person, at most 500. */
    differences: z.array(Difference),
  }),
})
