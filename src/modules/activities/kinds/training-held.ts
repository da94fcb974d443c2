import { AUDIENCES, defineKind } from '#core/records/model/kind.ts'
import { MEETING_FORMS, TOPICS } from '../model/choices.ts'

export const trainingHeld = defineKind({
  code: 'training_held',
  version: 1,
  titleKey: 'activities.kind_training_held',
  icon: 'people',
  fields: [
    { id: 'topic', type: 'choice', choices: TOPICS },
    { id: 'meeting_form', type: 'choice', choices: MEETING_FORMS },
    { id: 'trainer', type: 'person' },
    { id: 'days', type: 'number' },
    { id: 'committee_members', type: 'number' },
  ],
  audiences: AUDIENCES,
  counting: 'once',
  ask: ['ethnicity'],
  evidence: { min: 1, what: 'photo_or_document' },
  measures: ['count', 'contacts', 'persons', 'days', 'committee_members', 'cost'],
  detail: 'topic',
})
