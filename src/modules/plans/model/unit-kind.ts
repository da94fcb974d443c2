import type { Form, Level, SchoolLevel } from '#core/units/model/unit.ts'
import type { UnitKind } from './roles.ts'

/** The kind of plan that a unit writes; null for bodies that have no template of their own. */
export function unitKindOf(unit: { readonly level: Level; readonly schoolLevels: readonly SchoolLevel[]; readonly form: Form | null }): UnitKind | null {
  if (unit.level === 'commune') return 'commune'
  if (unit.level === 'department') return 'department'
  if (unit.level !== 'school') return null
  if (unit.form === 'boarding' || unit.form === 'continuing') return unit.form
  if (unit.schoolLevels.length > 1) return 'multi_level'
  return unit.schoolLevels[0] ?? null
}
