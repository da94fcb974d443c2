import * as z from 'zod/mini'
import { contract, Day, text } from '#platform/contract.ts'

const Year = z.coerce.number<number | string>().check(z.int(), z.minimum(2000), z.maximum(2100))

/** The observances of the nation's list; `reference/observances.ts` says what each of them is. */
export const ObservanceCode = z.enum([
  'womens_day', 'happiness_day', 'family_day_world', 'childrens_day', 'child_month', 'domestic_violence_month', 'family_day', 'trafficking_day', 'opening_day',
  'girls_day', 'vietnamese_womens_day', 'law_day', 'action_month', 'teachers_day', 'violence_day', 'human_rights_day', 'population_day',
])
export type ObservanceCode = z.output<typeof ObservanceCode>

/** A day or a span of the year around which work is planned, as it holds for a unit in one year. */
export const Observance = z.object({
  /** Of the nation's list; null for one that a unit added. */
  code: z.nullable(ObservanceCode),
  /** Of the word of a unit that holds; null for the nation's. */
  changeId: z.nullable(z.uuid()),
  /** The unit whose word it is; null for the nation. */
  byUnitId: z.nullable(z.uuid()),
  /** Whether the word was given for this year alone. */
  thisYearOnly: z.boolean(),
  name: z.string(),
  nameEn: z.nullable(z.string()),
  from: Day,
  to: Day,
  theme: z.nullable(z.string()),
  /** The guidance that gives the theme, where it is another than `source`. */
  themeSource: z.nullable(z.string()),
  isCertain: z.boolean(),
  source: z.string(),
  dropped: z.boolean(),
})
export type Observance = z.output<typeof Observance>

export const listObservances = contract({
  name: 'calendar.listObservances',
  route: 'GET /api/units/:unitId/observances',
  permission: 'calendar.read',
  summary: 'The observances of a year as they hold for a unit, by day',
  input: z.object({ unitId: z.uuid(), year: Year }),
  output: z.array(Observance),
})

export const setObservance = contract({
  name: 'calendar.setObservance',
  route: 'PUT /api/units/:unitId/observances/:changeId',
  permission: 'calendar.change',
  summary: 'Says for the unit and all below when an observance is, what it is about, or that it is not kept',
  input: z.object({
    unitId: z.uuid(),
    /** Made by the client for a new word. */
    changeId: z.uuid(),
    code: z.nullable(ObservanceCode),
    /** Null: for every year. */
    year: z.nullable(Year),
    name: text(300),
    from: Day,
    to: Day,
    theme: z.nullable(text(600)),
    dropped: z.boolean(),
    /** Whether a text says so; else it is common knowledge, to be checked. */
    isCertain: z.boolean(),
    source: text(300),
  }),
  output: z.object({}),
})

export const clearObservance = contract({
  name: 'calendar.clearObservance',
  route: 'DELETE /api/units/:unitId/observances/:changeId',
  permission: 'calendar.change',
  summary: 'Takes the unit’s word back: what the superior or the nation says holds again',
  input: z.object({ unitId: z.uuid(), changeId: z.uuid() }),
  output: z.object({}),
})
