import type { CommandContext } from '#core/access/request.ts'
import { addDays, type PlainDate } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import { formatDay } from '#platform/i18n/day.ts'
import type { DayRange } from './model/day-range.ts'
import { placementFault } from './model/placement.ts'
import type { UnitFacts } from './model/unit.ts'
import type { UnitTables } from './tables.ts'
import { bodiesOn, standInLine, type Tx } from './tree-store.ts'

type Context = CommandContext<UnitTables>

/** The superiors that a unit names. */
export function parentsOf(facts: Pick<UnitFacts, 'administrativeParentId' | 'professionalParentId'>): string[] {
  return [...new Set([facts.administrativeParentId, facts.professionalParentId])].filter((id) => id !== null)
}

/**
 * Refuses a unit that may not stand where these facts put it.
 * @returns the province of its superiors, `00` where they are the nation's, null without any
 * @throws AppError `invalid` `units.<fault>`
 */
export async function checkPlacement(tx: Tx, facts: UnitFacts, days: DayRange & { readonly from: PlainDate }): Promise<string | null> {
  const bodies = await bodiesOn(tx, parentsOf(facts), days.from)
  const levelOf = (id: string | null) => {
    if (id === null) return null
    const body = bodies.get(id)
    if (!body) throw new AppError('invalid', 'units.parent_not_found', { day: formatDay(days.from) })
    return body.level
  }
  const parents = { administrative: levelOf(facts.administrativeParentId), professional: levelOf(facts.professionalParentId) }
  const fault = placementFault(facts, parents, days.until === null ? null : addDays(days.until, -1))
  if (fault) throw new AppError('invalid', `units.${fault}`)
  const provinces = [...bodies.values()].map((body) => body.provinceId)
  return provinces.find((province) => province !== '00') ?? provinces[0] ?? null
}

/**
 * Asks for the permission to put a unit below these superiors: over one of them; the other must stand in line with it,
 * so that nobody hangs a school on a foreign Department.
 * @throws AppError as `ctx.allow`, `invalid` when the two have nothing to do with each other
 */
export async function allowBelow(ctx: Context, facts: Pick<UnitFacts, 'administrativeParentId' | 'professionalParentId'>): Promise<void> {
  const parents = parentsOf(facts)
  if (parents.length === 0) throw new AppError('invalid', 'units.parent_missing')
  const held: string[] = []
  for (const id of parents) if (await ctx.may('units.create', id)) held.push(id)
  await ctx.allow('units.create', held[0] ?? parents[0]!)
  const [one, other] = parents
  if (held.length === 1 && one && other && !(await standInLine(ctx.tx, one, other, ctx.today))) throw new AppError('invalid', 'units.parents_apart')
}
