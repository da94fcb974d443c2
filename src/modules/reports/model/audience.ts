import type { Form as SchoolForm, Level, Ownership, SchoolLevel } from '#core/units/model/unit.ts'

/** Whom a round asks, of the units below the superior on the line of the round. */
export type Audience =
  | { readonly by: 'kind'; readonly levels: readonly Level[]; readonly schoolLevels?: readonly SchoolLevel[] | undefined; readonly forms?: readonly SchoolForm[] | undefined; readonly ownership?: readonly Ownership[] | undefined }
  | { readonly by: 'list'; readonly unitIds: readonly string[] }

export interface Candidate {
  readonly unitId: string
  readonly level: Level
  readonly schoolLevels: readonly SchoolLevel[]
  readonly form: SchoolForm | null
  readonly ownership: Ownership | null
}

/** Whether a unit below is asked. A school that teaches several levels is asked when one of them is. */
export function isAsked(audience: Audience, unit: Candidate): boolean {
  if (audience.by === 'list') return audience.unitIds.includes(unit.unitId)
  if (!audience.levels.includes(unit.level)) return false
  if (unit.level !== 'school') return true
  const { schoolLevels, forms, ownership } = audience
  return (
    (!schoolLevels || schoolLevels.length === 0 || unit.schoolLevels.some((level) => schoolLevels.includes(level))) &&
    (!forms || forms.length === 0 || (unit.form !== null && forms.includes(unit.form))) &&
    (!ownership || ownership.length === 0 || (unit.ownership !== null && ownership.includes(unit.ownership)))
  )
}
