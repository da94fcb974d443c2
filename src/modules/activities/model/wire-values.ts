import type { RecordValues } from '#core/records/model/record.ts'

/** Values as the contract writes them. */
export function wireValues(values: RecordValues) {
  const fields = Object.fromEntries(Object.entries(values.fields).map(([id, value]) => [id, typeof value === 'object' && value !== null ? [...value] : value]))
  return { ...values, fields, headCounts: [...values.headCounts] }
}
