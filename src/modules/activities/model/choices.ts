// Lists that several kinds choose from.

/** What an activity is about. */
export const TOPICS = [
  'gender_equality',
  'stereotypes',
  'gender_violence',
  'domestic_violence',
  'school_violence',
  'child_abuse',
  'online_safety',
  'reproductive_health',
  'women_leadership',
  'law',
  'other',
] as const

/** How people met for it. */
export const MEETING_FORMS = ['in_person', 'online', 'mixed'] as const
