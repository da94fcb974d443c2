import { AUDIENCES, defineKind } from '#core/records/model/kind.ts'
import { TOPICS } from '../model/choices.ts'

/** Posts and printed matter: contacts are readers and views, persons are not known. */
export const publication = defineKind({
  code: 'publication',
  version: 1,
  titleKey: 'activities.kind_publication',
  icon: 'activity',
  fields: [
    { id: 'channel', type: 'choice', required: true, choices: ['website', 'facebook', 'zalo', 'bulletin_board', 'leaflet', 'banner', 'video', 'newspaper', 'radio_tv', 'other'] },
    { id: 'topic', type: 'choice', choices: TOPICS },
    { id: 'products', type: 'number' },
    { id: 'author', type: 'person' },
  ],
  audiences: AUDIENCES,
  counting: 'reach',
  withoutPeople: true,
  ask: [],
  evidence: { min: 1, what: 'link_or_picture' },
  measures: ['count', 'contacts', 'products', 'cost'],
  detail: 'channel',
})
