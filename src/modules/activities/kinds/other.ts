import { AUDIENCES, defineKind } from '#core/records/model/kind.ts'

export const other = defineKind({
  code: 'other',
  version: 1,
  titleKey: 'activities.kind_other',
  icon: 'more',
  fields: [{ id: 'notes', type: 'list' }],
  audiences: AUDIENCES,
  counting: 'once',
  ask: [],
  evidence: { min: 1, what: 'photo_or_document' },
  measures: ['count', 'contacts', 'persons', 'cost'],
})
