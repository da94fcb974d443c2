import type { QueryContext } from '#core/access/request.ts'
import { appliesTo } from '#core/facts/model/measure.ts'
import { measureOf } from '#core/facts/model/measure-of.ts'
import { LEVELS, SCHOOL_LEVELS, type Level, type SchoolLevel } from '#core/units/model/unit.ts'
import { matchesSearch } from '#platform/i18n/search.ts'
import { measuresOf } from '@songhanh/formula/syntax'
import type { IndicatorTable, TableUnit } from '../table-contract.ts'
import { isByHand } from '../model/formula-of.ts'
import type { Figure } from '../model/figure.ts'
import { canTellSex, columnsOf, keyOfColumn, sortedBy, type SexesShown } from '../model/table.ts'
import { yearSpan } from '../model/year.ts'
import { formulaOrNull, groundOf, type Ground } from '../public.ts'
import { lineOf, unitOn, unitsBelowBetween, type UnitBelowBetween } from '../store.ts'
import type { IndicatorsDb } from '../tables.ts'
import { firstIndicators } from './first-indicators.ts'
import { figureFields, isShownTo } from './indicator-rows.ts'
import { figuresOfTable, type TableIndicator } from './table-figures.ts'

interface Asked {
  readonly unitId: string
  readonly codes: readonly string[]
  readonly years: readonly number[]
  readonly sex: SexesShown
  readonly q?: string | undefined
  readonly level?: Level | SchoolLevel | undefined
  readonly sort?: string | undefined
  readonly descending?: boolean | undefined
}

/**
 * The units directly below in any of the years, side by side. Sorting by a column works out that column for all of them,
 * the others for those of the page alone.
 *
 * @param page  which of the found units; all when left out
 */
export async function tableView({ tx, today }: QueryContext<IndicatorsDb>, asked: Asked, page?: { readonly skip: number; readonly limit: number }): Promise<IndicatorTable> {
  const unit = await unitOn(tx, asked.unitId, today)
  const [first, last] = [asked.years[0]!, asked.years.at(-1)!]
  const ground = await groundOf(tx, unit.id, yearSpan(last).to)
  const offered = ground.definitions.filter((definition) => isShownTo(definition, unit))
  const wanted = asked.codes.length === 0 ? offered : asked.codes.flatMap((code) => ground.definitions.find((definition) => definition.code === code) ?? [])
  const readable = wanted.flatMap((definition): TableIndicator[] => {
    const formula = formulaOrNull(definition, ground.measures)
    return formula ? [{ definition, formula, isBySex: canTellSex(formula, ground.measures) }] : []
  })
  const indicators = asked.codes.length === 0 ? await firstIndicators(tx, ground, unit, readable, asked.years) : readable
  const shown = indicators.map(({ definition, formula, isBySex }) => ({ code: definition.code, name: definition.name, unit: definition.unit, byHand: isByHand(formula), isBySex }))
  const columns = columnsOf(shown, asked.years, asked.sex)
  const line = lineOf(unit.level)
  const below = (await unitsBelowBetween(tx, unit.id, line, { from: yearSpan(first).from, to: yearSpan(last).to })).filter((one) => isAsked(one, indicators, ground))
  const levels = [...LEVELS, ...SCHOOL_LEVELS].filter((level) => below.some((one) => levelsOf(one).includes(level)))
  const found = below.filter((one) => (asked.level === undefined || levelsOf(one).includes(asked.level)) && matchesSearch(one.name, asked.q ?? ''))

  const by = columns.find((column) => keyOfColumn(column) === asked.sort)
  const ofColumn = by ? await figuresOfTable(tx, ground, { unitIds: found.map(({ id }) => id), indicators, columns: [by], line, isForOrder: true }) : null
  const inOrder = by && ofColumn ? sortedBy(found, ({ id }) => ofColumn(id, by)?.value ?? null, asked.descending ?? false) : asked.descending ? found.toReversed() : found
  const rows = page ? inOrder.slice(page.skip, page.skip + page.limit) : inOrder
  const figures = await figuresOfTable(tx, ground, { unitIds: [unit.id, ...rows.map(({ id }) => id)], indicators, columns, line, whole: { unit, below: below.map(({ id }) => id) } })
  const rowOf = (id: string, unitName: string, closedOn: string | null): TableUnit => ({ unitId: id, unitName, closedOn, cells: columns.map((column) => cellOf(figures(id, column))) })
  return {
    unitName: unit.name,
    offered: offered.map(({ code, name }) => ({ code, name })),
    indicators: shown,
    years: [...asked.years],
    columns: columns.map((column) => ({ ...column, key: keyOfColumn(column), unit: shown.find(({ code }) => code === column.code)!.unit })),
    total: rowOf(unit.id, unit.name, null),
    rows: rows.map(({ id, name, closedOn }) => rowOf(id, name, closedOn)),
    found: found.length,
    levels,
  }
}

function levelsOf({ level, schoolLevels }: UnitBelowBetween): readonly (Level | SchoolLevel)[] {
  return level === 'school' ? schoolLevels : [level]
}

/** A commune that stands beside its schools under a Department has a row where something is asked of itself. */
function isAsked(unit: UnitBelowBetween, indicators: readonly TableIndicator[], ground: Ground): boolean {
  if (unit.level !== 'commune') return true
  return indicators.some(({ formula }) =>
    measuresOf(formula).some(({ code }) => {
      const measure = measureOf(ground.declared, code)
      return measure === null || appliesTo(measure, unit)
    }),
  )
}

const UNKNOWN = { value: null, figure: 'unknown', part: null, whole: null, known: 0, units: 0 } as const

function cellOf(figure: Figure | null): TableUnit['cells'][number] {
  return figure ? figureFields(figure) : UNKNOWN
}
