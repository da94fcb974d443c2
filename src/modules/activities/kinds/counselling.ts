import { defineKind } from '#core/records/model/kind.ts'

/** Counts only: who came and what was said belongs into no record of this kind. */
export const counselling = defineKind({
  code: 'counselling',
  version: 1,
  titleKey: 'activities.kind_counselling',
  icon: 'comment',
  fields: [
    { id: 'concern', type: 'choice', required: true, choices: ['friendship', 'family', 'puberty', 'gender', 'violence', 'online', 'study', 'mood', 'other'] },
    { id: 'setting', type: 'choice', choices: ['individual', 'group', 'phone', 'online'] },
    { id: 'sessions', type: 'number' },
  ],
  audiences: ['pupils', 'parents', 'teachers'],
  counting: 'repeated',
  ask: ['age', 'ethnicity'],
  evidence: { min: 0, what: 'none' },
  measures: ['count', 'contacts', 'persons', 'sessions'],
  detail: 'concern',
})
