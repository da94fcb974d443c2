import * as z from 'zod/mini'
import { contract, Day, text } from '#platform/contract.ts'
import { DefinitionView, FigureFields, HandEntry, TraceNode } from './contract.ts'
import { DIRECTIONS, GIVERS, PERIODS, SHOWN_LEVELS, SPLITS, UNITS_OF_MEASURE } from './model/definition.ts'

// Indicators of a Department’s own.

const Year = z.coerce.number().check(z.int(), z.minimum(2020), z.maximum(2050))
const Id = z.uuid()
const Code = z.string().check(z.regex(/^[A-Z][A-Z0-9]{1,11}$/))

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
