import type { SafetyLevel } from './safety.ts'

/** What a case is in law; one may be several. */
export const LEGAL_TAGS = ['school_violence', 'gender_violence', 'child_abuse', 'domestic_violence', 'harassment', 'equality_violation'] as const
export type LegalTag = (typeof LEGAL_TAGS)[number]

/** Under 16 is a child in law; 16 and 17 is under age, but not a child. */
export const AGES = ['under_16', 'under_18', 'adult', 'unknown'] as const
export type Age = (typeof AGES)[number]

/** Whether sexual abuse is part of it: the handler says so, the program guesses nothing. */
export interface CaseFacts {
  readonly tags: readonly LegalTag[]
  readonly age: Age
  readonly isSexual: boolean
  /** Null until the safety is assessed. */
  readonly level: SafetyLevel | null
  /** Whether the carer may be the one who does harm; null while it is not known. */
  readonly byCarer: boolean | null
}

export const DUTIES = {
  care: 'Nghị định 80/2017/NĐ-CP, Điều 6.3',
  tell_child: 'Luật Trẻ em 2016, Điều 51; Nghị định 56/2017/NĐ-CP, Điều 25.1',
  emergency: 'Nghị định 56/2017/NĐ-CP, Điều 26.3, 31.2, 32.2',
  pass_on_domestic: 'Luật Phòng, chống bạo lực gia đình 2022, Điều 19.1.c, Điều 20',
  tell_family: 'Nghị định 80/2017/NĐ-CP, Điều 6.3',
  tell_authority: 'Nghị định 80/2017/NĐ-CP, Điều 6.3',
  plan: 'Nghị định 56/2017/NĐ-CP, Điều 28.1, 28.4, 29',
  equality: 'Nghị định 125/2021/NĐ-CP',
  harassment: 'Bộ luật Lao động 2019',
  listen: 'Luật Trẻ em 2016, Điều 47.5',
} as const satisfies Record<string, string>
export type Duty = keyof typeof DUTIES

export const BANS = {
  no_mediation: null,
  no_parent_notice: 'Nghị định 56/2017/NĐ-CP, Điều 27.1.h',
  no_disclosure: 'Luật Trẻ em 2016, Điều 6.11; Nghị định 56/2017/NĐ-CP, Điều 24, 33',
  no_delay: 'Luật Trẻ em 2016, Điều 6.7, 6.15',
  no_blame: null,
} as const satisfies Record<string, string | null>
export type Ban = keyof typeof BANS

/** Their wording was recalled, not read in the source: shown with a mark until somebody has. */
export const UNREAD_SOURCES: readonly Duty[] = ['harassment', 'pass_on_domestic']

/**
 * What the law asks of a handler, the most pressing first, and what must not be done. Unknown age counts as a child, an
 * unknown wrongdoer as the carer.
 */
export function dutiesOf({ tags, age, isSexual, level, byCarer }: CaseFacts): { duties: Duty[]; bans: Ban[] } {
  const has = (tag: LegalTag) => tags.includes(tag)
  const mayBeChild = age === 'under_16' || age === 'unknown'
  const isUnderAge = age !== 'adult'
  const isViolence = isSexual || has('child_abuse') || has('school_violence') || has('gender_violence') || has('domestic_violence')
  const isChildCase = has('child_abuse') || (mayBeChild && (isViolence || tags.length === 0))
  const mayTellFamily = isUnderAge && byCarer === false && !has('domestic_violence')
  const duties: [Duty, boolean][] = [
    ['emergency', level === 'emergency'],
    ['tell_child', isChildCase],
    ['pass_on_domestic', has('domestic_violence')],
    ['care', isViolence || tags.length === 0],
    ['tell_authority', has('school_violence') || has('gender_violence') || isSexual],
    ['listen', isChildCase],
    ['tell_family', has('school_violence') && mayTellFamily],
    ['plan', isChildCase],
    ['harassment', has('harassment')],
    ['equality', has('equality_violation')],
  ]
  const bans: [Ban, boolean][] = [
    ['no_mediation', isSexual || (mayBeChild && isViolence) || has('child_abuse') || tags.length === 0],
    ['no_parent_notice', isUnderAge && !mayTellFamily],
    ['no_disclosure', true],
    ['no_delay', isChildCase],
    ['no_blame', true],
  ]
  return { duties: duties.filter(([, holds]) => holds).map(([duty]) => duty), bans: bans.filter(([, holds]) => holds).map(([ban]) => ban) }
}
