import { defineKind } from '#core/records/model/kind.ts'
import { MEETING_FORMS, TOPICS } from '../model/choices.ts'

/** People of the unit who were trained by others. */
export const trainingAttended = defineKind({
  code: 'training_attended',
  version: 1,
  titleKey: 'activities.kind_training_attended',
  icon: 'people',
  fields: [
    { id: 'organiser', type: 'text', required: true },
    { id: 'topic', type: 'choice', choices: TOPICS },
    { id: 'meeting_form', type: 'choice', choices: MEETING_FORMS },
    { id: 'days', type: 'number' },
    { id: 'committee_members', type: 'number' },
  ],
  audiences: ['managers', 'teachers', 'staff'],
  counting: 'once',
  ask: ['ethnicity'],
  evidence: { min: 1, what: 'photo_or_document' },
  measures: ['count', 'contacts', 'persons', 'days', 'committee_members', 'cost'],
  detail: 'topic',
})
