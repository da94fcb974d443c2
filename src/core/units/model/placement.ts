import { LEVELS, type Level, type UnitFacts } from './unit.ts'

/** First day without districts. @source Luật Tổ chức chính quyền địa phương 72/2025/QH15: two tiers from 01/7/2025 */
export const FIRST_DAY_WITHOUT_DISTRICTS = '2025-07-01'

export type PlacementFault = 'parent_missing' | 'parent_not_above' | 'school_levels_missing' | 'body_teaches' | 'district_closed'

/** The levels of the superiors that a unit names; null where it names none. */
export interface ParentLevels {
  readonly administrative: Level | null
  readonly professional: Level | null
}

/**
 * What is wrong with a unit's place in the tree; null when it may stand there.
 *
 * A superior stands on a higher level: Ministry, Department, district office, commune, school. Everything below the
 * Ministry has a superior.
 *
 * @param lastDay  the last day of the version when it has ended, null while it lasts
 */
export function placementFault(facts: UnitFacts, parents: ParentLevels, lastDay: string | null): PlacementFault | null {
  const teaches = facts.schoolLevels.length > 0 || facts.form === 'continuing'
  if (facts.level === 'school' && !teaches) return 'school_levels_missing'
  if (facts.level !== 'school' && (teaches || facts.form !== null)) return 'body_teaches'
  if (facts.level === 'district_office' && (lastDay === null || lastDay >= FIRST_DAY_WITHOUT_DISTRICTS)) return 'district_closed'
  const named = [parents.administrative, parents.professional].filter((level) => level !== null)
  if (facts.level !== 'ministry' && named.length === 0) return 'parent_missing'
  return named.every((level) => standsAbove(level, facts.level)) ? null : 'parent_not_above'
}

/** Whether a body of the level `superior` may direct one of the level `inferior`. */
export function standsAbove(superior: Level, inferior: Level): boolean {
  return LEVELS.indexOf(superior) < LEVELS.indexOf(inferior)
}
