import type { Words } from '#platform/i18n/messages.ts'
import type { Translator } from '#platform/i18n/translator.ts'
import { FORMS, LEVELS, OWNERSHIPS, SCHOOL_LEVELS, type Level, type SchoolLevel } from '../model/unit.ts'

export const levelChoices = LEVELS.map((value) => ({ value, label: `units.level_${value}` as const }))
export const schoolLevelChoices = SCHOOL_LEVELS.map((value) => ({ value, label: `units.school_${value}` as const }))
export const formChoices = FORMS.map((value) => ({ value, label: `units.form_${value}` as const }))
export const ownershipChoices = OWNERSHIPS.map((value) => ({ value, label: `units.ownership_${value}` as const }))

/** `Trường · Tiểu học, THCS`. */
export function kindOf({ level, schoolLevels }: { readonly level: Level; readonly schoolLevels: readonly SchoolLevel[] }, { t }: Translator): string {
  const taught = SCHOOL_LEVELS.filter((school) => schoolLevels.includes(school)).map((school) => t(`units.school_${school}`))
  return taught.length > 0 ? `${t(`units.level_${level}`)} · ${taught.join(', ')}` : t(`units.level_${level}`)
}

/** Since when and until when: `từ 01/07/2025`, `đến 30/06/2025`. */
export function periodOf(from: string | null, lastDay: string | null, day: (day: string) => string): Words {
  if (from && lastDay) return ['units.period', { from: day(from), until: day(lastDay) }]
  if (from) return ['units.period_from', { from: day(from) }]
  return lastDay ? ['units.period_until', { until: day(lastDay) }] : 'units.period_always'
}

/** The superiors of a unit in one line; one body that is both stands there once. */
export function namesOf(...parents: readonly ({ readonly name: string } | null)[]): string {
  return [...new Set(parents.flatMap((parent) => parent?.name ?? []))].join(' · ')
}
