import * as z from 'zod/mini'
import { LEVELS, SCHOOL_LEVELS } from '#core/units/model/unit.ts'
import { contract, Day, Flag, Instant, text } from '#platform/contract.ts'
import { HABIT_FIELDS } from './model/habits.ts'
import { DIRECTIONS, STATES } from './model/lifecycle.ts'
import { Reading } from './model/reading-schema.ts'
import { FILE_ROLES, READING_SOURCES, URGENCIES } from './model/register.ts'

const Year = z.coerce.number<number | string>().check(z.int(), z.minimum(2000), z.maximum(2100))
const Count = z.nullable(z.int().check(z.minimum(0), z.maximum(100_000)))

export function OptionalText(most: number) {
  return z.nullable(text(most))
}

/** Where a field of a reading stands in its file. */
export const FieldEvidence = z.object({
  field: text(100),
  confidence: z.number(),
  page: z.nullable(z.int()),
  line: z.nullable(z.int()),
  /** In shares of the page, from its upper left corner. */
  box: z.nullable(z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })),
  /** The line as the file has it. */
  words: z.nullable(z.string()),
})
export type FieldEvidence = z.output<typeof FieldEvidence>

/** A correction of an earlier document of the issuer that was carried over. */
const AppliedHabit = z.object({ habitId: z.uuid(), field: z.enum(HABIT_FIELDS), from: z.nullable(z.string()), to: z.string() })

/** The version that the caller has seen: a later writer notices an earlier one. */
export const Version = z.int().check(z.minimum(1))
const DocumentId = z.object({ documentId: z.uuid() })

/** The columns that a clerk keeps by hand. */
const registerEntry = {
  urgency: z.enum(URGENCIES),
  handledBy: OptionalText(300),
  copyKeeper: OptionalText(300),
  copies: Count,
  forwardedOn: z.nullable(Day),
  receiptBy: OptionalText(300),
  note: OptionalText(1_000),
}

/** A line of the register. */
export const DocumentSummary = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  direction: z.enum(DIRECTIONS),
  state: z.enum(STATES),
  version: Version,
  docType: z.nullable(z.string()),
  /** As printed before the stroke: “05”. */
  numberText: z.nullable(z.string()),
  /** After it: “KH-THTBB”. */
  symbol: z.nullable(z.string()),
  issuedOn: z.nullable(Day),
  issuer: z.nullable(z.string()),
  subject: z.string(),
  signerName: z.nullable(z.string()),
  recipientsText: z.array(z.string()),
  arrivalNumber: z.nullable(z.int()),
  arrivedOn: z.nullable(Day),
  readingSource: z.enum(READING_SOURCES),
  confirmedAt: z.nullable(Instant),
  seenAt: z.nullable(Instant),
  published: z.boolean(),
  sourceDocumentId: z.nullable(z.uuid()),
  createdAt: Instant,
  ...registerEntry,
})
export type DocumentSummary = z.output<typeof DocumentSummary>

export const DocumentLink = z.object({
  /** Its place among the citations of the document, from 0. */
  position: z.int(),
  docType: z.string(),
  numberText: z.nullable(z.string()),
  symbol: z.nullable(z.string()),
  issuedOn: z.nullable(Day),
  issuer: z.nullable(z.string()),
  subject: z.nullable(z.string()),
  /** The document in question, when the unit has it. */
  targetId: z.nullable(z.uuid()),
})
export type DocumentLink = z.output<typeof DocumentLink>

export const DocumentFile = z.object({
  role: z.enum(FILE_ROLES),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  digest: z.string(),
  frozen: z.boolean(),
})
export type DocumentFile = z.output<typeof DocumentFile>

