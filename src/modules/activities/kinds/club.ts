import { defineKind } from '#core/records/model/kind.ts'
import { TOPICS } from '../model/choices.ts'

/** Sessions of a club: the same members come again, so persons are asked apart from contacts. */
export const club = defineKind({
  code: 'club',
  version: 1,
  titleKey: 'activities.kind_club',
  icon: 'people',
  fields: [
    { id: 'club_name', type: 'text', required: true },
    { id: 'topic', type: 'choice', choices: TOPICS },
    { id: 'sessions', type: 'number' },
    { id: 'leader', type: 'person' },
  ],
  audiences: ['pupils', 'teachers', 'staff', 'parents'],
  counting: 'repeated',
  ask: ['ethnicity'],
  evidence: { min: 1, what: 'photo' },
  measures: ['count', 'contacts', 'persons', 'sessions', 'cost'],
  detail: 'topic',
})
