import { AUDIENCES, defineKind } from '#core/records/model/kind.ts'

/** A measure that makes the school safer: rules, channels, rooms, checks. */
export const safeSchool = defineKind({
  code: 'safe_school',
  version: 1,
  titleKey: 'activities.kind_safe_school',
  icon: 'lock',
  fields: [
    { id: 'safety_measure', type: 'choice', required: true, choices: ['code_of_conduct', 'report_channel', 'commitment', 'counselling_room', 'toilets', 'lighting_camera', 'patrol', 'risk_review', 'other'] },
    { id: 'places', type: 'number' },
    { id: 'finished_on', type: 'date' },
  ],
  audiences: AUDIENCES,
  counting: 'once',
  withoutPeople: true,
  ask: [],
  evidence: { min: 1, what: 'photo_or_document' },
  measures: ['count', 'contacts', 'persons', 'places', 'cost'],
  detail: 'safety_measure',
})
