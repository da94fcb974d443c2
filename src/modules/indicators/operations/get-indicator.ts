import type { Transaction } from 'kysely'
import { measuresOf } from '@songhanh/formula/syntax'
import { AppError } from '#platform/errors.ts'
import { getIndicator, type IndicatorView } from '../contract.ts'
import type { OwnedDefinition } from '../model/catalogue-of.ts'
import { isUninformative } from '../model/target-state.ts'
import { targetOf } from '../model/targets.ts'
import { yearSpan } from '../model/year.ts'
import { definitionOf, figuresFor, formulaOrNull, groundOf, slicesOf, type FiguresQuery, type Ground } from '../public.ts'
import { query, targetsOfUnits, unitNames, unitOn } from '../store.ts'
import type { IndicatorsDb } from '../tables.ts'
import { definitionView } from './definition-view.ts'
import { figureFields, indicatorRows, targetGrounds, targetView, viewOf, womenShare } from './indicator-rows.ts'

const FIRST_YEAR = 2021
const LAST_YEAR = 2030

const SLICES = {
  sex: ['F', 'M'],
  ethnicity: ['minority', 'majority'],
  age_group: ['under_6', '6_10', '11_14', '15_17', 'adult'],
  audience: ['managers', 'teachers', 'staff', 'pupils', 'parents', 'community'],
} as const
type SliceName = keyof typeof SLICES

export default query(getIndicator, async (ctx, { unitId, code, year }) => {
  await ctx.allow('indicators.read', unitId)
  const unit = await unitOn(ctx.tx, unitId, ctx.today)
  const ground = await groundOf(ctx.tx, unitId, yearSpan(year).to)
  const definition = definitionOf(ground, code)
  const [row] = await indicatorRows(ctx.tx, ground, unit, [definition], year, ctx.today)
  if (!row) throw new AppError('conflict', 'indicators.formula_dead', { code })

  const thisYear = Number(ctx.today.slice(0, 4))
  const groundFor = (await targetGrounds(ctx.tx, unit, ctx.today, [code]))(definition)
  const years: IndicatorView['years'] = []
  let last = groundFor.lastActual
  for (let at = FIRST_YEAR; at <= LAST_YEAR; at++) {
    const [figure] = at <= thisYear ? await figuresFor(ctx.tx, ground, [definition], viewOf(unit, at)) : []
    years.push({ year: at, ...(figure ? figureFields(figure) : NO_FIGURE), target: targetView(targetOf({ ...groundFor, lastActual: last }, at)) })
    if (figure?.value !== null && figure !== undefined && at < thisYear) last = { year: at, value: String(figure.value) }
  }

  const women = await womenShare(ctx.tx, ground, unit, year)
  const stored = await targetsOfUnits(ctx.tx, [unitId], [code])
  const names = await unitNames(ctx.tx, stored.flatMap(({ givenBy }) => givenBy ?? []), ctx.today)
  return {
    unitName: unit.name,
    isBelow: unit.level !== 'school',
    definition: definitionView(definition),
    row,
    years,
    breakdowns: await breakdownsOf(ctx.tx, ground, definition, viewOf(unit, year)),
    menShare: isUninformative(code, women) ? Math.round((100 - women!) * 10) / 10 : null,
    targets: stored.map(({ year: at, kind, value, givenBy, decisionNumber, decisionOn, decisionText, note }) => ({
      year: at, kind, value: Number(value), givenByName: givenBy === null ? null : (names.get(givenBy) ?? null), decisionNumber, decisionOn, decisionText, note,
    })),
    can: { target: await ctx.may('indicators.setTarget', unitId), give: await ctx.may('indicators.give', unitId) },
  }
})

const NO_FIGURE = { value: null, figure: 'unknown', part: null, whole: null, known: 0, units: 0 } as const

/** Break-downs that every measure of the formula has and no filter of it settles. */
async function breakdownsOf(tx: Transaction<IndicatorsDb>, ground: Ground, definition: OwnedDefinition, asked: FiguresQuery): Promise<IndicatorView['breakdowns']> {
  const formula = formulaOrNull(definition, ground.measures)
  const refs = formula ? measuresOf(formula) : []
  const fits = (split: string) => refs.every((ref) => Object.hasOwn(ground.measures.get(ref.code)?.breakdowns ?? {}, split) && !ref.filters.some(({ name }) => name === split))
  const splits = (Object.keys(SLICES) as SliceName[]).filter((split) => refs.length > 0 && fits(split))
  const found: IndicatorView['breakdowns'] = []
  for (const split of splits) {
    const keys = SLICES[split]
    const figures = (await slicesOf(tx, ground, definition, asked, keys.map((key) => ({ [split]: key })))) ?? []
    const rows = figures.map((figure, at) => ({ key: keys[at]!, ...figureFields(figure) })).filter((row) => row.value !== null && (row.whole !== null || row.value !== 0))
    if (rows.length > 0) found.push({ split, rows })
  }
  return found
}
