import type { Transaction } from 'kysely'
import { measureOf } from '#core/facts/model/measure-of.ts'
import { measuresOf as declaredMeasures } from '#core/facts/store.ts'
import { scopeOf } from '#core/facts/totals-store.ts'
import { totalsOf, unitsExpected } from '#core/facts/totals.ts'
import type { Measures } from '@songhanh/formula/check'
import { FormulaError } from '@songhanh/formula/formula-error'
import { measuresOf, type Formula } from '@songhanh/formula/syntax'
import type { Line } from '#core/facts/model/measure.ts'
import type { PlainDate } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import { definitionsOn, type OwnedDefinition } from './model/catalogue-of.ts'
import { figureFrom, type Figure } from './model/figure.ts'
import { formulaFor } from './model/formula-of.ts'
import { measuresForFormulas } from './model/measures.ts'
import { sumsOf, type Slice, type TotalsOfSpan } from './model/sums.ts'
import { endOf, untilOf } from './model/until.ts'
import { CATALOGUE } from './reference/catalogue.ts'
import { definitionsAbove, indicatorTables } from './store.ts'

export interface FiguresQuery {
  readonly unitId: string
  /** Both days are in; the definitions of the last one hold. */
  readonly from: PlainDate
  readonly to: PlainDate
  /** All that hold for the unit when left out. */
  readonly codes?: readonly string[]
  /** `own`: the unit itself; `below`: it and all below it. */
  readonly scope: 'own' | 'below'
  readonly line: Line
  readonly tree: 'then' | 'now'
  /** Leaves the names of the missing units out. */
  readonly withoutMissing?: boolean
}

export interface FigureOfUnit extends Figure {
  /** Units that owe it. */
  readonly missingCount: number
  /** The first of them by name. */
  readonly missing: readonly { readonly unitId: string; readonly name: string }[]
}

/** What figures are worked out with: definitions that hold, and measures that modules count. */
export interface Ground {
  readonly definitions: readonly OwnedDefinition[]
  readonly measures: Measures
  readonly declared: Awaited<ReturnType<typeof declaredMeasures>>
}

/** @param day  the definitions of this day hold */
export async function groundOf<DB>(tx: Transaction<DB>, unitId: string, day: PlainDate): Promise<Ground> {
  const declared = await declaredMeasures(tx)
  const definitions = definitionsOn(CATALOGUE, await definitionsAbove(indicatorTables(tx), unitId, day), day)
  return { definitions, measures: measuresForFormulas(declared, definitions), declared }
}

/**
 * Figures of indicators for a unit and a span, worked out on summed measures: a ratio is that of the sums.
 *
 * `value` is in the unit of the indicator (41.3 of per cent), null when unknown, unrecorded, or a share of nothing
 * (`state`). `explain` holds the value of every part of the formula.
 *
 * @throws AppError `not_found` for a code that does not hold for the unit
 */
export async function figuresOf<DB>(tx: Transaction<DB>, asked: FiguresQuery): Promise<FigureOfUnit[]> {
  const ground = await groundOf(tx, asked.unitId, asked.to)
  const wanted = asked.codes?.map((code) => definitionOf(ground, code)) ?? ground.definitions
  return figuresFor(tx, ground, wanted, asked)
}

/** @throws AppError `not_found` */
export function definitionOf({ definitions }: Ground, code: string): OwnedDefinition {
  const found = definitions.find((definition) => definition.code === code)
  if (!found) throw new AppError('not_found', 'indicators.not_found', { code })
  return found
}

const NOBODY = { missingCount: 0, missing: [] } as const

/** As `figuresOf`, on a ground that is known already, for definitions that need not be stored. */
export async function figuresFor<DB>(tx: Transaction<DB>, ground: Ground, definitions: readonly OwnedDefinition[], asked: FiguresQuery): Promise<FigureOfUnit[]> {
  const work = await prepare(tx, ground, definitions, asked)
  const figures: FigureOfUnit[] = []
  for (const { definition, formula, units } of work.parts) {
    const figure = figureFrom(definition, formula, sumsOf(work.spans, units), ground.measures)
    const isShort = !asked.withoutMissing && figure.known < figure.units
    const measures = measuresOf(formula).map(({ code }) => code)
    const { missingCount, missing } = isShort ? await totalsOf(tx, { ...asked, measures }) : NOBODY
    figures.push({ ...figure, missingCount, missing })
  }
  return figures
}

/** One indicator, narrowed in several ways: the figure of girls, of boys. Null for a formula that no longer means anything. */
export async function slicesOf<DB>(tx: Transaction<DB>, ground: Ground, definition: OwnedDefinition, asked: FiguresQuery, slices: readonly Slice[]): Promise<Figure[] | null> {
  const work = await prepare(tx, ground, [definition], asked)
  const part = work.parts[0]
  return part ? slices.map((slice) => figureFrom(definition, part.formula, sumsOf(work.spans, part.units, slice), ground.measures)) : null
}

interface Work {
  readonly parts: readonly { readonly definition: OwnedDefinition; readonly formula: Formula; readonly units: number }[]
  readonly spans: ReadonlyMap<string, TotalsOfSpan>
}

async function prepare<DB>(tx: Transaction<DB>, ground: Ground, definitions: readonly OwnedDefinition[], asked: FiguresQuery): Promise<Work> {
  const scope = await scopeOf(tx, asked)
  const parts = definitions.flatMap((definition) => {
    const formula = formulaOrNull(definition, ground.measures)
    return formula ? [{ definition, formula, units: unitsExpected(scope, measuresOf(formula).map(({ code }) => measureOf(ground.declared, code)), asked) }] : []
  })
  return { parts, spans: await spansOf(tx, parts.map(({ formula }) => formula), asked) }
}

/** Null for a stored formula that names what no module counts any longer: it has no figure. */
export function formulaOrNull(definition: Pick<OwnedDefinition, 'formula' | 'unit'>, measures: Measures): Formula | null {
  try {
    return formulaFor(definition.formula, definition.unit, measures)
  } catch (error) {
    if (error instanceof FormulaError) return null
    throw error
  }
}

/** Totals of the span, and of its beginning up to every day of the year that a formula names. */
async function spansOf<DB>(tx: Transaction<DB>, formulas: readonly Formula[], asked: FiguresQuery): Promise<ReadonlyMap<string, TotalsOfSpan>> {
  const refs = formulas.flatMap(measuresOf)
  const untils = new Set(refs.map((ref) => untilOf(ref.filters)))
  const spans = new Map<string, TotalsOfSpan>()
  for (const until of untils) {
    const measures = [...new Set(refs.filter((ref) => untilOf(ref.filters) === until).map(({ code }) => code))]
    const to = endOf(asked, until)
    spans.set(until, to < asked.from ? { rows: [], measures: [] } : await totalsOf(tx, { ...asked, to, measures, withoutMissing: true }))
  }
  return spans
}

