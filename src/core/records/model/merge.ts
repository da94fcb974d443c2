import type { HeadCount, RecordValues } from './record.ts'

/**
 * What is taken as one when two people change a record: things that only make sense together (first and last day, cost
 * and source, all cells of one audience) and every field of the kind on its own (`field.<id>`, `people.<audience>`).
 */
export type Part = 'days' | 'title' | 'place' | 'result' | 'cost' | 'link' | `field.${string}` | `people.${string}`

type Plain = Omit<RecordValues, 'fields' | 'headCounts'>

const GROUPS = {
  days: ['onDay', 'untilDay'],
  title: ['title'],
  place: ['place'],
  result: ['result'],
  cost: ['cost', 'costSource'],
  link: ['taskId', 'planId', 'nodeId'],
} as const satisfies Record<string, readonly (keyof Plain)[]>

export interface Merged {
  /** Both sets of changes; where they contradict, what is saved already. */
  readonly values: RecordValues
  readonly conflicts: readonly Part[]
}

/**
 * Joins two edits of one record that began from the same state.
 *
 * @param base    what both began from; null when one of them did not know of the record
 * @param mine    the record as I leave it
 * @param theirs  the record as it stands now
 */
export function mergeValues(base: RecordValues | null, mine: RecordValues, theirs: RecordValues): Merged {
  let values = theirs
  const conflicts: Part[] = []
  for (const part of partsOf([mine, theirs, ...(base ? [base] : [])])) {
    if (samePart(mine, theirs, part) || (base && samePart(base, mine, part))) continue
    if (base && samePart(base, theirs, part)) values = withPart(values, part, mine)
    else conflicts.push(part)
  }
  return { values, conflicts }
}

/** The parts of `from` differ from those of `to`. */
export function changedParts(from: RecordValues, to: RecordValues): Part[] {
  return partsOf([from, to]).filter((part) => !samePart(from, to, part))
}

/** `values` with one part as `from` has it: how a person who was shown both chooses. */
export function withPart(values: RecordValues, part: Part, from: RecordValues): RecordValues {
  const [group, name] = split(part)
  if (group === 'field') {
    const { [name]: _, ...rest } = values.fields
    const value = from.fields[name]
    return { ...values, fields: value === undefined ? rest : { ...rest, [name]: value } }
  }
  if (group === 'people') {
    return { ...values, headCounts: [...values.headCounts.filter(({ audience }) => audience !== name), ...from.headCounts.filter(({ audience }) => audience === name)] }
  }
  return { ...values, ...Object.fromEntries(GROUPS[group].map((key) => [key, from[key]])) }
}

/** One part as plain data: what is shown where two people contradict each other. */
export function partOf(values: RecordValues, part: Part): Partial<RecordValues> {
  const [group, name] = split(part)
  if (group === 'field') return { fields: { [name]: values.fields[name] ?? null } }
  if (group === 'people') return { headCounts: values.headCounts.filter(({ audience }) => audience === name) }
  return Object.fromEntries(GROUPS[group].map((key) => [key, values[key]]))
}

function split(part: Part): ['field' | 'people', string] | [keyof typeof GROUPS, ''] {
  const at = part.indexOf('.')
  return at < 0 ? [part as keyof typeof GROUPS, ''] : [part.slice(0, at) as 'field' | 'people', part.slice(at + 1)]
}

function partsOf(all: readonly RecordValues[]): Part[] {
  const fields = new Set(all.flatMap(({ fields }) => Object.keys(fields)))
  const audiences = new Set(all.flatMap(({ headCounts }) => headCounts.map(({ audience }) => audience)))
  return [
    ...(Object.keys(GROUPS) as (keyof typeof GROUPS)[]),
    ...[...fields].sort().map((id): Part => `field.${id}`),
    ...[...audiences].sort().map((audience): Part => `people.${audience}`),
  ]
}

function samePart(a: RecordValues, b: RecordValues, part: Part): boolean {
  const [group, name] = split(part)
  if (group === 'field') return JSON.stringify(a.fields[name] ?? null) === JSON.stringify(b.fields[name] ?? null)
  if (group === 'people') return cellsOf(a, name) === cellsOf(b, name)
  return GROUPS[group].every((key) => a[key] === b[key])
}

/** The cells of an audience in a text that does not depend on their order. */
function cellsOf({ headCounts }: RecordValues, name: string): string {
  const cells = headCounts.filter(({ audience }) => audience === name).map(cellText)
  return cells.sort().join('|')
}

function cellText({ sex, ageGroup, ethnicity, contacts, persons }: HeadCount): string {
  return [sex, ageGroup, ethnicity, contacts, persons].join(',')
}
