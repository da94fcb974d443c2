import type { FactSource, Measure } from './measure.ts'

const COLUMNS = [
  ['province_id', 'text'],
  ['unit_id', 'uuid'],
  ['measure', 'text'],
  ['on_day', 'date'],
  ['sex', 'text'],
  ['age_group', 'text'],
  ['ethnicity', 'text'],
  ['audience', 'text'],
  ['detail', 'text'],
  ['value', 'numeric'],
  ['source_table', 'text'],
  ['source_id', 'uuid'],
] as const

const NAME = /^[a-z_]+\.[a-z_]+$/

/**
 * The statements that make `facts.fact` the union of what the modules declare, and write their measures down.
 *
 * @throws Error for a name of a view that is none, or a measure that is declared twice
 */
export function factStatements(sources: readonly FactSource[]): string {
  const bad = sources.find(({ view }) => !NAME.test(view))
  if (bad) throw new Error(`${bad.view} is no name of a view`)
  const measures = sources.flatMap((source) => source.measures)
  const codes = measures.map(({ code }) => code)
  const twice = codes.find((code, at) => codes.indexOf(code) !== at)
  if (twice) throw new Error(`measure ${twice} is declared twice`)
  const list = COLUMNS.map(([name, type]) => `${name}::${type} as ${name}`).join(', ')
  const nothing = `select ${COLUMNS.map(([name, type]) => `null::${type} as ${name}`).join(', ')} where false`
  const union = sources.length === 0 ? nothing : sources.map(({ view }) => `select ${list} from ${view}`).join('\nunion all\n')
  return [
    `create or replace view facts.fact with (security_invoker = true) as\n${union};`,
    'grant select on facts.fact to songhanh_app, songhanh_nation, songhanh_system;',
    'delete from facts.measure;',
    ...(measures.length === 0 ? [] : [`insert into facts.measure (code, number, over, breakdowns, applies_to) values\n${measures.map(rowOf).join(',\n')};`]),
  ].join('\n')
}

function rowOf({ code, number, over, breakdowns, appliesTo }: Measure): string {
  return `(${quoted(code)}, ${quoted(number)}, ${quoted(over)}, ${arrayOf(breakdowns)}, ${arrayOf(appliesTo)})`
}

function arrayOf(values: readonly string[]): string {
  return `array[${values.map(quoted).join(', ')}]::text[]`
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
