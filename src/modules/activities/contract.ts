import * as z from 'zod/mini'
import { AGE_GROUPS, AUDIENCES, ETHNICITIES, SEXES } from '#core/records/model/kind.ts'
import { COST_SOURCES, RECORD_STATES } from '#core/records/model/record.ts'
import { contract, Day, Instant, text } from '#platform/contract.ts'

const Id = z.uuid()
const Kind = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,39}$/))
const Count = z.nullable(z.number())

/** Texts of any length up to `most`; an empty one is null. */
const maybeText = (most: number) => z.nullable(z.string().check(z.trim(), z.normalize('NFC'), z.maxLength(most)))

/** People of one cell; the cells of a record do not overlap. */
export const HeadCount = z.object({
  audience: z.enum(AUDIENCES),
  sex: z.enum(SEXES),
  ageGroup: z.enum(AGE_GROUPS),
  ethnicity: z.enum(ETHNICITIES),
  contacts: Count,
  persons: Count,
})

/** What a person writes into an activity: `RecordValues` of the records' model. */
export const Values = z.object({
  onDay: Day,
  untilDay: z.nullable(Day),
  /** May be empty in a draft. */
  title: z.string().check(z.trim(), z.normalize('NFC'), z.maxLength(300)),
  place: maybeText(300),
  result: maybeText(4000),
  fields: z.record(z.string(), z.union([z.string().check(z.normalize('NFC'), z.maxLength(4000)), z.number(), z.array(z.string().check(z.maxLength(1000))).check(z.maxLength(500)), z.null()])),
  headCounts: z.array(HeadCount).check(z.maxLength(400)),
  cost: z.nullable(z.number()),
  costSource: z.nullable(z.enum(COST_SOURCES)),
  taskId: z.nullable(Id),
  planId: z.nullable(Id),
  nodeId: z.nullable(Id),
})
export type Values = z.output<typeof Values>

/** Somebody on the list of participants: personal data. */
export const Attendee = z.object({
  fullName: text(200),
  audience: z.enum(AUDIENCES),
  sex: z.enum(SEXES),
  ageGroup: z.enum(AGE_GROUPS),
  ethnicity: z.enum(ETHNICITIES),
  group: z.nullable(z.string().check(z.trim(), z.maxLength(200))),
})

/** A part that somebody else changed differently meanwhile: theirs is what is saved, mine is what was sent. */
export const Conflict = z.object({
  /** `title`, `days`, `field.channel`, `people.pupils`, `attendance` … (`Part` of the records' merge). */
  part: z.string(),
  mine: z.unknown(),
  theirs: z.unknown(),
  byName: z.nullable(z.string()),
  at: Instant,
})
export type Conflict = z.output<typeof Conflict>

/** Something that looks strange: asked, never blocked. */
export const Question = z.object({
  /** `more_than_school`, `same_picture:<evidence>`, `same_picture_here:<evidence>`, `picture_day:<evidence>`, `future`. */
  key: z.string(),
  kind: z.enum(['more_than_school', 'same_picture', 'same_picture_here', 'picture_day', 'future']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  answer: z.nullable(z.object({ text: z.string(), byName: z.nullable(z.string()), at: Instant })),
})
export type Question = z.output<typeof Question>

export const saveActivity = contract({
  name: 'activities.save',
  route: 'PUT /api/units/:unitId/activities/:recordId',
  permission: 'activities.edit',
  summary: 'Writes an activity; edits that began from an older revision are joined part by part',
  input: z.object({
    unitId: Id,
    /** Made by the client, so that a phone can write without a network. */
    recordId: Id,
    kind: Kind,
    kindVersion: z.int().check(z.minimum(1), z.maximum(1000)),
    /** The revision that this edit began from; 0 for a new activity. */
    revision: z.int().check(z.minimum(0)),
    state: z.enum(['draft', 'recorded']),
    values: Values,
    /** The list of participants; left out where it does not change. */
    attendance: z.optional(z.array(Attendee).check(z.maxLength(3000))),
    /** Asked for when a report was submitted with the activity. */
    reason: z.optional(text(500)),
  }),
  output: z.object({
    recordId: Id,
    revision: z.int(),
    state: z.enum(RECORD_STATES),
    /** As it stands now, joined with what others changed. */
    values: Values,
    conflicts: z.array(Conflict),
    questions: z.array(Question),
    /** How many pieces of evidence its kind still asks for. */
    evidenceMissing: z.int(),
  }),
})

export const Evidence = z.object({
  id: Id,
  kind: z.enum(['picture', 'document', 'link']),
  link: z.nullable(z.string()),
  name: z.nullable(z.string()),
  mediaType: z.nullable(z.string()),
  bytes: z.nullable(z.number()),
  caption: z.string(),
  takenOn: z.nullable(Day),
  peopleShown: z.boolean(),
  consent: z.boolean(),
  addedAt: Instant,
})
export type Evidence = z.output<typeof Evidence>

/** A report that holds the activity frozen. */
export const Holder = z.object({ title: z.string(), unitId: Id, unitName: z.string() })
export type Holder = z.output<typeof Holder>

export const Activity = z.object({
  id: Id,
  unitId: Id,
  unitName: z.string(),
  kind: z.string(),
  kindVersion: z.int(),
  state: z.enum(RECORD_STATES),
  revision: z.int(),
  values: Values,
  /** Null where the person may not see names. */
  attendance: z.nullable(z.array(Attendee)),
  evidence: z.array(Evidence),
  evidenceMissing: z.int(),
  questions: z.array(Question),
  /** The line of the plan that it belongs to, in words. */
  nodeText: z.nullable(z.string()),
  /** Reports at every level that were submitted with it: a change asks for a reason. */
  frozenBy: z.array(Holder),
  createdByName: z.nullable(z.string()),
  createdAt: Instant,
  changedByName: z.nullable(z.string()),
  changedAt: Instant,
  canEdit: z.boolean(),
})
export type Activity = z.output<typeof Activity>

export const getActivity = contract({
  name: 'activities.get',
  route: 'GET /api/activities/:recordId',
  permission: 'activities.read',
  summary: 'One activity with its people, evidence, questions and the reports that hold it',
  input: z.object({ recordId: Id }),
  output: Activity,
})

/** What narrows a list; the same in the address of the screen and in an export. */
export const filters = {
  kind: z.optional(Kind),
  /** `2026-05`. */
  month: z.optional(z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))),
  year: z.optional(z.string().check(z.regex(/^20\d\d$/))),
  audience: z.optional(z.enum(AUDIENCES)),
  /** Words of title, place or result, without regard to marks. */
  q: z.optional(z.string().check(z.trim(), z.maxLength(200))),
  taskId: z.optional(Id),
  nodeId: z.optional(Id),
  /** The person who wrote it. */
  by: z.optional(Id),
  state: z.optional(z.enum(RECORD_STATES)),
  /** Only what still lacks evidence. */
  lacking: z.optional(z.literal('evidence')),
}

