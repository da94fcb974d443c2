import type { Kind } from './kind.ts'
import type { FieldValue, HeadCount, RecordValues } from './record.ts'

/** Values as they are kept: empty texts, fields and cells left out, persons filled in where the kind counts each once. */
export function tidyValues(kind: Kind, values: RecordValues): RecordValues {
  return {
    ...values,
    title: values.title.trim(),
    place: values.place?.trim() || null,
    result: values.result?.trim() || null,
    untilDay: values.untilDay === values.onDay ? null : values.untilDay,
    costSource: values.cost === null ? null : values.costSource,
    fields: Object.fromEntries(Object.entries(values.fields).map(([id, value]) => [id, tidyField(value)] as const).filter(([, value]) => value !== null)),
    headCounts: values.headCounts.map((cell) => tidyCell(kind, cell)).filter(({ contacts, persons }) => contacts !== null || persons !== null),
  }
}

function tidyField(value: FieldValue): FieldValue {
  if (typeof value === 'string') return value.trim() || null
  if (value === null || typeof value === 'number') return value
  const lines = value.map((line) => line.trim()).filter(Boolean)
  return lines.length > 0 ? lines : null
}

function tidyCell(kind: Kind, cell: HeadCount): HeadCount {
  const { counting } = kind
  if (counting === 'once') return { ...cell, persons: cell.contacts }
  if (counting === 'reach') return { ...cell, persons: null }
  return cell
}
