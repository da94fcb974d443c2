import * as z from 'zod/mini'
import { contract, Day, Instant } from '#platform/contract.ts'
import { DIRECTIONS, GIVERS, PERIODS, SHOWN_LEVELS, SPLITS, UNITS_OF_MEASURE } from './model/definition.ts'
import { TARGET_STATES } from './model/target-state.ts'

const Id = z.uuid()
const Code = z.string().check(z.regex(/^[A-Z][A-Z0-9]{1,11}$/))
const Year = z.coerce.number().check(z.int(), z.minimum(2020), z.maximum(2050))

/** A decimal number as text, so that money and counts stay exact: `41.5`. */
export const Decimal = z.string().check(z.regex(/^-?\d{1,15}(\.\d{1,4})?$/))
const Named = z.object({ vi: z.string(), en: z.string() })
export const HandEntry = z.union([
  z.object({ kind: z.literal('share'), number: z.enum(['count', 'contacts', 'persons', 'money', 'score', 'yes_no']), part: Named, whole: Named }),
  z.object({ kind: z.literal('whole'), number: z.enum(['count', 'contacts', 'persons', 'money', 'score', 'yes_no']), whole: Named }),
  z.object({ kind: z.literal('value'), number: z.enum(['count', 'contacts', 'persons', 'money', 'score', 'yes_no']) }),
  z.object({ kind: z.literal('yes') }),
])

const Milestone = z.object({ year: z.number(), value: z.nullable(z.number()), words: z.string(), sure: z.enum(['verified', 'recalled', 'none']) })

/** One version of an indicator, with who made it. */
export const DefinitionView = z.object({
  code: z.string(),
  version: z.number(),
  validFrom: Day,
  name: Named,
  unit: z.enum(UNITS_OF_MEASURE),
  formula: z.string(),
  splits: z.array(z.enum(SPLITS)),
  periods: z.array(z.enum(PERIODS)),
  levels: z.array(z.enum(SHOWN_LEVELS)),
  givers: z.array(z.enum(GIVERS)),
  direction: z.enum(DIRECTIONS),
  isFlow: z.boolean(),
  source: z.string(),
  milestones: z.array(Milestone),
  hand: z.nullable(HandEntry),
  /** Null: the catalogue of the sector. */
  ownerId: z.nullable(Id),
  ownerName: z.nullable(z.string()),
})
export type DefinitionView = z.output<typeof DefinitionView>

export const FigureFields = {
  value: z.nullable(z.number()),
  /** Why there is no value: no data, nothing recorded, or a share of nothing. */
  figure: z.enum(['known', 'unknown', 'unrecorded', 'none']),
  part: z.nullable(z.number()),
  whole: z.nullable(z.number()),
  known: z.number(),
  units: z.number(),
}

const TargetSource = z.object({
  kind: z.enum(['own', 'given', 'path', 'inherited', 'official', 'line']),
  unitName: z.optional(z.string()),
  sure: z.optional(z.enum(['verified', 'recalled', 'none'])),
  words: z.optional(z.string()),
})

const Target = z.object({ value: z.number(), source: TargetSource })

export const IndicatorRow = z.object({
  code: z.string(),
  version: z.number(),
  name: Named,
  unit: z.enum(UNITS_OF_MEASURE),
  byHand: z.boolean(),
  /** A yes or no: of one unit it is told as such. */
  isYesNo: z.boolean(),
  ...FigureFields,
  target: z.nullable(Target),
  goal: z.nullable(Target),
  state: z.enum(TARGET_STATES),
})
export type IndicatorRow = z.output<typeof IndicatorRow>

export const listIndicators = contract({
  name: 'indicators.listIndicators',
  route: 'GET /api/units/:unitId/indicators',
  permission: 'indicators.read',
  summary: 'Indicators of a unit in a year with figure, target and state; of a superior for all below',
  input: z.object({ unitId: Id, year: Year }),
  output: z.object({
    unitName: z.string(),
    level: z.enum(['ministry', 'department', 'district_office', 'commune', 'school']),
    year: z.number(),
    isBelow: z.boolean(),
    indicators: z.array(IndicatorRow),
    can: z.object({ target: z.boolean(), enter: z.boolean(), define: z.boolean(), give: z.boolean(), board: z.boolean() }),
  }),
})
export type IndicatorList = z.output<typeof listIndicators.output>

const YearPoint = z.object({ year: z.number(), ...FigureFields, target: z.nullable(Target) })
export type YearPoint = z.output<typeof YearPoint>

const StoredTarget = z.object({
  year: z.number(),
  kind: z.enum(['given', 'own', 'path']),
  value: z.number(),
  givenByName: z.nullable(z.string()),
  decisionNumber: z.nullable(z.string()),
  decisionOn: z.nullable(Day),
  decisionText: z.nullable(z.string()),
  note: z.nullable(z.string()),
})

