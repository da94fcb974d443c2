import * as z from 'zod/mini'
import { contract, Day, Flag } from '#platform/contract.ts'
import { LEVELS, SCHOOL_LEVELS } from '#core/units/model/unit.ts'
import { FigureFields } from './contract.ts'
import { UNITS_OF_MEASURE } from './model/definition.ts'
import { SEXES_SHOWN } from './model/table.ts'

// Many units side by side: the table of a superior.

const Id = z.uuid()

/** As it stands in the address: `A01,A07`. */
const Codes = z.pipe(z.string().check(z.maxLength(400), z.regex(/^$|^[A-Z][A-Z0-9]{1,11}(,[A-Z][A-Z0-9]{1,11}){0,19}$/)), z.transform((text) => (text === '' ? [] : [...new Set(text.split(','))])))
const Years = z.pipe(z.string().check(z.regex(/^20[2-4]\d(,20[2-4]\d){0,4}$/)), z.transform((text) => [...new Set(text.split(',').map(Number))].sort((a, b) => a - b)))

const asked = {
  unitId: Id,
  /** At most 20, with commas; when empty the five of the unit's own list of which most units have figures in the years. */
  codes: Codes,
  /** At most five, with commas. */
  years: Years,
  sex: z.enum(SEXES_SHOWN),
  /** Part of a name, with or without diacritics. */
  q: z.optional(z.string().check(z.normalize('NFC'), z.maxLength(100))),
  level: z.optional(z.enum([...LEVELS, ...SCHOOL_LEVELS])),
  /** The key of a column; by name without. */
  sort: z.optional(z.string().check(z.maxLength(30))),
  descending: z.optional(Flag),
}

const Cell = z.object(FigureFields)
export type TableCell = z.output<typeof Cell>

const Row = z.object({
  unitId: Id,
  unitName: z.string(),
  /** First day on which it no longer existed: it has figures of the years before. */
  closedOn: z.nullable(Day),
  /** One for each column. */
  cells: z.array(Cell),
})
export type TableUnit = z.output<typeof Row>

const Table = z.object({
  unitName: z.string(),
  /** What may be chosen. */
  offered: z.array(z.object({ code: z.string(), name: z.object({ vi: z.string(), en: z.string() }) })),
  indicators: z.array(z.object({ code: z.string(), name: z.object({ vi: z.string(), en: z.string() }), unit: z.enum(UNITS_OF_MEASURE), byHand: z.boolean(), isBySex: z.boolean() })),
  years: z.array(z.int()),
  columns: z.array(z.object({ key: z.string(), code: z.string(), year: z.int(), sex: z.enum(['', 'F', 'M']), unit: z.enum(UNITS_OF_MEASURE) })),
  /** The superior itself with all below it. */
  total: Row,
  rows: z.array(Row),
  found: z.int(),
  levels: z.array(z.enum([...LEVELS, ...SCHOOL_LEVELS])),
})
export type IndicatorTable = z.output<typeof Table>
export type TableColumn = IndicatorTable['columns'][number]

export const getTable = contract({
  name: 'indicators.getTable',
  route: 'GET /api/units/:unitId/indicator-table',
  permission: 'indicators.board',
  summary: 'The units directly below side by side: indicators by year and sex with n of N, 50 units a page',
  input: z.object({ ...asked, page: z.coerce.number().check(z.int(), z.minimum(1), z.maximum(1000)) }),
  output: z.extend(Table, { pageSize: z.int() }),
})

export const exportTable = contract({
  name: 'indicators.exportTable',
  route: 'GET /api/units/:unitId/indicator-table/all',
  permission: 'indicators.board',
  summary: 'The same table with every unit that was found, as the workbook has it',
  input: z.object(asked),
  output: Table,
})
