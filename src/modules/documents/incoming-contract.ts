import * as z from 'zod/mini'
import { contract, Day, text } from '#platform/contract.ts'
import { FieldEvidence, Version } from './contract.ts'
import { Reading } from './model/reading-schema.ts'
import { READING_SOURCES } from './model/register.ts'

// Files that come in, and what was read in them.

const StoredFile = z.object({
  name: text(300),
  mediaType: z.string(),
  digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  bytes: z.int(),
})

/** What the reader found in an uploaded file; null for a scan. */
const FoundReading = z.nullable(z.object({ reading: Reading, readText: z.string(), evidence: z._default(z.array(FieldEvidence).check(z.maxLength(2_000)), []) }))

/** Fed by the upload route alone: a client must not name bytes that it has not sent. */
export const registerIncoming = contract({
  name: 'documents.registerIncoming',
  route: 'POST /api/units/:unitId/documents/incoming',
  permission: 'documents.edit',
  summary: 'Takes an uploaded file into the register of incoming documents, as a draft until its reading is confirmed',
  input: z.object({ unitId: z.uuid(), file: StoredFile, found: FoundReading }),
  output: z.object({
    documentId: z.uuid(),
    readingSource: z.enum(READING_SOURCES),
    /** An entry of the unit that has the same file. */
    duplicateOf: z.nullable(z.uuid()),
  }),
})

/** Fed by the upload route alone. */
export const attachFile = contract({
  name: 'documents.attachFile',
  route: 'POST /api/documents/:documentId/files',
  permission: 'documents.edit',
  summary: 'Adds the Word file of a document of which only a scan came in, and reads it',
  input: z.object({ documentId: z.uuid(), file: StoredFile, found: FoundReading }),
  output: z.object({ documentId: z.uuid(), readingSource: z.enum(READING_SOURCES) }),
})

/** Fed by the upload route alone. */
export const draftFromFile = contract({
  name: 'documents.draftFromFile',
  route: 'POST /api/units/:unitId/documents/drafts/:direction',
  permission: 'documents.edit',
  summary: 'Begins an outgoing or internal document from the file in which it was written',
  input: z.object({ unitId: z.uuid(), direction: z.enum(['outgoing', 'internal']), file: StoredFile, found: FoundReading }),
  output: z.object({ documentId: z.uuid() }),
})

/** Whether the caller may send a file at all; asked before its bytes are taken in. */
export const prepareUpload = contract({
  name: 'documents.prepareUpload',
  route: 'GET /api/units/:unitId/documents/upload',
  permission: 'documents.edit',
  summary: 'Whether the caller may upload documents of a unit',
  input: z.object({ unitId: z.uuid() }),
  output: z.object({ unitId: z.uuid() }),
})

export const correctReading = contract({
  name: 'documents.correctReading',
  route: 'PUT /api/documents/:documentId/reading',
  permission: 'documents.edit',
  summary: 'Saves the content of a draft as a person corrected it',
  input: z.object({ documentId: z.uuid(), version: Version, reading: Reading }),
  output: z.object({ version: Version }),
})

export const confirmReading = contract({
  name: 'documents.confirmReading',
  route: 'POST /api/documents/:documentId/confirm',
  permission: 'documents.edit',
  summary: 'Confirms that the reading is right: the document counts from now on and has its arrival number',
  input: z.object({ documentId: z.uuid(), version: Version, reading: Reading, arrivedOn: z.optional(Day) }),
  output: z.object({ version: Version, arrivalNumber: z.int() }),
})