export const getIndicator = contract({
  name: 'indicators.getIndicator',
  route: 'GET /api/units/:unitId/indicators/:code',
  permission: 'indicators.read',
  summary: 'One indicator of a unit: definition, years up to 2030, break-downs, targets',
  input: z.object({ unitId: Id, code: Code, year: Year }),
  output: z.object({
    unitName: z.string(),
    isBelow: z.boolean(),
    definition: DefinitionView,
    row: IndicatorRow,
    years: z.array(YearPoint),
    breakdowns: z.array(z.object({ split: z.enum(['sex', 'ethnicity', 'age_group', 'audience']), rows: z.array(z.object({ key: z.string(), ...FigureFields })) })),
    /** Men among the staff, where nearly all are women. */
    menShare: z.nullable(z.number()),
    targets: z.array(StoredTarget),
    can: z.object({ target: z.boolean(), give: z.boolean() }),
  }),
})
export type IndicatorView = z.output<typeof getIndicator.output>

export const compareIndicator = contract({
  name: 'indicators.compareIndicator',
  route: 'GET /api/units/:unitId/indicators/:code/comparison',
  permission: 'indicators.read',
  summary: 'Where a unit stands among those of its level and size; schools without their names',
  input: z.object({ unitId: Id, code: Code, year: Year }),
  output: z.object({
    value: z.nullable(z.number()),
    /** How many similar units there are, and how many of them have a figure. */
    similar: z.number(),
    known: z.number(),
    lowest: z.nullable(z.number()),
    median: z.nullable(z.number()),
    highest: z.nullable(z.number()),
    /** 1 is the highest; null without a figure. */
    rank: z.nullable(z.number()),
    /** Why there is no comparison: too few units. */
    isTooFew: z.boolean(),
  }),
})

export const listBelow = contract({
  name: 'indicators.listBelow',
  route: 'GET /api/units/:unitId/indicators/:code/units',
  permission: 'indicators.board',
  summary: 'An indicator by the units directly below, with their targets; and their commitments together',
  input: z.object({ unitId: Id, code: Code, year: Year }),
  output: z.object({
    /** `provinceCode`: of a Department, the province of its area. */
    units: z.array(z.object({ unitId: Id, unitName: z.string(), provinceCode: z.nullable(z.string()), ...FigureFields, target: z.nullable(Target), state: z.enum(TARGET_STATES) })),
    target: z.nullable(z.number()),
    /** What the units have promised together: a sum, or the share of all wholes. */
    committed: z.nullable(z.number()),
    committedUnits: z.number(),
    gap: z.nullable(z.number()),
  }),
})
export type BelowView = z.output<typeof listBelow.output>

export interface TraceNodeView {
  kind: 'measure' | 'number' | 'negation' | 'operation' | 'units'
  text: string
  operator: '+' | '-' | '*' | '/' | null
  value: string | null
  state: 'known' | 'unknown' | 'unrecorded' | 'none'
  measure: string | null
  known: number | null
  untold: string | null
  children: TraceNodeView[]
}

export const TraceNode: z.ZodMiniType<TraceNodeView, TraceNodeView> = z.object({
  kind: z.enum(['measure', 'number', 'negation', 'operation', 'units']),
  text: z.string(),
  operator: z.nullable(z.enum(['+', '-', '*', '/'])),
  value: z.nullable(z.string()),
  state: z.enum(['known', 'unknown', 'unrecorded', 'none']),
  measure: z.nullable(z.string()),
  known: z.nullable(z.number()),
  untold: z.nullable(z.string()),
  get children() {
    return z.array(TraceNode)
  },
})

export const traceFigure = contract({
  name: 'indicators.traceFigure',
  route: 'GET /api/units/:unitId/indicators/:code/trace',
  permission: 'indicators.read',
  summary: 'The road back from a figure: formula, units, records, evidence',
  input: z.object({ unitId: Id, code: Code, year: Year }),
  output: z.object({
    unitName: z.string(),
    ...FigureFields,
    formula: z.string(),
    version: z.number(),
    explain: TraceNode,
    missingCount: z.int(),
    /** The first of them by name. */
    missing: z.array(z.object({ unitId: Id, name: z.string() })),
    /** Of a superior: the units directly below that gave something, each with all below it, and its own; the most first. */
    sources: z.array(z.object({ unitId: Id, unitName: z.string(), isOwn: z.boolean(), measures: z.array(z.object({ code: z.string(), value: z.string() })) })),
    /** Of the unit itself: the rows that were counted. */
    facts: z.array(
      z.object({
        measure: z.string(),
        /** Of whom, beyond what the measure says: `F`, `teachers`; `whole` where sex could have been told and was not. */
        of: z.array(z.string()),
        onDay: Day,
        value: z.number(),
        sourceTable: z.string(),
        sourceId: Id,
        title: z.nullable(z.string()),
        by: z.nullable(z.string()),
        at: z.nullable(Instant),
        evidence: z.array(z.object({ fileId: z.nullable(Id), name: z.string(), href: z.nullable(z.string()) })),
      }),
    ),
  }),
})
export type TraceView = z.output<typeof traceFigure.output>
