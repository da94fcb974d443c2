import type { Transaction } from 'kysely'
import type { Line } from '#core/facts/model/measure.ts'
import { stepBelow } from '#core/facts/trace.ts'
import { groupBy } from '#core/units/model/group-by.ts'
import { measuresOf } from '@songhanh/formula/syntax'
import type { OwnedDefinition } from '../model/catalogue-of.ts'
import { figureFrom, type Figure } from '../model/figure.ts'
import { sumsOf, type TotalsOfSpan } from '../model/sums.ts'
import { UNTIL } from '../model/measures.ts'
import { formulaOrNull, type Ground } from '../public.ts'
import { cellsOfUnits, unitOn, unitsAnywhereBelow } from '../store.ts'
import type { IndicatorsDb } from '../tables.ts'

export interface StepFigure {
  readonly unitId: string
  readonly name: string
  readonly isOwn: boolean
  readonly figure: Figure
}

/**
 * The figures of which a superior's is made, one step down: of each unit directly below with all below that, and the
 * superior's own. Read from the kept totals, else from the facts of every unit below.
 */
export async function figuresOneStepBelow(
  tx: Transaction<IndicatorsDb>,
  ground: Ground,
  definition: OwnedDefinition,
  asked: { readonly unitId: string; readonly from: string; readonly to: string; readonly line: Line; readonly today: string },
): Promise<StepFigure[]> {
  const formula = formulaOrNull(definition, ground.measures)
  if (!formula) return []
  const refs = measuresOf(formula)
  const measures = [...new Set(refs.map(({ code }) => code))]
  const isOneSpan = refs.every(({ filters }) => !filters.some(({ name }) => name === UNTIL))
  const step = isOneSpan ? await stepBelow(tx, { ...asked, measures }) : null
  if (step) {
    const cellsOf = groupBy(step.cells, ({ unitId }) => [unitId])
    return step.units.map((unit) => {
      const cells = cellsOf.get(unit.unitId) ?? []
      const span = { rows: cells.filter(({ isWhole }) => !isWhole), measures: cells.filter(({ isWhole }) => isWhole) }
      const units = Math.max(1, ...span.measures.map(({ known }) => known))
      return { ...unit, figure: figureFrom(definition, formula, sumsOf(new Map([['', span]]), units), ground.measures) }
    })
  }
  const own = await unitOn(tx, asked.unitId, asked.today)
  const all = [own, ...(await unitsAnywhereBelow(tx, asked.unitId, asked.line, asked.today))]
  const figures = await figuresOfUnits(tx, ground, definition, { unitIds: all.map(({ id }) => id), from: asked.from, to: asked.to })
  return all.flatMap(({ id, name }) => {
    const figure = figures.get(id)
    return figure ? [{ unitId: id, name, isOwn: id === asked.unitId, figure }] : []
  })
}

/** The figure that each of many units has by itself, in two or three statements for all. */
export async function figuresOfUnits(
  tx: Transaction<IndicatorsDb>,
  ground: Ground,
  definition: OwnedDefinition,
  asked: { readonly unitIds: readonly string[]; readonly from: string; readonly to: string },
): Promise<ReadonlyMap<string, Figure>> {
  const formula = formulaOrNull(definition, ground.measures)
  if (!formula) return new Map()
  const refs = measuresOf(formula)
  const untils = [...new Set(refs.map((ref) => ref.filters.find(({ name }) => name === UNTIL)?.values[0] ?? ''))]
  const byUnit = new Map(asked.unitIds.map((unitId) => [unitId, new Map<string, TotalsOfSpan>()]))
  for (const until of untils) {
    const limit = `${asked.from.slice(0, 4)}-${until}`
    const to = until !== '' && limit < asked.to ? limit : asked.to
    const cells = await cellsOfUnits(tx, { unitIds: asked.unitIds, from: asked.from, to, measures: [...new Set(refs.map(({ code }) => code))] })
    const rowsOf = groupBy(cells, (cell) => [cell.unitId])
    for (const [unitId, spans] of byUnit) {
      const rows = (rowsOf.get(unitId) ?? []).map((cell) => ({ ...cell, known: 1, positive: Number(cell.value) > 0 ? 1 : 0 }))
      spans.set(until, { rows, measures: wholesOf(rows) })
    }
  }
  return new Map([...byUnit].map(([unitId, spans]) => [unitId, figureFrom(definition, formula, sumsOf(spans, 1), ground.measures)]))
}

function wholesOf(rows: TotalsOfSpan['rows']): TotalsOfSpan['measures'] {
  return [...groupBy(rows, (row) => [row.measure])].map(([measure, cells]) => {
    const value = cells.reduce((sum, cell) => sum + Number(cell.value), 0)
    return { measure, value, known: 1, positive: value > 0 ? 1 : 0 }
  })
}
