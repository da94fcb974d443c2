import { AUDIENCES, defineKind } from '#core/records/model/kind.ts'
import { TOPICS } from '../model/choices.ts'

export const communication = defineKind({
  code: 'communication',
  version: 1,
  titleKey: 'activities.kind_communication',
  icon: 'megaphone',
  fields: [
    { id: 'channel', type: 'choice', choices: ['flag_ceremony', 'talk', 'class_meeting', 'extracurricular', 'stage', 'loudspeaker', 'staff_meeting', 'online', 'other'] },
    { id: 'topic', type: 'choice', choices: TOPICS },
    { id: 'speaker', type: 'person' },
  ],
  audiences: AUDIENCES,
  counting: 'once',
  ask: ['ethnicity'],
  evidence: { min: 1, what: 'photo_or_document' },
  measures: ['count', 'contacts', 'persons', 'cost'],
  detail: 'channel',
})
