import { AUDIENCES, defineKind } from '#core/records/model/kind.ts'

/** A model or an exemplary case that others can follow. */
export const model = defineKind({
  code: 'model',
  version: 1,
  titleKey: 'activities.kind_model',
  icon: 'chart',
  fields: [
    { id: 'model_type', type: 'choice', required: true, choices: ['model', 'collective', 'individual', 'initiative'] },
    { id: 'stage', type: 'choice', choices: ['new', 'kept_up', 'spread'] },
    { id: 'lessons_learnt', type: 'list' },
  ],
  audiences: AUDIENCES,
  counting: 'once',
  withoutPeople: true,
  ask: [],
  evidence: { min: 1, what: 'photo_or_document' },
  measures: ['count', 'contacts', 'persons', 'cost'],
  detail: 'model_type',
})
