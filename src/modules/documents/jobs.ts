import { Readable } from 'node:stream'
import type { Transaction } from 'kysely'
import { dayOf } from '#platform/clock.ts'
import type { JobHandler } from '#platform/jobs.ts'
import { untyped } from '#platform/db/connect.ts'
import { asSystem } from '#core/access/operation.ts'
import type { Request } from '#core/access/request.ts'
import { writeAudit } from '#core/audit/store.ts'
import type { Services } from '#core/services.ts'
import { ownerOf } from '#core/units/store.ts'
import { deliveredEntries, holdIssued, lockUndelivered, markDelivered, markOpened, undelivered } from './delivery-store.ts'
import { fileWith, filesOf, type FileRow } from './file-store.ts'
import { choicesFor } from './form-store.ts'
import { insertSigned, signedFiles } from './signature-store.ts'
import { citationsOf, replaceLinks } from './link-store.ts'
import { ARRIVALS, takeNumber } from './number-store.ts'
import { columnsOf, documentById, insertDocument, lockDocument, unitFacts, updateDocument, type DocumentRow, type Tx } from './store.ts'
import type { DocumentsDb } from './tables.ts'

export const QUEUES = ['documents.render', 'documents.acknowledge', 'documents.withdrawDelivered', 'documents.deliverSigned'] as const

/** What follows after the commit. Each may run twice: what is there already stays. */
export function documentJobs(services: Services): readonly JobHandler[] {
  return [
    { name: 'documents.render', run: (data) => renderAndDeliver(services, String(data['documentId'])) },
    { name: 'documents.acknowledge', run: (data) => acknowledge(services, String(data['documentId'])) },
    { name: 'documents.withdrawDelivered', run: (data) => withdrawDelivered(services, String(data['documentId'])) },
    { name: 'documents.deliverSigned', run: (data) => deliverSigned(services, String(data['documentId'])) },
  ]
}

const PRINTED = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

async function renderAndDeliver(services: Services, documentId: string): Promise<void> {
  const request = services.systemRequest()
  const inSystem = <T>(work: (tx: Tx) => Promise<T>) => asSystem(request, (tx: Transaction<DocumentsDb>) => work(tx))
  const { document, files, choices } = await inSystem(async (tx) => {
    const found = await documentById(tx, documentId)
    return { document: found, files: await filesOf(tx, documentId), choices: await choicesFor(tx, found.unitId, found.reading) }
  })
  for (const role of ['docx', 'pdf'] as const) {
    if (files.some((file) => file.role === role)) continue
    const printed = await services.writer[role](document.reading, choices)
    const stored = await services.files.write(Readable.from([Buffer.from(printed)]), Number.MAX_SAFE_INTEGER)
    const { unitId, published } = document
    const file = { id: request.newId(), unitId, documentId, role, ...stored, name: `${fileName(document)}.${role}`, mediaType: PRINTED[role], at: request.now, frozen: true, published }
    await inSystem((tx) => fileWith(tx, file))
  }
  if (document.state !== 'issued') return
  const today = dayOf(request.now)
  // The file that the draft was made from stays with the unit.
  const printed = (await inSystem((tx) => filesOf(tx, documentId))).filter(({ role }) => role !== 'original')
  // One transaction each: a recipient whose register fails does not keep the others waiting.
  for (const recipientId of await inSystem((tx) => undelivered(tx, documentId, today))) {
    await inSystem((tx) => deliver(tx, request, document, printed, recipientId))
  }
}

/** “05-KH-THTBB”: number and symbol without the stroke, which file names cannot have. */
function fileName({ numberText, symbol }: DocumentRow): string {
  return [numberText, symbol].filter((part) => part !== null).join('-').replace(/[^\p{L}\p{N}.-]+/gu, '-')
}

