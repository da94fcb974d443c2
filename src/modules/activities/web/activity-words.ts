import type { MessageKey } from '#platform/i18n/messages.ts'
import type { Tone } from '#platform/web/tag.tsx'
import type { AgeGroup, Audience, Ethnicity, Kind, Sex } from '#core/records/model/kind.ts'
import type { CostSource, RecordState } from '#core/records/model/record.ts'
import { KINDS } from '../kinds/all.ts'

/** The words of what a kind declares; that each has one, in both languages, is held by `words.test.ts`. */
const key = (text: string): MessageKey => text as MessageKey

export const fieldLabel = (id: string): MessageKey => key(`activities.field_${id}`)
export const choiceLabel = (field: string, choice: string): MessageKey => key(`activities.choice_${field}_${choice}`)
export const audienceLabel = (audience: Audience): MessageKey => `records.audience_${audience}`
export const stateLabel = (state: RecordState): MessageKey => `records.state_${state}`
export const costLabel = (source: CostSource): MessageKey => `records.cost_${source}`
export const ageLabel = (age: AgeGroup): MessageKey => `records.age_${age === '' ? 'unknown' : age}`
export const ethnicityLabel = (ethnicity: Ethnicity): MessageKey => `records.ethnicity_${ethnicity === '' ? 'unknown' : ethnicity}`
export const sexLabel = (sex: Sex): MessageKey => `records.sex_${sex === 'F' ? 'female' : sex === 'M' ? 'male' : 'unknown'}`

/** A kind that is no longer declared is named by its code. */
export const kindLabel = (code: string): MessageKey => key(KINDS.get(code)?.titleKey ?? code)

export const kindChoices = [...KINDS.values()].map(({ code }: Kind) => ({ value: code, label: kindLabel(code) }))

export const STATE_TONES = { draft: 'warn', recorded: 'ok', removed: 'mute' } as const satisfies Record<RecordState, Tone>
