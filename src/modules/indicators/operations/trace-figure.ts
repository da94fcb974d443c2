import type { Transaction } from 'kysely'
import { measuresOf, type MeasureRef } from '@songhanh/formula/syntax'
import { printMeasure } from '@songhanh/formula/print'
import type { Measures } from '@songhanh/formula/check'
import type { Cell } from '#core/facts/model/measure.ts'
import { factsOf, type CellFilter } from '#core/facts/trace.ts'
import { AppError } from '#platform/errors.ts'
import { traceFigure, type TraceNodeView, type TraceView } from '../contract.ts'
import type { TraceNode } from '../model/figure.ts'
import { handField, UNTIL } from '../model/measures.ts'
import { definitionOf, figuresFor, formulaOrNull, groundOf } from '../public.ts'
import { evidenceOfFigures } from '../hand-store.ts'
import { lineOf, query, unitOn } from '../store.ts'
import type { IndicatorsDb } from '../tables.ts'
import { figureFields, viewOf } from './indicator-rows.ts'
import { figuresOneStepBelow } from './units-figures.ts'

const MOST_SOURCES = 300
const MOST_FACTS = 200

export default query(traceFigure, async (ctx, { unitId, code, year }) => {
  await ctx.allow('indicators.read', unitId)
  const unit = await unitOn(ctx.tx, unitId, ctx.today)
  const asked = viewOf(unit, year)
  const ground = await groundOf(ctx.tx, unitId, asked.to)
  const definition = definitionOf(ground, code)
  const formula = formulaOrNull(definition, ground.measures)
  const [figure] = await figuresFor(ctx.tx, ground, [definition], { ...asked, withoutMissing: false })
  if (!formula || !figure) throw new AppError('conflict', 'indicators.formula_dead', { code })

  const below = unit.level === 'school' ? [] : await figuresOneStepBelow(ctx.tx, ground, definition, { unitId, from: asked.from, to: asked.to, line: lineOf(unit.level), today: ctx.today })
  const sources = below.flatMap(({ unitId: id, name, isOwn, figure: { explain } }): TraceView['sources'] => {
    const measures = measuresIn(explain)
    return measures.length === 0 ? [] : [{ unitId: id, unitName: name, isOwn, measures }]
  })
  return {
    unitName: unit.name,
    ...figureFields(figure),
    formula: definition.formula,
    version: definition.version,
    explain: nodeView(figure.explain),
    missingCount: figure.missingCount,
    missing: figure.missing.map((one) => ({ ...one })),
    sources: sources.sort((a, b) => Number(b.measures[0]!.value) - Number(a.measures[0]!.value)).slice(0, MOST_SOURCES),
    facts: await factRows(ctx.tx, measuresOf(formula), asked, sexTold(ground.measures)),
  }
})

/** The measures of a unit that have a value, each once. */
function measuresIn(node: TraceNode): { code: string; value: string }[] {
  const own = node.measure !== null && node.value !== null && (node.known ?? 0) > 0 ? [{ code: node.text, value: node.value }] : []
  const all = [...own, ...node.children.flatMap(measuresIn)]
  return all.filter((one, at) => all.findIndex((other) => other.code === one.code) === at)
}

export function nodeView({ kind, text, operator, value, state, measure, known, untold, children }: TraceNode): TraceNodeView {
  return { kind, text, operator, value, state, measure, known, untold, children: children.map(nodeView) }
}

const COLUMN_OF = { sex: 'sex', age_group: 'ageGroup', ethnicity: 'ethnicity', audience: 'audience', detail: 'detail' } as const

/** Hand figures that may be told by sex: one that is not is called the whole. */
function sexTold(measures: Measures): ReadonlySet<string> {
  return new Set([...measures.values()].flatMap(({ code, breakdowns }) => (handField(code) && Object.hasOwn(breakdowns, 'sex') ? [code] : [])))
}

/** The break-downs of a row that the filters of its measure do not say already. */
function partsOf(cell: Cell, { filters }: MeasureRef, tellsSex: boolean): string[] {
  const told = Object.entries(COLUMN_OF).flatMap(([name, column]) => (filters.some((filter) => filter.name === name && filter.values.length === 1) ? [] : cell[column]))
  const parts = told.filter((value) => value !== '')
  return tellsSex && cell.sex === '' ? ['whole', ...parts] : parts
}

/** What of the unit itself was counted, newest first, with who entered it and its evidence. */
async function factRows(tx: Transaction<IndicatorsDb>, refs: readonly MeasureRef[], asked: { unitId: string; from: string; to: string }, tellsSex: ReadonlySet<string>): Promise<TraceView['facts']> {
  const texts = new Set<string>()
  const rows: TraceView['facts'] = []
  for (const ref of refs) {
    const text = printMeasure(ref)
    if (texts.has(text)) continue
    texts.add(text)
    const until = ref.filters.find(({ name }) => name === UNTIL)?.values[0]
    const filter: CellFilter = Object.fromEntries(ref.filters.flatMap(({ name, values }) => (name in COLUMN_OF ? [[COLUMN_OF[name as keyof typeof COLUMN_OF], values]] : [])))
    const found = await factsOf(tx, { unitId: asked.unitId, measure: ref.code, from: asked.from, to: until ? `${asked.from.slice(0, 4)}-${until}` : asked.to, filter, limit: MOST_FACTS })
    rows.push(...found.map(({ onDay, value, sourceTable, sourceId, ...cell }) => ({ measure: text, of: partsOf(cell, ref, tellsSex.has(ref.code)), onDay, value, sourceTable, sourceId, title: null, by: null, at: null, evidence: [] })))
  }
  const hand = await evidenceOfFigures(tx, rows.filter((row) => row.sourceTable === 'indicators.hand_figure').map((row) => row.sourceId))
  return rows.slice(0, MOST_FACTS).map((row) => {
    const told = hand.get(row.sourceId)
    if (!told) return row
    const evidence = told.fileName === null ? [] : [{ fileId: told.fileId, name: told.fileName, href: `/api/hand-figures/${row.sourceId}/file` }]
    return { ...row, title: told.note, by: told.byName, at: told.at, evidence }
  })
}
