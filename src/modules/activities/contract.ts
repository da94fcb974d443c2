import * as z from 'zod/mini'
import { contract, Day, Instant, text } from '#platform/contract.ts'
import { AGE_GROUPS, AUDIENCES, ETHNICITIES, SEXES } from '#core/records/model/kind.ts'
import { COST_SOURCES, RECORD_STATES } from '#core/records/model/record.ts'

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
  /** `more_than_school`, `same_picture:<evidence>`, `picture_day:<evidence>`, `future`. */
  key: z.string(),
  kind: z.enum(['more_than_school', 'same_picture', 'picture_day', 'future']),
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
const filters = {
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

/** What stands beside a piece of evidence after it was added or changed. */
export const EvidenceAnswer = z.object({ evidenceId: Id, questions: z.array(Question), evidenceMissing: z.int() })

const Stored = z.object({ digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)), bytes: z.int().check(z.minimum(0)) })

/** What the person says about a picture or a file. */
const aboutEvidence = {
  caption: z._default(z.string().check(z.trim(), z.normalize('NFC'), z.maxLength(300)), ''),
  peopleShown: z._default(z.boolean(), false),
  /** Nobody's privacy is harmed by it, or consent was given. */
  consent: z._default(z.boolean(), false),
}

/** Called by the upload route alone, which has seen the bytes. */
export const addFile = contract({
  name: 'activities.addFile',
  route: 'POST /api/activities/:recordId/stored-files',
  permission: 'activities.edit',
  summary: 'Keeps a picture or document that has been checked as evidence',
  input: z.object({
    recordId: Id,
    evidenceId: Id,
    kind: z.enum(['picture', 'document']),
    file: z.extend(Stored, { name: text(200), mediaType: text(200) }),
    thumbnail: z.nullable(Stored),
    takenOn: z.nullable(Day),
    pictureHash: z.array(z.string()),
    ...aboutEvidence,
  }),
  output: EvidenceAnswer,
})

/** The form with the file, as the browser sends it: `evidenceId`, `caption`, `peopleShown`, `consent`, then `file`. */
export const uploadFile = contract({
  name: 'activities.uploadFile',
  route: 'POST /api/units/:unitId/activities/:recordId/files',
  permission: 'activities.edit',
  summary: 'Takes a picture, DOCX, PDF or XLSX in as evidence; pictures lose the place where they were taken',
  input: z.object({ unitId: Id, recordId: Id }),
  output: EvidenceAnswer,
})

export const addLink = contract({
  name: 'activities.addLink',
  route: 'POST /api/activities/:recordId/links',
  permission: 'activities.edit',
  summary: 'Adds a web address as evidence',
  input: z.object({ recordId: Id, evidenceId: Id, link: z.string().check(z.trim(), z.maxLength(2000), z.regex(/^https?:\/\/[^\s]+$/i)), caption: aboutEvidence.caption }),
  output: EvidenceAnswer,
})

export const changeEvidence = contract({
  name: 'activities.changeEvidence',
  route: 'PUT /api/activities/:recordId/evidence/:evidenceId',
  permission: 'activities.edit',
  summary: 'Changes caption and consent of a piece of evidence, takes it away or brings it back',
  input: z.object({ recordId: Id, evidenceId: Id, ...aboutEvidence, removed: z._default(z.boolean(), false) }),
  output: EvidenceAnswer,
})

export const answerQuestion = contract({
  name: 'activities.answerQuestion',
  route: 'PUT /api/activities/:recordId/answers',
  permission: 'activities.edit',
  summary: 'Says what there is to say about something that looks strange; the answer is kept',
  input: z.object({ recordId: Id, key: text(200), text: text(500) }),
  output: z.object({ questions: z.array(Question) }),
})

export const getEvidenceFile = contract({
  name: 'activities.getFile',
  route: 'GET /api/activities/:recordId/evidence/:evidenceId',
  permission: 'activities.read',
  summary: 'What is stored of a piece of evidence; the bytes are under /file and /thumbnail',
  input: z.object({ recordId: Id, evidenceId: Id }),
  output: z.object({ kind: z.enum(['picture', 'document', 'link']), name: z.string(), mediaType: z.string(), digest: z.string(), bytes: z.number(), thumbnail: z.nullable(z.string()) }),
})

