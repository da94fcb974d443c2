import { defineKind } from '#core/records/model/kind.ts'

export const meeting = defineKind({
  code: 'meeting',
  version: 1,
  titleKey: 'activities.kind_meeting',
  icon: 'inbox',
  fields: [
    { id: 'body', type: 'choice', required: true, choices: ['committee', 'unit', 'union', 'party', 'youth', 'parents_committee', 'other'] },
    { id: 'chair', type: 'person' },
    { id: 'conclusions', type: 'list' },
  ],
  audiences: ['managers', 'teachers', 'staff', 'parents', 'community'],
  counting: 'once',
  ask: [],
  evidence: { min: 1, what: 'document' },
  measures: ['count', 'contacts', 'persons', 'cost'],
  detail: 'body',
})
