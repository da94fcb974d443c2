import { AUDIENCES, defineKind } from '#core/records/model/kind.ts'

export const contest = defineKind({
  code: 'contest',
  version: 1,
  titleKey: 'activities.kind_contest',
  icon: 'check',
  fields: [
    { id: 'form', type: 'choice', choices: ['drawing', 'writing', 'video', 'stage', 'quiz', 'sports', 'other'] },
    { id: 'entries', type: 'number' },
    { id: 'prizes', type: 'number' },
    { id: 'winners', type: 'list' },
  ],
  audiences: AUDIENCES,
  counting: 'once',
  ask: ['ethnicity'],
  evidence: { min: 1, what: 'photo_or_document' },
  measures: ['count', 'contacts', 'persons', 'entries', 'prizes', 'cost'],
  detail: 'form',
})
