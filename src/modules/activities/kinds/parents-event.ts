import { defineKind } from '#core/records/model/kind.ts'
import { TOPICS } from '../model/choices.ts'

export const parentsEvent = defineKind({
  code: 'parents_event',
  version: 1,
  titleKey: 'activities.kind_parents_event',
  icon: 'people',
  fields: [
    { id: 'form', type: 'choice', choices: ['parents_meeting', 'talk', 'family_day', 'online_group', 'other'] },
    { id: 'topic', type: 'choice', choices: TOPICS },
  ],
  audiences: ['parents', 'pupils', 'managers', 'teachers', 'community'],
  counting: 'once',
  ask: ['ethnicity'],
  evidence: { min: 1, what: 'photo_or_document' },
  measures: ['count', 'contacts', 'persons', 'cost'],
  detail: 'form',
})
