import { defineKind } from '#core/records/model/kind.ts'

/** Visits and support to women, girls and families in hardship. */
export const visit = defineKind({
  code: 'visit',
  version: 1,
  titleKey: 'activities.kind_visit',
  icon: 'person',
  fields: [
    { id: 'occasion', type: 'choice', required: true, choices: ['day_8_3', 'day_20_10', 'tet', 'illness', 'maternity', 'hardship', 'disaster', 'other'] },
    { id: 'support_value', type: 'money' },
    { id: 'support', type: 'text' },
  ],
  audiences: ['managers', 'teachers', 'staff', 'pupils', 'parents', 'community'],
  counting: 'once',
  ask: ['ethnicity'],
  evidence: { min: 1, what: 'photo_or_document' },
  measures: ['count', 'contacts', 'persons', 'support_value', 'cost'],
  detail: 'occasion',
})