/** An entry in the register of the recipient: confirmed, since nobody had to read it. */
async function deliver(tx: Tx, request: Request, source: DocumentRow, files: readonly FileRow[], recipientId: string): Promise<void> {
  // It may be withdrawn while the others get it: then nobody gets it any more.
  if (!(await holdIssued(tx, source.id))) return
  const recipient = await lockUndelivered(tx, recipientId)
  if (!recipient) return
  const unitId = recipient.recipientUnitId
  const today = dayOf(request.now)
  const id = request.newId()
  const key = { unitId, series: ARRIVALS, year: Number(today.slice(0, 4)) }
  const columns = columnsOf(source.reading)
  await insertDocument(tx, {
    ...(await ownerOf(untyped(tx), unitId)),
    ...columns,
    id,
    direction: 'incoming',
    state: 'draft',
    readingSource: 'inside',
    issuer: columns.issuer ?? (await unitFacts(tx, source.unitId, today)).name,
    urgency: source.urgency,
    arrivedOn: today,
    sourceDocumentId: source.id,
    createdAt: request.now,
    createdOn: today,
  })
  const { number } = await takeNumber(tx, key, null, { documentId: id, at: request.now })
  await updateDocument(tx, id, { state: 'registered', arrivalNumber: number, confirmedAt: request.now })
  for (const { role, digest, name, mediaType, bytes } of files) {
    await fileWith(tx, { id: request.newId(), unitId, documentId: id, role, digest, name, mediaType, bytes, at: request.now, frozen: true, published: false })
  }
  await copySigned(tx, request, source.id, id)
  await replaceLinks(tx, { id, unitId }, citationsOf(source.reading), request.newId, today)
  await markDelivered(tx, recipientId, id, request.now)
  await writeAudit(untyped(tx), { unitId, accountId: null, at: request.now, action: 'documents.deliverDocument', entity: id, after: { sourceDocumentId: source.id } })
  await request.jobs.publish(untyped(tx), 'documents.delivered', { documentId: id, unitId, sourceDocumentId: source.id, docType: source.docType })
}

async function acknowledge(services: Services, documentId: string): Promise<void> {
  const request = services.systemRequest()
  await asSystem(request, (tx: Transaction<DocumentsDb>) => markOpened(tx, documentId, request.now))
}

/** What its issuer withdrew stays in the registers of the recipients, and says so. */
async function withdrawDelivered(services: Services, sourceId: string): Promise<void> {
  const request = services.systemRequest()
  const inSystem = <T>(work: (tx: Tx) => Promise<T>) => asSystem(request, (tx: Transaction<DocumentsDb>) => work(tx))
  const { source, entries } = await inSystem(async (tx) => ({ source: await documentById(tx, sourceId), entries: await deliveredEntries(tx, sourceId) }))
  // One transaction each, as in delivery: the registers of thousands of units are not held at once.
  for (const entryId of entries) await inSystem((tx) => withdrawEntry(tx, request, source, entryId))
}

async function withdrawEntry(tx: Tx, request: Request, source: DocumentRow, entryId: string): Promise<void> {
  const { unitId, state } = await lockDocument(tx, entryId)
  if (state === 'withdrawn') return
  await updateDocument(tx, entryId, { state: 'withdrawn', withdrawnNote: source.withdrawnNote })
  await writeAudit(untyped(tx), { unitId, accountId: null, at: request.now, action: 'documents.withdrawDocument', entity: entryId, after: { sourceDocumentId: source.id } })
  await request.jobs.publish(untyped(tx), 'documents.withdrawn', { documentId: entryId, unitId, docType: source.docType, sourceDocumentId: source.id })
}

/** Who got the document gets its signed copies too, each once. */
async function deliverSigned(services: Services, sourceId: string): Promise<void> {
  const request = services.systemRequest()
  const inSystem = <T>(work: (tx: Tx) => Promise<T>) => asSystem(request, (tx: Transaction<DocumentsDb>) => work(tx))
  for (const entryId of await inSystem((tx) => deliveredEntries(tx, sourceId))) await inSystem((tx) => copySigned(tx, request, sourceId, entryId))
}

async function copySigned(tx: Tx, request: Request, sourceId: string, entryId: string): Promise<void> {
  const { unitId } = await lockDocument(tx, entryId)
  const there = (await signedFiles(tx, entryId)).length
  for (const signed of (await signedFiles(tx, sourceId)).slice(there)) {
    await insertSigned(tx, { ...signed, id: request.newId(), documentId: entryId, unitId, published: false, made: 'delivery', addedAt: request.now, addedBy: null })
  }
}