export const DocumentView = z.object({
  ...DocumentSummary.shape,
  unitName: z.string(),
  reading: Reading,
  /** The text as it was found in the file, to compare with. */
  readText: z.nullable(z.string()),
  /** Of what was read from a file; empty for whoever reads from elsewhere. */
  evidence: z.array(FieldEvidence),
  appliedHabits: z.array(AppliedHabit),
  confirmedByName: z.nullable(z.string()),
  approvedAt: z.nullable(Instant),
  approvedByName: z.nullable(z.string()),
  returnedNote: z.nullable(z.string()),
  withdrawnNote: z.nullable(z.string()),
  files: z.array(DocumentFile),
  links: z.array(DocumentLink),
  citedBy: z.array(z.object({ id: z.uuid(), subject: z.string(), numberText: z.nullable(z.string()), symbol: z.nullable(z.string()) })),
  recipients: z.array(z.object({ unitId: z.uuid(), name: z.string(), deliveredAt: z.nullable(Instant), seenAt: z.nullable(Instant) })),
})
export type DocumentView = z.output<typeof DocumentView>

export const listDocuments = contract({
  name: 'documents.listDocuments',
  route: 'GET /api/units/:unitId/documents',
  permission: 'documents.read',
  summary: 'The register of a unit, latest first, a page at a time',
  input: z.object({
    unitId: z.uuid(),
    direction: z.optional(z.enum(DIRECTIONS)),
    state: z.optional(z.enum(STATES)),
    docType: z.optional(text(100)),
    year: z.optional(Year),
    /** Words of the content, with or without diacritics, or the beginning of a number. */
    q: z.optional(text(200, 0)),
    /** `next` of the page before. */
    after: z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d_[0-9a-f-]{36}$/))),
    limit: z._default(z.coerce.number<number | string>().check(z.int(), z.minimum(1), z.maximum(200)), 50),
  }),
  output: z.object({ documents: z.array(DocumentSummary), next: z.nullable(z.string()) }),
})

export const getDocument = contract({
  name: 'documents.getDocument',
  route: 'GET /api/documents/:documentId',
  permission: 'documents.read',
  summary: 'One document with its content, files, links and recipients',
  input: DocumentId,
  output: DocumentView,
})

export const createDraft = contract({
  name: 'documents.createDraft',
  route: 'POST /api/units/:unitId/documents',
  permission: 'documents.edit',
  summary: 'Begins an outgoing or internal document',
  input: z.object({ unitId: z.uuid(), direction: z.enum(['outgoing', 'internal']), reading: Reading }),
  output: z.object({ documentId: z.uuid(), version: Version }),
})

export const discardDocument = contract({
  name: 'documents.discardDocument',
  route: 'DELETE /api/documents/:documentId',
  permission: 'documents.edit',
  summary: 'Removes a draft',
  input: DocumentId,
  output: z.null(),
})

const Versioned = z.object({ documentId: z.uuid(), version: Version })
const NewVersion = z.object({ version: Version, state: z.enum(STATES) })

export const submitDocument = contract({
  name: 'documents.submitDocument',
  route: 'POST /api/documents/:documentId/submit',
  permission: 'documents.edit',
  summary: 'Lays a draft before the head of the unit',
  input: Versioned,
  output: NewVersion,
})

export const approveDocument = contract({
  name: 'documents.approveDocument',
  route: 'POST /api/documents/:documentId/approve',
  permission: 'documents.approve',
  summary: 'Approves a document that was laid before the head',
  input: Versioned,
  output: NewVersion,
})

export const returnDocument = contract({
  name: 'documents.returnDocument',
  route: 'POST /api/documents/:documentId/return',
  permission: 'documents.approve',
  summary: 'Returns a document to its writer with a note',
  input: z.object({ documentId: z.uuid(), version: Version, note: text(2_000) }),
  output: NewVersion,
})

export const issueDocument = contract({
  name: 'documents.issueDocument',
  route: 'POST /api/documents/:documentId/issue',
  permission: 'documents.number',
  summary: 'Issues a numbered document: it is printed, frozen and delivered',
  input: z.object({
    documentId: z.uuid(),
    version: Version,
    recipientUnitIds: z.array(z.uuid()).check(z.maxLength(5_000)),
    publish: z.boolean(),
  }),
  output: NewVersion,
})

