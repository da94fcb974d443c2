import type { DocumentModel } from '@songhanh/vanban/model'
import { AppError } from '#platform/errors.ts'
import { confirmReading } from '../incoming-contract.ts'
import { freezeFiles } from '../file-store.ts'
import { forget, remember } from '../habit-store.ts'
import { citationsOf, replaceLinks } from '../link-store.ts'
import { lifecycleOf } from '../model/lifecycle.ts'
import { headOf, issuerKeys, lessonsOf, takenBack } from '../model/habits.ts'
import { missingFields } from '../model/reading.ts'
import { refuseStale } from '../model/version.ts'
import { ARRIVALS, takeNumber } from '../number-store.ts'
import { columnsOf, command, lockDocument, updateDocument, type DocumentRow, type Tx } from '../store.ts'

export default command(confirmReading, async (ctx, { documentId, version, reading, arrivedOn }) => {
  const document = await lockDocument(ctx.tx, documentId)
  await ctx.allow('documents.edit', document.unitId)
  const state = lifecycleOf[document.direction].next(document.state, 'confirm')
  refuseStale(document, version)
  const missing = missingFields(reading)
  if (missing.length > 0) throw new AppError('invalid', 'documents.reading_incomplete', { first: missing[0]!, count: missing.length })

  const day = arrivedOn ?? document.arrivedOn ?? ctx.today
  if (day > ctx.today) throw new AppError('invalid', 'documents.arrival_in_future')
  const key = { unitId: document.unitId, series: ARRIVALS, year: Number(day.slice(0, 4)) }
  const { number } = await takeNumber(ctx.tx, key, null, { documentId, at: ctx.now })
  const next = await updateDocument(ctx.tx, documentId, {
    ...columnsOf(reading),
    ...(document.readingSource === 'scan' ? { readingSource: 'typed' as const } : {}),
    state,
    arrivedOn: day,
    arrivalNumber: number,
    confirmedAt: ctx.now,
    confirmedBy: ctx.actor?.personId ?? null,
  })
  await freezeFiles(ctx.tx, documentId)
  await replaceLinks(ctx.tx, document, citationsOf(reading), ctx.newId, ctx.today)
  const learned = await learnFrom(ctx.tx, document, reading, { at: ctx.now, newId: ctx.newId })
  await ctx.audit({ unitId: document.unitId, action: confirmReading.name, entity: documentId, before: document.reading, after: { ...reading, ...learned } })
  await ctx.publish('documents.confirmed', { documentId, unitId: document.unitId, docType: reading.header.docType })
  return { version: next, arrivalNumber: number }
})

/** What was corrected is remembered for the issuer; what was carried over and put back is forgotten. Says which fields, for the audit. */
async function learnFrom(tx: Tx, document: DocumentRow, reading: DocumentModel, { at, newId }: { at: Date; newId: () => string }) {
  const { id: documentId, unitId, foundHead, appliedHabits } = document
  if (foundHead === null) return {}
  const confirmed = headOf(reading)
  const unwanted = takenBack(appliedHabits, confirmed)
  await forget(tx, unitId, unwanted.map(({ habitId }) => habitId))
  // What was carried over and kept is known already.
  const fresh = lessonsOf(foundHead, confirmed).filter(({ field, corrected }) => !appliedHabits.some((one) => one.field === field && (one.to === corrected || one.to.endsWith(`-${corrected}`))))
  await remember(tx, { unitId, documentId, issuerKeys: issuerKeys(foundHead, confirmed), lessons: fresh, at }, newId)
  return { remembered: fresh.map(({ field }) => field), forgotten: unwanted.map(({ field }) => field) }
}
