import * as z from 'zod/mini'
import { contract, Day, text } from '#platform/contract.ts'
import { Question } from './contract.ts'

// Files and links that prove a record.

const Id = z.uuid()

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
