import * as z from 'zod/mini'
import { contract, Day, Instant } from '#platform/contract.ts'

/** observance: a day of the nation or the sector; task: assigned work; activity: work that was recorded; deadline: something is owed by then. */
export const ENTRY_KINDS = ['observance', 'task', 'activity', 'deadline', 'holiday'] as const
/** none: nothing to be done about it, as with an observance. */
export const ENTRY_STATES = ['none', 'done', 'coming', 'late'] as const

/** One thing in the calendar of a unit. */
export const AgendaEntry = z.object({
  /** Stable: `assignments.task:<id>`; also the identity of the event in other calendars. */
  id: z.string(),
  kind: z.enum(ENTRY_KINDS),
  state: z.enum(ENTRY_STATES),
  day: Day,
  /** Last day of something that lasts; null for a single day. */
  until: z.nullable(Day),
  title: z.string(),
  /** In English where there is such a name; else the title holds. */
  titleEn: z.nullable(z.string()),
  /** A second line: the theme of the year, who leads, what the day stands on. */
  note: z.nullable(z.string()),
  /** Of the person who asks, not only of the unit. */
  isMine: z.boolean(),
  /** Where it leads within the web app; null when there is nothing to open. */
  href: z.nullable(z.string()),
})
export type AgendaEntry = z.output<typeof AgendaEntry>

export const listAgenda = contract({
  name: 'agenda.list',
  route: 'GET /api/units/:unitId/agenda',
  permission: 'agenda.list',
  summary: 'Everything in the calendar of a unit between two days, of all modules, by day',
  input: z.object({ unitId: z.uuid(), from: Day, to: Day }),
  output: z.array(AgendaEntry),
})

/** mine: what the person has to do, and the days of the year; unit: everything of the unit. */
export const FEED_SCOPES = ['mine', 'unit'] as const

const Feed = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  scope: z.enum(FEED_SCOPES),
  createdAt: Instant,
  /** When a calendar last fetched it; null before the first time. */
  readAt: z.nullable(Instant),
})
export type Feed = z.output<typeof Feed>

export const listFeeds = contract({
  name: 'agenda.listFeeds',
  route: 'GET /api/units/:unitId/agenda/feeds',
  permission: 'agenda.list',
  summary: 'The secret addresses by which other calendars read the caller’s calendar',
  input: z.object({ unitId: z.uuid() }),
  output: z.array(Feed),
})

export const createFeed = contract({
  name: 'agenda.createFeed',
  route: 'POST /api/units/:unitId/agenda/feeds',
  permission: 'agenda.list',
  summary: 'Makes a secret address; it is shown this once',
  input: z.object({ unitId: z.uuid(), scope: z.enum(FEED_SCOPES) }),
  output: z.object({ id: z.uuid(), path: z.string() }),
})

export const revokeFeed = contract({
  name: 'agenda.revokeFeed',
  route: 'DELETE /api/units/:unitId/agenda/feeds/:feedId',
  permission: 'agenda.list',
  summary: 'Ends a secret address: whoever has it reads nothing from then on',
  input: z.object({ unitId: z.uuid(), feedId: z.uuid() }),
  output: z.object({}),
})
