import type { PlainDate } from '#platform/clock.ts'
import { type Field, fieldsOf, type Kind } from './kind.ts'
import type { FieldValue, HeadCount, RecordValues } from './record.ts'

/** Above this a count is a slip of the hand: the country has about 24 million pupils. */
export const MOST_PEOPLE = 100_000_000
/** Above this a sum of money is a slip of the hand: a thousand billion đồng. */
export const MOST_MONEY = 999_999_999_999

/** Why something cannot be kept. */
export type FaultCode =
  | 'required'
  | 'not_whole'
  | 'negative'
  | 'too_large'
  | 'not_number'
  | 'not_text'
  | 'too_long'
  | 'not_day'
  | 'not_choice'
  | 'unknown_field'
  | 'days_reversed'
  | 'unknown_audience'
  | 'not_asked'
  | 'persons_over_contacts'
  | 'cell_twice'

export interface Fault {
  readonly code: FaultCode
  /** Where: `title`, `field.channel`, `people.pupils`. */
  readonly at: string
}

/** What keeps values from being saved; nothing when they can be. Pure; screens and import use it as well. */
export function checkValues(kind: Kind, version: number, values: RecordValues, isDraft = false): Fault[] {
  const asked = fieldsOf(kind, version)
  const unknown = Object.keys(values.fields).filter((id) => !asked.some((field) => field.id === id))
  return [
    ...(values.title.trim() === '' && !isDraft ? [fault('required', 'title')] : []),
    ...(values.untilDay !== null && values.untilDay < values.onDay ? [fault('days_reversed', 'untilDay')] : []),
    ...wholeFaults(values.cost, 'cost', MOST_MONEY),
    ...unknown.map((id) => fault('unknown_field', `field.${id}`)),
    ...asked.flatMap((field) => fieldFaults(field, values.fields[field.id] ?? null, isDraft)),
    ...headCountFaults(kind, values.headCounts),
  ]
}

function fault(code: FaultCode, at: string): Fault {
  return { code, at }
}

/** A number that counts: whole, not negative, of a size that can be. */
export function wholeFaults(value: number | null, at: string, most: number): Fault[] {
  if (value === null) return []
  if (!Number.isFinite(value)) return [fault('not_number', at)]
  if (value < 0) return [fault('negative', at)]
  if (!Number.isInteger(value)) return [fault('not_whole', at)]
  return value > most ? [fault('too_large', at)] : []
}

/** What is wrong with the value of one field. */
export function fieldFaults(field: Field, value: FieldValue, isDraft: boolean): Fault[] {
  const at = `field.${field.id}`
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return field.required && !isDraft ? [fault('required', at)] : []
  if (field.type === 'number' || field.type === 'money') {
    return typeof value === 'number' ? wholeFaults(value, at, field.type === 'money' ? MOST_MONEY : MOST_PEOPLE) : [fault('not_number', at)]
  }
  if (field.type === 'list') {
    if (!Array.isArray(value)) return [fault('not_text', at)]
    return value.length > 200 || value.some((line) => line.length > 500) ? [fault('too_long', at)] : []
  }
  if (typeof value !== 'string') return [fault('not_text', at)]
  if (field.type === 'choice') return field.choices?.includes(value) ? [] : [fault('not_choice', at)]
  if (field.type === 'date') return isDay(value) ? [] : [fault('not_day', at)]
  return value.length > 2000 ? [fault('too_long', at)] : []
}

/** Whether the text is a day of the calendar, `2026-02-28`. */
export function isDay(text: string): text is PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text
}

function headCountFaults(kind: Kind, cells: readonly HeadCount[]): Fault[] {
  const seen = new Set<string>()
  return cells.flatMap((cell) => {
    const at = `people.${cell.audience}`
    const key = [cell.audience, cell.sex, cell.ageGroup, cell.ethnicity].join()
    const faults = [...wholeFaults(cell.contacts, at, MOST_PEOPLE), ...wholeFaults(cell.persons, at, MOST_PEOPLE)]
    if (!kind.audiences.includes(cell.audience)) faults.push(fault('unknown_audience', at))
    if ((cell.ageGroup !== '' && !kind.ask.includes('age')) || (cell.ethnicity !== '' && !kind.ask.includes('ethnicity'))) faults.push(fault('not_asked', at))
    if (cell.contacts !== null && cell.persons !== null && cell.persons > cell.contacts) faults.push(fault('persons_over_contacts', at))
    if (seen.has(key)) faults.push(fault('cell_twice', at))
    seen.add(key)
    return faults
  })
}
