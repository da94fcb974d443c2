import type { Transaction } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import type { IndicatorRow } from '../contract.ts'
import type { OwnedDefinition } from '../model/catalogue-of.ts'
import type { ShownLevel } from '../model/definition.ts'
import type { Figure } from '../model/figure.ts'
import { elapsedOf, isUninformative, stateOf } from '../model/target-state.ts'
import { isInheritable, targetOf, type TargetGround, type YearTarget } from '../model/targets.ts'
import { yearSpan } from '../model/year.ts'
import { figuresFor, type FigureOfUnit, type FiguresQuery, type Ground } from '../public.ts'
import { lineOf, superiorTargets, targetsOfUnits, type UnitRow } from '../store.ts'
import type { IndicatorsDb } from '../tables.ts'

type Tx = Transaction<IndicatorsDb>

/** How a unit is looked at: a school by itself, a superior with all below it. */
export function viewOf(unit: Pick<UnitRow, 'id' | 'level'>, year: number): FiguresQuery {
  const isBelow = unit.level !== 'school'
  return { unitId: unit.id, ...yearSpan(year), scope: isBelow ? 'below' : 'own', line: lineOf(unit.level), tree: 'then', withoutMissing: true }
}

/** Whether an indicator stands on the screens of a unit: one of primary schools is nothing to an upper-secondary one. */
export function isShownTo(definition: Pick<OwnedDefinition, 'levels' | 'givers'>, unit: Pick<UnitRow, 'level' | 'schoolLevels'>): boolean {
  const shown: ShownLevel = unit.level === 'district_office' ? 'commune' : unit.level
  if (!definition.levels.includes(shown)) return false
  if (unit.level !== 'school') return true
  return definition.givers.includes('school') || unit.schoolLevels.some((level) => definition.givers.includes(level))
}

/** What is not known by the figure itself. */
export function figureFields(figure: Pick<Figure, 'value' | 'state' | 'part' | 'whole' | 'known' | 'units'>) {
  const { value, state, part, whole, known, units } = figure
  return { value, figure: state, part, whole, known, units }
}

export function targetView(target: YearTarget | null): IndicatorRow['target'] {
  if (!target) return null
  const { source } = target
  return {
    value: Number(target.value),
    source: {
      kind: source.kind,
      ...(source.kind === 'inherited' ? { unitName: source.unitName } : {}),
      ...(source.kind === 'official' ? { sure: source.sure, words: source.words } : {}),
    },
  }
}

/** What targets of a unit stand on, by indicator. */
export async function targetGrounds(tx: Tx, unit: Pick<UnitRow, 'id' | 'level'>, day: PlainDate, codes?: readonly string[]): Promise<(definition: OwnedDefinition) => TargetGround> {
  const set = await targetsOfUnits(tx, [unit.id], codes)
  const superiors = await superiorTargets(tx, unit.id, day)
  const isBelow = unit.level !== 'school'
  return (definition) => {
    const own = set.filter((target) => target.code === definition.code)
    const before = own.filter((target) => target.baseline !== null && target.baselineYear !== null).toSorted((a, b) => b.baselineYear! - a.baselineYear!)[0]
    // What an instrument asks of every unit in numbers is no target for the sum of many.
    const milestones = isBelow && !isInheritable(definition.unit) ? definition.milestones.filter(({ value }) => value === 0) : definition.milestones
    return {
      definition: { unit: definition.unit, milestones },
      set: own,
      superiors: superiors.filter((target) => target.code === definition.code),
      lastActual: before ? { year: before.baselineYear!, value: before.baseline! } : null,
    }
  }
}

/** Rows of indicators of a unit in a year, with targets and states. */
export async function indicatorRows(tx: Tx, ground: Ground, unit: UnitRow, definitions: readonly OwnedDefinition[], year: number, today: PlainDate): Promise<IndicatorRow[]> {
  const asked = viewOf(unit, year)
  const figures = await figuresFor(tx, ground, definitions, asked)
  const before = await figuresFor(tx, ground, definitions, viewOf(unit, year - 1))
  const women = await womenShare(tx, ground, unit, year, figures)
  const groundFor = await targetGrounds(tx, unit, today)
  return definitions.flatMap((definition) => {
    const figure = figures.find(({ code }) => code === definition.code)
    if (!figure) return []
    const last = before.find(({ code }) => code === definition.code)?.value ?? null
    return [rowOf(definition, figure, { ground: groundFor(definition), last, women, year, today })]
  })
}

interface Surroundings {
  readonly ground: TargetGround
  /** The figure of the year before. */
  readonly last: number | null
  readonly women: number | null
  readonly year: number
  readonly today: PlainDate
}

export function rowOf(definition: OwnedDefinition, figure: Figure, { ground, last, women, year, today }: Surroundings): IndicatorRow {
  const known = last === null ? ground : { ...ground, lastActual: { year: year - 1, value: String(last) } }
  const target = targetOf(known, year)
  const span = yearSpan(year)
  const state = stateOf({
    value: figure.value,
    figure: figure.state,
    target: target ? Number(target.value) : null,
    before: last,
    direction: definition.direction,
    isFlow: definition.isFlow,
    elapsed: elapsedOf(span.from, span.to, today),
    isUninformative: isUninformative(definition.code, women),
  })
  const { code, version, name, unit } = definition
  return { code, version, name, unit, byHand: figure.byHand, isYesNo: definition.hand?.kind === 'yes', ...figureFields(figure), target: targetView(target), goal: targetView(targetOf(known, 2030)), state }
}

/** Women among the staff in per cent, the figure of A13. */
export async function womenShare(tx: Tx, ground: Ground, unit: UnitRow, year: number, figures: readonly FigureOfUnit[] = []): Promise<number | null> {
  const found = figures.find(({ code }) => code === 'A13')
  if (found) return found.value
  const staff = ground.definitions.filter(({ code }) => code === 'A13')
  const [figure] = await figuresFor(tx, ground, staff, viewOf(unit, year))
  return figure?.value ?? null
}