export const withdrawDocument = contract({
  name: 'documents.withdrawDocument',
  route: 'POST /api/documents/:documentId/withdraw',
  permission: 'documents.approve',
  summary: 'Withdraws an issued document, with the reason, here and at its recipients',
  input: z.object({ documentId: z.uuid(), version: Version, reason: text(2_000) }),
  output: NewVersion,
})

export const linkDocuments = contract({
  name: 'documents.linkDocuments',
  route: 'PUT /api/documents/:documentId/links',
  permission: 'documents.edit',
  summary: 'Says which documents this one cites, in place of what was said before',
  input: z.object({
    documentId: z.uuid(),
    links: z
      .array(
        z.object({
          docType: text(100),
          numberText: OptionalText(30),
          symbol: OptionalText(60),
          issuedOn: z.nullable(Day),
          issuer: OptionalText(300),
          subject: OptionalText(2_000),
        }),
      )
      .check(z.maxLength(500)),
  }),
  output: z.array(DocumentLink),
})

export const linkCitation = contract({
  name: 'documents.linkCitation',
  route: 'PUT /api/documents/:documentId/links/:position',
  permission: 'documents.edit',
  summary: 'Says which document of the register a citation means, or that it means none; it is not looked for by number any more',
  input: z.object({ documentId: z.uuid(), position: z.coerce.number<number | string>().check(z.int(), z.minimum(0), z.maximum(1_000)), targetId: z.nullable(z.uuid()) }),
  output: z.array(DocumentLink),
})

export const changeEntry = contract({
  name: 'documents.changeEntry',
  route: 'PUT /api/documents/:documentId/entry',
  permission: 'documents.edit',
  summary: 'Changes the columns of the register that are kept by hand',
  input: z.object({ documentId: z.uuid(), ...registerEntry }),
  output: z.object({ version: Version }),
})

export const markSeen = contract({
  name: 'documents.markSeen',
  route: 'POST /api/documents/:documentId/seen',
  permission: 'documents.readDrafts',
  summary: 'Says that somebody of the unit has opened the document',
  input: DocumentId,
  output: z.null(),
})

export const exportRegister = contract({
  name: 'documents.exportRegister',
  route: 'GET /api/units/:unitId/document-register',
  permission: 'documents.readDrafts',
  summary: 'The register of a year in the order of its numbers, for printing; as a spreadsheet under …/document-register.xlsx',
  input: z.object({ unitId: z.uuid(), direction: z.enum(DIRECTIONS), year: Year }),
  output: z.object({ unitName: z.string(), documents: z.array(DocumentSummary) }),
})

export const RECIPIENT_GROUPS = ['schools', 'communes', 'departments', 'all'] as const

export const listRecipients = contract({
  name: 'documents.listRecipients',
  route: 'GET /api/units/:unitId/recipients',
  permission: 'documents.readDrafts',
  summary: 'Units below in the tree of today, by group, to choose recipients from',
  input: z.object({
    unitId: z.uuid(),
    group: z.enum(RECIPIENT_GROUPS),
    schoolLevel: z.optional(z.enum(SCHOOL_LEVELS)),
    /** Only the units directly below. */
    direct: z.optional(Flag),
  }),
  output: z.array(z.object({ unitId: z.uuid(), name: z.string(), level: z.enum(LEVELS) })),
})

/** The file behind `GET /api/documents/:documentId/files/:role`. */
export const getFile = contract({
  name: 'documents.getFile',
  route: 'GET /api/documents/:documentId/files/:role/details',
  permission: 'documents.read',
  summary: 'Name, size and digest of a file of a document',
  input: z.object({ documentId: z.uuid(), role: z.enum(FILE_ROLES) }),
  output: DocumentFile,
})
