import type { MessageKey } from '#platform/i18n/messages.ts'

/** Whom a record reached. */
export const AUDIENCES = ['managers', 'teachers', 'staff', 'pupils', 'parents', 'community'] as const
export type Audience = (typeof AUDIENCES)[number]

/** '' is not told apart. */
export const SEXES = ['F', 'M', ''] as const
export type Sex = (typeof SEXES)[number]

/** Years of age; '' is not told. */
export const AGE_GROUPS = ['', 'under_6', '6_10', '11_14', '15_17', 'adult'] as const
export type AgeGroup = (typeof AGE_GROUPS)[number]

/** '' is not told. */
export const ETHNICITIES = ['', 'minority', 'majority'] as const
export type Ethnicity = (typeof ETHNICITIES)[number]

export const FIELD_TYPES = ['text', 'number', 'choice', 'date', 'money', 'person', 'list'] as const
export type FieldType = (typeof FIELD_TYPES)[number]

/** One thing that a kind asks beyond what every record has. Its label is `<module>.field_<kind>_<id>`. */
export interface Field {
  readonly id: string
  readonly type: FieldType
  readonly required?: boolean
  /** Of a choice: what can be chosen, by ids. */
  readonly choices?: readonly string[]
  /** First version of the kind that asks it; 1 where nothing is said. */
  readonly since?: number
  /** Last version that asked it; records of that version keep it. */
  readonly until?: number
}

/**
 * How people are counted: `once` for one event, where each takes part once and contacts are persons; `repeated` for what
 * the same people come to several times, contacts and persons asked apart; `reach` for readers and viewers, contacts
 * alone; `none` where nobody is counted.
 */
export type Counting = 'once' | 'repeated' | 'reach' | 'none'

/** How much proof a record of the kind needs before its evidence is complete. */
export interface EvidenceRule {
  readonly min: number
  /** What is asked for: a key of `<module>.evidence_…`. */
  readonly what: 'photo' | 'document' | 'photo_or_document' | 'link_or_picture' | 'none'
}

/** A kind of dated record: what differs from kind to kind; form, list, sheet, checks and facts follow from it. */
export interface Kind {
  readonly code: string
  /** Counts up when fields, audiences or breakdowns change; a record keeps the version it was written with. */
  readonly version: number
  readonly titleKey: string
  readonly icon: string
  readonly fields: readonly Field[]
  readonly audiences: readonly Audience[]
  readonly counting: Counting
  /** A record without any participant is whole: a poster, a rule, a model. */
  readonly withoutPeople?: boolean
  /** Breakdowns of head-counts that are asked beside sex. */
  readonly ask: readonly ('age' | 'ethnicity')[]
  readonly evidence: EvidenceRule
  /** What is counted of it: `count`, `contacts`, `persons`, `cost`, or the id of a number field; each becomes `<code>.<measure>`. */
  readonly measures: readonly string[]
  /** The choice field that breaks its facts down: the `detail` of a fact. */
  readonly detail?: string
}

type Declared = Omit<Kind, 'titleKey'> & { readonly titleKey: MessageKey }

/**
 * Declares a kind.
 *
 * @throws Error for a declaration that contradicts itself: a measure or a detail that is no field, a field named twice
 */
export function defineKind(kind: Declared): Kind {
  const ids = kind.fields.map(({ id }) => id)
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice) throw new Error(`kind ${kind.code}: field ${twice} is declared twice`)
  for (const measure of kind.measures) {
    if (['count', 'contacts', 'persons', 'cost'].includes(measure)) continue
    const field = kind.fields.find(({ id }) => id === measure)
    if (field?.type !== 'number' && field?.type !== 'money') throw new Error(`kind ${kind.code}: measure ${measure} is no number field`)
  }
  const empty = kind.fields.find(({ type, choices }) => type === 'choice' && !choices?.length)
  if (empty) throw new Error(`kind ${kind.code}: choice ${empty.id} has nothing to choose`)
  if (kind.detail && kind.fields.find(({ id }) => id === kind.detail)?.type !== 'choice') throw new Error(`kind ${kind.code}: detail ${kind.detail} is no choice field`)
  if ((kind.counting === 'none') !== (kind.audiences.length === 0)) throw new Error(`kind ${kind.code}: audiences and counting do not agree`)
  return kind
}

/** The fields that a version of the kind asks. */
export function fieldsOf(kind: Kind, version: number = kind.version): readonly Field[] {
  return kind.fields.filter(({ since = 1, until = Infinity }) => since <= version && version <= until)
}
