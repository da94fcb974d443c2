import * as z from 'zod/mini'
import { contract, Day, text } from '#platform/contract.ts'
import { BASES } from './model/holidays.ts'

const KINDS = ['off', 'working', 'ordinary'] as const

/** A day that the ordinary week does not say, as it holds for a unit. */
export const HolidayView = z.object({
  day: Day,
  /** ordinary: a superior said that the day is as the week has it. */
  kind: z.enum(KINDS),
  name: z.string(),
  basis: z.enum(BASES),
  source: z.string(),
  /** The superior that corrected it; null for what holds for the nation. */
  byUnitId: z.nullable(z.uuid()),
})
export type HolidayView = z.output<typeof HolidayView>

export const listHolidays = contract({
  name: 'periods.listHolidays',
  route: 'GET /api/units/:unitId/holidays',
  permission: 'periods.read',
  summary: 'Public holidays of a year and days worked in exchange, with what the superiors corrected',
  input: z.object({ unitId: z.uuid(), year: z.coerce.number<number | string>().check(z.int(), z.minimum(2000), z.maximum(2100)) }),
  output: z.array(HolidayView),
})

export const setHoliday = contract({
  name: 'periods.setHoliday',
  route: 'PUT /api/units/:unitId/holidays/:day',
  permission: 'periods.change',
  summary: 'Says what a day is for the unit and those below: off, worked in exchange, or as the week has it',
  input: z.object({ unitId: z.uuid(), day: Day, kind: z.enum(KINDS), name: text(120), basis: z.enum(BASES), source: text(200) }),
  output: HolidayView,
})

export const clearHoliday = contract({
  name: 'periods.clearHoliday',
  route: 'DELETE /api/units/:unitId/holidays/:day',
  permission: 'periods.change',
  summary: 'Takes back what the unit said of a day',
  input: z.object({ unitId: z.uuid(), day: Day }),
  output: z.null(),
})
