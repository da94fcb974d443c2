import * as z from 'zod/mini'
import { contract, Day, Instant, text } from '#platform/contract.ts'
import { DIRECTIONS, GIVERS, PERIODS, SHOWN_LEVELS, SPLITS, UNITS_OF_MEASURE } from './model/definition.ts'
import { TARGET_STATES } from './model/target-state.ts'

const Id = z.uuid()
const Code = z.string().check(z.regex(/^[A-Z][A-Z0-9]{1,11}$/))
const Year = z.coerce.number().check(z.int(), z.minimum(2020), z.maximum(2050))
/** A decimal number as text, so that money and counts stay exact: `41.5`. */
const Decimal = z.string().check(z.regex(/^-?\d{1,15}(\.\d{1,4})?$/))
const Named = z.object({ vi: z.string(), en: z.string() })

const HandEntry = z.union([
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

const FigureFields = {
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
    can: z.object({ target: z.boolean(), enter: z.boolean(), define: z.boolean(), give: z.boolean() }),
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
    units: z.array(z.object({ unitId: Id, unitName: z.string(), ...FigureFields, target: z.nullable(Target), state: z.enum(TARGET_STATES) })),
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

const TraceNode: z.ZodMiniType<TraceNodeView, TraceNodeView> = z.object({
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
    missing: z.array(z.object({ unitId: Id, name: z.string() })),
    /** Of a superior: the units that gave something, the most first. */
    sources: z.array(z.object({ unitId: Id, unitName: z.string(), isOwn: z.boolean(), measures: z.array(z.object({ code: z.string(), value: z.string() })) })),
    /** Of the unit itself: the rows that were counted. */
    facts: z.array(
      z.object({
        measure: z.string(),
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

const HandFields = {
  part: z._default(z.nullable(Decimal), null),
  whole: z._default(z.nullable(Decimal), null),
  value: z._default(z.nullable(Decimal), null),
  yes: z._default(z.nullable(z.boolean()), null),
}

export const HandFigure = z.object({
  id: Id,
  part: z.nullable(z.string()),
  whole: z.nullable(z.string()),
  value: z.nullable(z.string()),
  yes: z.nullable(z.boolean()),
  isEstimate: z.boolean(),
  note: z.nullable(z.string()),
  file: z.nullable(z.object({ id: Id, name: z.string() })),
  byName: z.nullable(z.string()),
  at: Instant,
})

export const HandRow = z.object({
  code: z.string(),
  name: Named,
  unit: z.enum(UNITS_OF_MEASURE),
  hand: HandEntry,
  /** The spans of the year for which it is entered. */
  spans: z.array(z.object({ from: Day, to: Day, kind: z.enum(PERIODS), figure: z.nullable(HandFigure) })),
})
export type HandRow = z.output<typeof HandRow>

export const listHandFigures = contract({
  name: 'indicators.listHandFigures',
  route: 'GET /api/units/:unitId/hand-figures',
  permission: 'indicators.read',
  summary: 'Figures that are entered by hand, of a unit in a year, with what is still missing',
  input: z.object({ unitId: Id, year: Year }),
  output: z.object({ rows: z.array(HandRow), canEnter: z.boolean() }),
})

export const saveHandFigure = contract({
  name: 'indicators.saveHandFigure',
  route: 'PUT /api/units/:unitId/hand-figures/:code/:to',
  permission: 'indicators.enter',
  summary: 'Enters a figure as it stands at the end of a span; a figure in a report is changed with a reason',
  input: z.object({ unitId: Id, code: Code, to: Day, ...HandFields, note: z._default(z.nullable(text(500)), null), reason: z._default(z.nullable(text(500)), null) }),
  output: z.object({ id: Id }),
})

export const removeHandFigure = contract({
  name: 'indicators.removeHandFigure',
  route: 'DELETE /api/hand-figures/:figureId',
  permission: 'indicators.enter',
  summary: 'Takes a figure back: it is unknown again, not 0',
  input: z.object({ figureId: Id, reason: z._default(z.nullable(text(500)), null) }),
  output: z.null(),
})

/** The file travels as a multipart field `file` beside this input. */
export const attachEvidence = contract({
  name: 'indicators.attachEvidence',
  route: 'POST /api/hand-figures/:figureId/file',
  permission: 'indicators.enter',
  summary: 'Adds the evidence of a figure that was entered by hand',
  input: z.object({ figureId: Id }),
  output: z.object({ fileId: Id }),
})

export const getEvidence = contract({
  name: 'indicators.getEvidence',
  route: 'GET /api/hand-figures/:figureId/evidence',
  permission: 'indicators.read',
  summary: 'What the evidence of a figure is; its bytes lie under …/file',
  input: z.object({ figureId: Id }),
  output: z.object({ name: z.string(), digest: z.string(), mediaType: z.string(), bytes: z.number() }),
})

export const SHEET_FAULTS = ['code_unknown', 'span_unknown', 'number_wrong', 'yes_wrong', 'part_above_whole', 'incomplete', 'frozen'] as const

export const SheetOutcome = z.object({
  digest: z.string(),
  rows: z.number(),
  changed: z.number(),
  same: z.number(),
  faults: z.array(z.object({ row: z.number(), column: z.string(), code: z.enum(SHEET_FAULTS), value: z.string() })),
  written: z.boolean(),
})
export type SheetOutcome = z.output<typeof SheetOutcome>

/** The file travels as a multipart field `file` beside this input. */
export const importHandFigures = contract({
  name: 'indicators.importHandFigures',
  route: 'POST /api/units/:unitId/hand-figures/import/:mode',
  permission: 'indicators.enter',
  summary: 'Says cell by cell what an XLSX file of figures would do, or writes it when it has no fault',
  input: z.object({ unitId: Id, mode: z.enum(['preview', 'write']), digest: z.string(), rows: z.array(z.object({ row: z.number(), cells: z.record(z.string(), z.string()) })) }),
  output: SheetOutcome,
})

export const OwnDefinition = z.extend(DefinitionView, { id: Id, withdrawnOn: z.nullable(Day), reason: z.string() })

export const listDefinitions = contract({
  name: 'indicators.listDefinitions',
  route: 'GET /api/units/:unitId/indicator-definitions',
  permission: 'indicators.read',
  summary: 'What holds for a unit, what it made itself, and the measures that a formula may name',
  input: z.object({ unitId: Id }),
  output: z.object({
    definitions: z.array(DefinitionView),
    own: z.array(OwnDefinition),
    measures: z.array(z.object({ code: z.string(), number: z.string(), breakdowns: z.array(z.string()) })),
    canDefine: z.boolean(),
  }),
})

const FormulaProblem = z.object({ fault: z.string(), from: z.number(), to: z.number(), params: z.record(z.string(), z.string()) })

export const checkFormula = contract({
  name: 'indicators.checkFormula',
  route: 'POST /api/units/:unitId/indicator-definitions/check',
  permission: 'indicators.read',
  summary: 'Whether a formula means something, and what it comes to for the unit in a year',
  input: z.object({ unitId: Id, code: Code, unit: z.enum(UNITS_OF_MEASURE), formula: z.string().check(z.maxLength(4_000)), hand: z._default(z.nullable(HandEntry), null), year: Year }),
  output: z.object({ problem: z.nullable(FormulaProblem), figure: z.nullable(z.object({ ...FigureFields, explain: TraceNode })) }),
})
export type FormulaCheck = z.output<typeof checkFormula.output>

export const saveDefinition = contract({
  name: 'indicators.saveDefinition',
  route: 'POST /api/units/:unitId/indicator-definitions',
  permission: 'indicators.define',
  summary: 'Adds an indicator for the units below, or puts one in the place of one of the catalogue; a wrong formula is refused with the reason',
  input: z.object({
    unitId: Id,
    code: Code,
    name: z.object({ vi: text(250), en: text(250, 0) }),
    unit: z.enum(UNITS_OF_MEASURE),
    formula: text(4_000),
    splits: z._default(z.array(z.enum(SPLITS)).check(z.maxLength(10)), []),
    periods: z.array(z.enum(PERIODS)).check(z.minLength(1), z.maxLength(4)),
    levels: z.array(z.enum(SHOWN_LEVELS)).check(z.minLength(1), z.maxLength(4)),
    givers: z.array(z.enum(GIVERS)).check(z.minLength(1), z.maxLength(8)),
    direction: z.enum(DIRECTIONS),
    isFlow: z.boolean(),
    source: text(500),
    hand: z._default(z.nullable(HandEntry), null),
    validFrom: Day,
    reason: text(500),
  }),
  output: z.object({ id: Id, version: z.number() }),
})

export const withdrawDefinition = contract({
  name: 'indicators.withdrawDefinition',
  route: 'DELETE /api/units/:unitId/indicator-definitions/:code',
  permission: 'indicators.define',
  summary: 'Ends an indicator of one’s own from today on; that of the catalogue, if it replaced one, holds again',
  input: z.object({ unitId: Id, code: Code }),
  output: z.null(),
})