export const ActivityRow = z.object({
  id: Id,
  kind: z.string(),
  state: z.enum(RECORD_STATES),
  onDay: Day,
  untilDay: z.nullable(Day),
  title: z.string(),
  place: z.nullable(z.string()),
  detail: z.string(),
  /** Contacts; null when nobody was counted. */
  contacts: Count,
  female: Count,
  male: Count,
  persons: Count,
  cost: z.nullable(z.number()),
  evidence: z.int(),
  evidenceMissing: z.int(),
  nodeId: z.nullable(Id),
  nodeText: z.nullable(z.string()),
  byId: Id,
  byName: z.nullable(z.string()),
  revision: z.int(),
})
export type ActivityRow = z.output<typeof ActivityRow>

export const listActivities = contract({
  name: 'activities.list',
  route: 'GET /api/units/:unitId/activities',
  permission: 'activities.read',
  summary: 'Activities of a unit, newest first, with the totals of the whole selection',
  input: z.object({
    unitId: Id,
    ...filters,
    page: z._default(z.coerce.number<number | string>().check(z.int(), z.minimum(1), z.maximum(10_000)), 1),
  }),
  output: z.object({
    rows: z.array(ActivityRow),
    page: z.int(),
    pageSize: z.int(),
    /** Of the whole selection, drafts included. */
    found: z.int(),
    totals: z.object({ activities: z.int(), contacts: Count, female: Count, male: Count, persons: Count, cost: Count, lackingEvidence: z.int() }),
    /** Who has written activities here, to filter by. */
    people: z.array(z.object({ id: Id, name: z.string() })),
    canEdit: z.boolean(),
  }),
})

export const removeActivity = contract({
  name: 'activities.remove',
  route: 'POST /api/activities/:recordId/remove',
  permission: 'activities.edit',
  summary: 'Takes an activity off the list; it can be brought back',
  input: z.object({ recordId: Id, reason: z.optional(text(500)) }),
  output: z.object({ recordId: Id, revision: z.int() }),
})

export const restoreActivity = contract({
  name: 'activities.restore',
  route: 'POST /api/activities/:recordId/restore',
  permission: 'activities.edit',
  summary: 'Brings a removed activity back as it was',
  input: z.object({ recordId: Id, reason: z.optional(text(500)) }),
  output: z.object({ recordId: Id, revision: z.int(), state: z.enum(RECORD_STATES) }),
})

export const copyActivity = contract({
  name: 'activities.copy',
  route: 'POST /api/activities/:recordId/copy',
  permission: 'activities.edit',
  summary: 'A new draft of the same activity for another day, without its numbers, evidence and names',
  input: z.object({ recordId: Id, newId: Id, onDay: Day }),
  output: z.object({ recordId: Id, revision: z.int() }),
})
