import { defineKind } from '#core/records/model/kind.ts'

/** A lesson or school activity into which gender equality was integrated. */
export const lesson = defineKind({
  code: 'lesson',
  version: 1,
  titleKey: 'activities.kind_lesson',
  icon: 'library',
  fields: [
    {
      id: 'subject',
      type: 'choice',
      required: true,
      choices: ['literature', 'civics', 'history_geography', 'science', 'biology', 'experience', 'homeroom', 'arts', 'physical', 'informatics', 'preschool', 'other'],
    },
    { id: 'periods', type: 'number', required: true },
    { id: 'classes', type: 'number' },
    { id: 'teacher', type: 'person' },
  ],
  audiences: ['pupils'],
  counting: 'once',
  ask: ['ethnicity'],
  evidence: { min: 1, what: 'photo_or_document' },
  measures: ['count', 'contacts', 'persons', 'periods', 'classes', 'cost'],
  detail: 'subject',
})
