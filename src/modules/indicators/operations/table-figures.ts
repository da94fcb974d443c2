import type { Transaction } from 'kysely'
import type { Line } from '#core/facts/model/measure.ts'
import { measureOf } from '#core/facts/model/measure-of.ts'
import { scopesOf, type ScopeGroup } from '#core/facts/scopes.ts'
import { keptPeriods, tableOf } from '#core/facts/table.ts'
import { unitsExpected } from '#core/facts/totals.ts'
import { groupBy } from '#core/units/model/group-by.ts'
import { measuresOf, type Formula } from '@songhanh/formula/syntax'
import type { OwnedDefinition } from '../model/catalogue-of.ts'
import { figureFrom, type Figure } from '../model/figure.ts'
import { sumsOf, type Slice, type TotalsOfSpan } from '../model/sums.ts'
import { breakdownsOf, keyOfColumn, type Column } from '../model/table.ts'
import { endOf, spansOfFormulas, untilOf } from '../model/until.ts'
import { yearSpan } from '../model/year.ts'
import { slicesOf, type Ground } from '../public.ts'
import type { UnitRow } from '../store.ts'
import type { IndicatorsDb } from '../tables.ts'

type Tx = Transaction<IndicatorsDb>

export interface TableIndicator {
  readonly definition: OwnedDefinition
  readonly formula: Formula
  readonly isBySex: boolean
}

interface Asked {
  readonly unitIds: readonly string[]
  readonly indicators: readonly TableIndicator[]
  readonly columns: readonly Column[]
  readonly line: Line
  /** One of the units above the others: where all that stands directly below it is asked for as well, its N is their sum. */
  readonly whole?: { readonly unit: UnitRow; readonly below: readonly string[] }
  /** Values alone are wanted, to put units in order: N is looked for where a formula counts units. */
  readonly isForOrder?: boolean
}

/** Figures of a table, by unit and the key of the column. */
export type TableFigures = (unitId: string, column: Column) => Figure | null

/**
 * What each of many units has with all below it, for every column: from the kept totals in three statements. What looks at
 * a part of a year of which no totals are kept is worked out unit by unit.
 */
export async function figuresOfTable(tx: Tx, ground: Ground, { unitIds, indicators, columns, line, whole, isForOrder }: Asked): Promise<TableFigures> {
  const figures = new Map(unitIds.map((unitId) => [unitId, new Map<string, Figure>()]))
  const asked = indicators.filter(({ definition }) => columns.some(({ code }) => code === definition.code))
  const formulas = asked.map(({ formula }) => formula)
  const years = [...new Set(columns.map(({ year }) => year))]
  const spans = new Map(years.flatMap((year) => spansOfFormulas(formulas, yearSpan(year))).concat(years.map(yearSpan)).map((span) => [keyOfSpan(span), span]))
  const kept = new Set([...(await keptPeriods(tx, [...spans.values()])).values()].map(keyOfSpan))
  const measures = [...new Set(formulas.flatMap(measuresOf).map(({ code }) => code))]
  const rows = groupBy(await tableOf(tx, { unitIds, periods: [...spans.values()], line, measures, by: breakdownsOf(formulas) }), (row) => [`${row.unitId} ${keyOfSpan(row)}`])
  const isUnitsAsked = !isForOrder || asked.some(({ definition }) => definition.formula.includes('units()'))
  const isSummed = whole !== undefined && whole.below.every((id) => unitIds.includes(id))
  const scopes = isUnitsAsked ? await scopesOf(tx, { unitIds: isSummed ? whole.below : unitIds, periods: years.map(yearSpan), line }) : new Map<string, ScopeGroup[]>()
  const scopeOf = once((unitId: string, { from, to }: Span): readonly ScopeGroup[] => {
    if (!isSummed || unitId !== whole.unit.id) return scopes.get(`${unitId} ${from}`) ?? []
    const { level, schoolLevels } = whole.unit
    return [{ day: to, level, schoolLevels, units: 1 }, ...whole.below.flatMap((id) => scopes.get(`${id} ${from}`) ?? [])]
  })
  const totalsOf = once((unitId: string, span: Span) => totalsOfRows(rows.get(`${unitId} ${keyOfSpan(span)}`) ?? []))
  for (const { definition, formula } of asked) {
    const declared = measuresOf(formula).map(({ code }) => measureOf(ground.declared, code))
    const untils = untilsOf(formula)
    for (const [number, ofYear] of groupBy(columns.filter(({ code }) => code === definition.code), ({ year }) => [year])) {
      const year = yearSpan(number)
      const keyed = ofYear.map((column) => ({ column, key: keyOfColumn(column) }))
      // A year without kept totals has nothing in it; a part of one may simply not be kept.
      const isKept = untils.every((until) => until === '' || kept.has(keyOfSpan({ from: year.from, to: endOf(year, until) })))
      for (const unitId of unitIds) {
        const parts = new Map(untils.map((until) => [until, totalsOf(unitId, { from: year.from, to: endOf(year, until) })]))
        const units = unitsExpected(scopeOf(unitId, year), declared, year)
        for (const { column, key } of keyed) {
          const figure = isKept
            ? figureFrom(definition, formula, sumsOf(parts, units, sliceOf(column)), ground.measures)
            : (await slicesOf(tx, ground, definition, { unitId, ...year, scope: 'below', line, tree: 'then' }, [sliceOf(column)]))?.[0]
          if (figure) figures.get(unitId)!.set(key, figure)
        }
      }
    }
  }
  return (unitId, column) => figures.get(unitId)?.get(keyOfColumn(column)) ?? null
}

interface Span {
  readonly from: string
  readonly to: string
}

/** Works out for each unit and span once. */
function once<T>(of: (unitId: string, span: Span) => T): (unitId: string, span: Span) => T {
  const known = new Map<string, T>()
  return (unitId, span) => {
    const key = `${unitId} ${keyOfSpan(span)}`
    const found = known.get(key) ?? of(unitId, span)
    known.set(key, found)
    return found
  }
}

function keyOfSpan({ from, to }: Span): string {
  return `${from} ${to}`
}

function untilsOf(formula: Formula): string[] {
  return [...new Set(measuresOf(formula).map(({ filters }) => untilOf(filters)))]
}

function totalsOfRows(rows: Awaited<ReturnType<typeof tableOf>>): TotalsOfSpan {
  const told = rows.map((row) => ({ ...row, known: row.known ?? 0 }))
  return { rows: told.filter(({ isWhole }) => !isWhole), measures: told.filter(({ isWhole }) => isWhole) }
}

function sliceOf({ sex }: Column): Slice {
  return sex === '' ? {} : { sex }
}
