import type { Transaction } from 'kysely'
import type { Line } from '#core/facts/model/measure.ts'
import { measureOf } from '#core/facts/model/measure-of.ts'
import { scopesOf, tableOf } from '#core/facts/table.ts'
import { unitsExpected } from '#core/facts/totals.ts'
import { groupBy } from '#core/units/model/group-by.ts'
import { measuresOf, type Formula } from '@songhanh/formula/syntax'
import type { OwnedDefinition } from '../model/catalogue-of.ts'
import { figureFrom, type Figure } from '../model/figure.ts'
import { sumsOf, type Slice, type TotalsOfSpan } from '../model/sums.ts'
import { breakdownsOf, isOfPartOfYear, keyOfColumn, type Column } from '../model/table.ts'
import { yearSpan } from '../model/year.ts'
import { slicesOf, type Ground } from '../public.ts'
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
}

/** Figures of a table, by unit and the key of the column. */
export type TableFigures = (unitId: string, column: Column) => Figure | null

/**
 * What each of many units has with all below it, for every column: from the kept totals in two statements. An indicator
 * that looks at a part of the year alone is worked out unit by unit.
 */
export async function figuresOfTable(tx: Tx, ground: Ground, asked: Asked): Promise<TableFigures> {
  const figures = new Map<string, Figure>()
  const put = (unitId: string, column: Column, figure: Figure) => figures.set(`${unitId} ${keyOfColumn(column)}`, figure)
  const columnsOf = groupBy(asked.columns, ({ code }) => [code])
  const kept = asked.indicators.filter(({ definition, formula }) => columnsOf.has(definition.code) && !isOfPartOfYear(formula))
  await putKept(tx, ground, { ...asked, indicators: kept }, columnsOf, put)
  for (const { definition } of asked.indicators.filter(({ formula }) => isOfPartOfYear(formula))) {
    for (const column of columnsOf.get(definition.code) ?? []) {
      for (const unitId of asked.unitIds) {
        const [figure] = (await slicesOf(tx, ground, definition, { unitId, ...yearSpan(column.year), scope: 'below', line: asked.line, tree: 'then' }, [sliceOf(column)])) ?? []
        if (figure) put(unitId, column, figure)
      }
    }
  }
  return (unitId, column) => figures.get(`${unitId} ${keyOfColumn(column)}`) ?? null
}

async function putKept(tx: Tx, ground: Ground, { unitIds, indicators, line, columns }: Asked, columnsOf: ReadonlyMap<string, readonly Column[]>, put: (unitId: string, column: Column, figure: Figure) => void): Promise<void> {
  if (indicators.length === 0 || unitIds.length === 0) return
  const formulas = indicators.map(({ formula }) => formula)
  const periods = [...new Set(columns.map(({ year }) => year))].map(yearSpan)
  const measures = [...new Set(formulas.flatMap(measuresOf).map(({ code }) => code))]
  const rows = groupBy(await tableOf(tx, { unitIds, periods, line, measures, by: breakdownsOf(formulas) }), ({ unitId, from }) => [`${unitId} ${from}`])
  const scopes = await scopesOf(tx, { unitIds, periods, line })
  for (const unitId of unitIds) {
    const spans = new Map(periods.map((period) => [period.from, spanOf(rows.get(`${unitId} ${period.from}`) ?? [])]))
    for (const { definition, formula } of indicators) {
      for (const column of columnsOf.get(definition.code) ?? []) {
        const period = yearSpan(column.year)
        const units = unitsExpected(scopes.get(`${unitId} ${period.from}`) ?? [], measuresOf(formula).map(({ code }) => measureOf(ground.declared, code)), period)
        put(unitId, column, figureFrom(definition, formula, sumsOf(new Map([['', spans.get(period.from)!]]), units, sliceOf(column)), ground.measures))
      }
    }
  }
}

function spanOf(rows: Awaited<ReturnType<typeof tableOf>>): TotalsOfSpan {
  const told = rows.map((row) => ({ ...row, known: row.known ?? 0 }))
  return { rows: told.filter(({ isWhole }) => !isWhole), measures: told.filter(({ isWhole }) => isWhole) }
}

function sliceOf({ sex }: Column): Slice {
  return sex === '' ? {} : { sex }
}
