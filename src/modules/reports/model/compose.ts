import { canonicalJson } from '#platform/canonical-json.ts'
import type { PlainDate } from '#platform/clock.ts'
import type { Body, BodyPart, Cell, Sentence } from './body.ts'
import type { CellEntry, Entries } from './entries.ts'
import { cellPlaces, joined, partsOf, type Filter, type Form, type FormPart, type ToldPart } from './form.ts'
import type { IndicatorFigure, RecordLine, Sources, Total } from './sources.ts'
import { COUNTS_ONLY, sourceOf, tell } from './tell.ts'

/** A digest of canonical text; given, so that the same rules run in the browser. */
export type Digest = (text: string) => string

/**
 * A report as it reads: the form filled from the sources, with what people wrote over it.
 *
 * Nothing is invented: a figure without facts is “no data yet”, never 0.
 */
export function compose(form: Form, window: { readonly from: PlainDate; readonly to: PlainDate }, sources: Sources, entries: Entries, digest: Digest): Body {
  return {
    form: { code: form.code, version: form.version },
    window,
    parts: partsOf(form).map((part) => composePart(part, sources, entries, digest)),
  }
}

function composePart(part: FormPart, sources: Sources, entries: Entries, digest: Digest): BodyPart {
  const { key } = part
  if (part.kind === 'told') return { kind: 'told', key, sentences: sentencesOf(part, sources, entries), doubtful: doubtfulOf(part, sources.records) }
  if (part.kind === 'text') return { kind: 'text', key, text: entries.texts[key]?.trim() ? entries.texts[key]! : null }
  if (part.kind === 'figures') {
    return {
      kind: 'figures',
      key,
      cells: part.codes.map((code) => {
        const found = sources.figures.find((figure) => figure.code === code)
        const before = sources.previousFigures.find((figure) => figure.code === code)
        const cell = cellOf(`${key}/${code}`, code, summedUp(sources, code, digest) ?? (found ? fromIndicator(found, digest) : null), before?.value ?? null, entries)
        return found?.isNone && cell.state === 'no_data' ? { ...cell, state: 'not_applicable' } : cell
      }),
    }
  }
  return {
    kind: 'table',
    key,
    cells: cellPlaces(part).map(({ key: place, code, row, column }) => {
      const filter = joined(row.filter, column.filter)
      const now = row.measure === null ? null : sumOf(sources.totals, row.measure, filter)
      const before = row.measure === null ? null : sumOf(sources.previousTotals, row.measure, filter)
      const computed = now && { name: null, unit: null, value: now.value, part: null, whole: null, formulaVersion: null, known: now.known, units: sources.units, byHand: false, sources: digest(canonicalJson(now.rows)) }
      return cellOf(place, code, summedUp(sources, code, digest) ?? computed, before?.value ?? null, entries)
    }),
  }
}

function sentencesOf(part: ToldPart, sources: Sources, entries: Entries): Sentence[] {
  const told = tell(part, sources.records)
  const known = new Set(told.map(({ key }) => key))
  // What somebody wrote over a sentence stays, also when its records are gone.
  const kept = Object.keys(entries.sentences).filter((key) => key.startsWith(`${part.key}#`) && !known.has(key))
  return [
    ...told.map(({ key, text, sources: from }) => sentence(key, text, from)),
    ...kept.map((key) => sentence(key, null, [])),
  ]

  function sentence(key: string, auto: string | null, from: Sentence['sources']): Sentence {
    const entry = Object.hasOwn(entries.sentences, key) ? entries.sentences[key] : undefined
    if (!entry) return { key, text: auto, auto, isEdited: false, isStale: false, sources: from }
    return { key, text: entry.text, auto, isEdited: true, isStale: entry.basis !== (auto ?? ''), sources: from }
  }
}

function doubtfulOf(part: ToldPart, records: readonly RecordLine[]) {
  const those = records.filter(({ kind }) => part.kinds.includes(kind))
  return {
    withoutEvidence: those.filter(({ evidence, kind }) => evidence === 0 && !COUNTS_ONLY.has(kind)).map(sourceOf),
    morePersons: those.filter(({ heads }) => heads.some(({ contacts, persons }) => (persons ?? 0) > contacts)).map(sourceOf),
  }
}

type Computed = Pick<Cell, 'name' | 'unit' | 'value' | 'part' | 'whole' | 'formulaVersion' | 'known' | 'units' | 'byHand' | 'sources'>

function fromIndicator(figure: IndicatorFigure, digest: Digest): Computed {
  const { name, unit, value, part, whole, version, known, units, byHand } = figure
  return { name, unit, value, part, whole, formulaVersion: version, known, units, byHand, sources: digest(canonicalJson(figure)) }
}

/** The figure of the consolidation that the report is filled from; null where it has none. */
function summedUp({ consolidated = [] }: Sources, code: string, digest: Digest): Computed | null {
  const figure = consolidated.find((one) => one.code === code)
  if (!figure || figure.value === null) return null
  const { name, unit, value, part, whole, known, units } = figure
  return { name, unit, value, part, whole, formulaVersion: null, known, units, byHand: false, sources: digest(canonicalJson(figure)) }
}

const NOTHING: Computed = { name: null, unit: null, value: null, part: null, whole: null, formulaVersion: null, known: null, units: null, byHand: false, sources: null }

function cellOf(key: string, code: string, found: Computed | null, previous: number | null, entries: Entries): Cell {
  const entry: CellEntry | undefined = Object.hasOwn(entries.cells, key) ? entries.cells[key] : undefined
  const computed = found ?? NOTHING
  const said = { name: computed.name, unit: computed.unit, estimate: entry?.estimate ?? null, note: entry?.note ?? null, previous, computed: computed.value }
  if (entry?.state === 'not_applicable') return { ...NOTHING, ...said, key, code, state: 'not_applicable' }
  if (entry?.state === 'value' && entry.value !== null) return { ...NOTHING, ...said, key, code, state: 'value', value: entry.value, byHand: true, sources: computed.sources }
  return { ...computed, ...said, key, code, state: computed.value === null ? 'no_data' : 'value' }
}

/** The sum of the facts of a measure within a filter; null when there is none. @returns `known`: the most units that one of the sums has */
function sumOf(totals: readonly Total[], measure: string, filter: Filter): { value: number; known: number; rows: readonly Total[] } | null {
  const rows = totals.filter((total) => total.measure === measure && fits(total, filter))
  if (rows.length === 0) return null
  return { value: rows.reduce((sum, row) => sum + row.value, 0), known: Math.max(...rows.map((row) => row.known)), rows }
}

const DIMENSIONS = ['sex', 'ageGroup', 'ethnicity', 'audience', 'detail'] as const

function fits(total: Total, filter: Filter): boolean {
  return DIMENSIONS.every((name) => filter[name] === undefined || filter[name].includes(total[name]))
}
