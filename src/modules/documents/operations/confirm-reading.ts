import { AppError } from '#platform/errors.ts'
import { confirmReading } from '../incoming-contract.ts'
import { freezeFiles } from '../file-store.ts'
import { citationsOf, replaceLinks } from '../link-store.ts'
import { lifecycleOf } from '../model/lifecycle.ts'
import { missingFields } from '../model/reading.ts'
import { refuseStale } from '../model/version.ts'
import { ARRIVALS, takeNumber } from '../number-store.ts'
import { columnsOf, command, lockDocument, updateDocument } from '../store.ts'

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
  await ctx.audit({ unitId: document.unitId, action: confirmReading.name, entity: documentId, before: document.reading, after: reading })
  await ctx.publish('documents.confirmed', { documentId, unitId: document.unitId, docType: reading.header.docType })
  return { version: next, arrivalNumber: number }
})
