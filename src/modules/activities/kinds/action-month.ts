import { AUDIENCES, defineKind } from '#core/records/model/kind.ts'

/** An event of the Action Month for gender equality (15 November – 15 December). */
export const actionMonth = defineKind({
  code: 'action_month',
  version: 1,
  titleKey: 'activities.kind_action_month',
  icon: 'bell',
  fields: [
    { id: 'form', type: 'choice', required: true, choices: ['launch', 'rally', 'talk', 'stage', 'contest', 'sports', 'display', 'other'] },
    { id: 'theme', type: 'text' },
    { id: 'banners', type: 'number' },
    { id: 'leaflets', type: 'number' },
  ],
  audiences: AUDIENCES,
  counting: 'once',
  ask: ['ethnicity'],
  evidence: { min: 2, what: 'photo_or_document' },
  measures: ['count', 'contacts', 'persons', 'banners', 'leaflets', 'cost'],
  detail: 'form',
})
