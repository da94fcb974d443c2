import { exactOf, decimalOf } from '@songhanh/formula/exact'
import { groupBy } from '#core/units/model/group-by.ts'
import { AppError } from '#platform/errors.ts'
import type { PlainDate } from '#platform/clock.ts'
import type { Transaction } from 'kysely'
import { listBelow, type BelowView } from '../contract.ts'
import type { OwnedDefinition } from '../model/catalogue-of.ts'
import { placesOf } from '../model/definition.ts'
import { isGiver } from '../model/hand.ts'
import type { Figure } from '../model/figure.ts'
import { sumOfCommitments } from '../model/split.ts'
import { isInheritable } from '../model/targets.ts'
import { yearSpan } from '../model/year.ts'
import { definitionOf, figuresFor, groundOf, type Ground } from '../public.ts'
import { lineOf, query, targetsOfUnits, unitOn, unitsBelow, type UnitBelow, type UnitRow } from '../store.ts'
import type { IndicatorsDb } from '../tables.ts'
import { indicatorRows, rowOf, targetGrounds, viewOf } from './indicator-rows.ts'
import { figuresOfUnits } from './units-figures.ts'

export default query(listBelow, async (ctx, { unitId, code, year }) => {
  await ctx.allow('indicators.board', unitId)
  const unit = await unitOn(ctx.tx, unitId, ctx.today)
  const ground = await groundOf(ctx.tx, unitId, yearSpan(year).to)
  const definition = definitionOf(ground, code)
  const [row] = await indicatorRows(ctx.tx, ground, unit, [definition], year, ctx.today)
  if (!row) throw new AppError('conflict', 'indicators.formula_dead', { code })
  const { below, figures } = await figuresBelow(ctx.tx, ground, definition, unit, year, ctx.today)
  const groundOfUnit = await groundsBelow(ctx.tx, unit, definition, below, ctx.today)
  const units = below.flatMap((one): BelowView['units'] => {
    const figure = figures.get(one.id)
    if (!figure) return []
    const { value, figure: state, part, whole, known, units: all, target, state: standing } = rowOf(definition, figure, { ground: groundOfUnit(one), last: null, women: null, year, today: ctx.today })
    return [{ unitId: one.id, unitName: one.name, provinceCode: one.provinceCode, value, figure: state, part, whole, known, units: all, target, state: standing }]
  })
  return { units, ...commitments(definition, units, row.target?.value ?? null) }
})

/**
 * The units directly below with their figures along the superior's line: of a school its own, of a body with units below
 * it theirs together. A commune that stands beside its schools under a Department counts with its own alone.
 */
export async function figuresBelow(
  tx: Transaction<IndicatorsDb>,
  ground: Ground,
  definition: OwnedDefinition,
  superior: UnitRow,
  year: number,
  today: PlainDate,
): Promise<{ below: UnitBelow[]; figures: ReadonlyMap<string, Figure> }> {
  const line = lineOf(superior.level)
  const all = await unitsBelow(tx, superior.id, line, today)
  const schools = all.filter(({ level }) => level === 'school')
  const figures = new Map(await figuresOfUnits(tx, ground, definition, { unitIds: schools.map(({ id }) => id), ...yearSpan(year) }))
  for (const one of all) {
    if (one.level === 'school') continue
    const [figure] = await figuresFor(tx, ground, [definition], { ...viewOf(one, year), line })
    if (figure) figures.set(one.id, figure)
  }
  const isAsked = (unit: UnitRow) => unit.level !== 'commune' || isGiver(definition, unit) || (figures.get(unit.id)?.known ?? 0) > 0
  return { below: all.filter(isAsked), figures }
}

/** Targets of units below: their own, what they were given, else what they inherit from this superior. */
async function groundsBelow(tx: Transaction<IndicatorsDb>, superior: UnitRow, definition: OwnedDefinition, below: readonly UnitRow[], today: PlainDate) {
  const set = groupBy(await targetsOfUnits(tx, below.map(({ id }) => id), [definition.code]), (target) => [target.unitId])
  const own = await targetsOfUnits(tx, [superior.id], [definition.code])
  const above = (await targetGrounds(tx, superior, today, [definition.code]))(definition)
  const inherited = own
    .filter(({ kind, year }) => kind === 'own' || (kind === 'given' && !own.some((other) => other.kind === 'own' && other.year === year)))
    .map(({ year, value }) => ({ unitId: superior.id, unitName: superior.name, year, value }))
  return (unit: UnitRow) => ({
    definition: { unit: definition.unit, milestones: unit.level === 'school' || isInheritable(definition.unit) ? definition.milestones : [] },
    set: set.get(unit.id) ?? [],
    superiors: [...inherited, ...above.superiors],
    lastActual: null,
  })
}

/** What units have decided or were given, against the superior's own target; what they merely inherit is no promise. */
function commitments(definition: OwnedDefinition, units: BelowView['units'], target: number | null) {
  const promised = units.map((unit) => {
    const isPromise = unit.target !== null && (unit.target.source.kind === 'own' || unit.target.source.kind === 'given')
    return { target: isPromise ? exactOf(unit.target!.value) : null, whole: unit.whole === null ? null : exactOf(unit.whole) }
  })
  const together = sumOfCommitments(promised, isInheritable(definition.unit))
  const committed = together === null ? null : Number(decimalOf(together, placesOf(definition.unit)))
  return {
    target,
    committed,
    committedUnits: promised.filter((unit) => unit.target !== null).length,
    gap: committed === null || target === null ? null : Number(decimalOf({ top: exactOf(committed).top * exactOf(target).bottom - exactOf(target).top * exactOf(committed).bottom, bottom: exactOf(committed).bottom * exactOf(target).bottom }, placesOf(definition.unit))),
  }
}
