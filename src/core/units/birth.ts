import type { CommandContext } from '#core/access/request.ts'
import type { PlainDate } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import { provinceOf } from './area-store.ts'
import { factsOf } from './model/facts.ts'
import type { UnitFacts } from './model/unit.ts'
import { allowBelow, checkPlacement } from './placement.ts'
import type { UnitTables } from './tables.ts'
import { insertUnit, insertVersion } from './tree-store.ts'

/** A unit that does not exist yet. */
export type NewUnit = UnitFacts & { readonly code?: string | null | undefined }

/**
 * Creates a unit that lasts from a day on, after asking for the permission over its superiors. Who stands above it is
 * derived by the caller.
 *
 * @param provinceId  of a Department: the code of its province, else that of its area; of the rest the superior's is taken
 */
export async function bearUnit(ctx: CommandContext<UnitTables>, unit: NewUnit, from: PlainDate, provinceId?: string): Promise<string> {
  if (unit.level === 'ministry') throw new AppError('invalid', 'units.ministry_is_founded')
  const facts = factsOf(unit)
  await allowBelow(ctx, facts)
  const days = { from, until: null }
  const inherited = await checkPlacement(ctx.tx, facts, days)
  const province = inherited !== '00' ? inherited : (provinceId ?? (await provinceOf(ctx.tx, facts.areaId)) ?? (unit.level === 'department' ? null : '00'))
  if (province === null) throw new AppError('invalid', 'units.province_missing')

  const id = ctx.newId()
  await insertUnit(ctx.tx, { id, provinceId: province, code: unit.code ?? null })
  await insertVersion(ctx.tx, id, days, facts)
  return id
}