/** The bytes of a file that a device has sent in parts; null when it has become evidence already. Not for the network. */
export const readUpload = contract({
  name: 'activities.readUpload',
  route: 'GET /api/units/:unitId/activities/:recordId/uploads/:uploadId',
  permission: 'activities.edit',
  summary: 'The file that a device has sent in parts, whole',
  input: z.object({ unitId: Id, recordId: Id, uploadId: Id }),
  output: z.object({ name: z.string(), content: z.nullable(z.instanceof(Uint8Array)) }),
})

/** What a device says about a file that it has sent in parts. */
export const AttachInput = z.object({
  /** The day that the device read from the picture before it shrank it; null when it told none. */
  takenOn: z.nullable(Day),
  peopleShown: z.boolean(),
  consent: z.boolean(),
})

/** The evidence has the id of its upload, so that one whose answer was lost is attached once. */
export const attachUpload = contract({
  name: 'activities.attachUpload',
  route: 'POST /api/units/:unitId/activities/:recordId/uploads/:uploadId',
  permission: 'activities.edit',
  summary: 'Makes a file that a device has sent in parts the evidence of an activity',
  input: z.object({ unitId: Id, recordId: Id, uploadId: Id, ...AttachInput.shape }),
  output: z.object({ evidenceId: Id }),
})

export const exportActivities = contract({
  name: 'activities.export',
  route: 'GET /api/units/:unitId/activity-sheet',
  permission: 'activities.read',
  summary: 'The activities of a selection for a workbook; /activity-sheet.xlsx is the workbook, which is also the template of an import',
  input: z.object({ unitId: Id, ...filters }),
  output: z.object({
    unitName: z.string(),
    activities: z.array(z.object({ id: Id, kind: z.string(), kindVersion: z.int(), state: z.enum(RECORD_STATES), revision: z.int(), values: Values })),
  }),
})

export type OutputOfExport = z.output<typeof exportActivities.output>

/** What is wrong in one cell of a sheet. */
export const SheetFault = z.object({
  sheet: z.string(),
  /** `C7`; null for the sheet or row as a whole. */
  cell: z.nullable(z.string()),
  row: z.nullable(z.int()),
  column: z.nullable(z.string()),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type SheetFault = z.output<typeof SheetFault>

export const ImportAnswer = z.object({
  fresh: z.int(),
  changed: z.int(),
  same: z.int(),
  faults: z.array(SheetFault),
  /** Nothing was written: it was a trial, or there were faults. */
  isDry: z.boolean(),
  /** The first rows, as they would stand afterwards. */
  sample: z.array(z.object({ sheet: z.string(), row: z.int(), title: z.string(), onDay: z.nullable(Day), what: z.enum(['fresh', 'changed', 'same']) })),
})
export type ImportAnswer = z.output<typeof ImportAnswer>

const Cell = z.nullable(z.union([z.string().check(z.maxLength(40_000)), z.number(), z.boolean()]))

const Workbook = {
  unitId: Id,
  sheets: z.array(z.object({ name: z.string().check(z.maxLength(100)), rows: z.array(z.array(Cell).check(z.maxLength(16_384))).check(z.maxLength(3_000)), formulas: z.array(z.string()), merged: z.array(z.string()) })).check(z.maxLength(100)),
}

/** Both called by the upload route, which has read the workbook. */
export const tryImport = contract({
  name: 'activities.tryImport',
  route: 'POST /api/units/:unitId/activity-rows/trial',
  permission: 'activities.edit',
  summary: 'Says what the cells of a workbook would change, and which cannot be',
  input: z.object(Workbook),
  output: ImportAnswer,
})

export const importActivities = contract({
  name: 'activities.import',
  route: 'POST /api/units/:unitId/activity-rows',
  permission: 'activities.edit',
  summary: 'Writes activities out of the cells of a workbook; all of them or, where one cell is wrong, none',
  input: z.object(Workbook),
  output: ImportAnswer,
})

/** The form with the workbook; the query says whether it is a trial. */
export const importSheet = contract({
  name: 'activities.importSheet',
  route: 'POST /api/units/:unitId/activity-sheet/:mode',
  permission: 'activities.edit',
  summary: 'Takes a workbook in: `thu` only says what would happen, `ghi` writes it',
  input: z.object({ unitId: Id, mode: z.enum(['thu', 'ghi']) }),
  output: ImportAnswer,
})
