import { AUDIENCES, defineKind } from '#core/records/model/kind.ts'

export const cooperation = defineKind({
  code: 'cooperation',
  version: 1,
  titleKey: 'activities.kind_cooperation',
  icon: 'link',
  fields: [
    { id: 'partner', type: 'text', required: true },
    { id: 'form', type: 'choice', choices: ['agreement', 'exchange', 'joint_event', 'project', 'other'] },
    { id: 'signed_on', type: 'date' },
  ],
  audiences: AUDIENCES,
  counting: 'once',
  withoutPeople: true,
  ask: [],
  evidence: { min: 1, what: 'photo_or_document' },
  measures: ['count', 'contacts', 'persons', 'cost'],
  detail: 'form',
})
