import { AppError } from '#platform/errors.ts'
import { numberDocument } from '../number-contract.ts'
import { lifecycleOf } from '../model/lifecycle.ts'
import { numberKey, numberText, parseNumber, symbolOf } from '../model/number.ts'
import { withNumber } from '../model/reading.ts'
import { refuseStale } from '../model/version.ts'
import { numberingOf, releaseNumber, seriesFor, takeNumber } from '../number-store.ts'
import { command, lockDocument, unitFacts, updateDocument } from '../store.ts'

export default command(numberDocument, async (ctx, { documentId, version, issuedOn, number, symbol }) => {
  const document = await lockDocument(ctx.tx, documentId)
  const { unitId } = document
  await ctx.allow('documents.number', unitId)
  const state = lifecycleOf[document.direction].next(document.state, 'number')
  refuseStale(document, version)
  const chosen = number === undefined ? null : parseNumber(number)
  if (number !== undefined && !chosen) throw new AppError('invalid', 'documents.number_invalid', { number })

  const numbering = await numberingOf(ctx.tx, unitId)
  const unit = await unitFacts(ctx.tx, unitId, ctx.today)
  const docType = document.docType ?? ''
  const sign = symbol ?? symbolOf(docType, numbering.unitSymbol ?? unit.symbol)
  if (!sign) throw new AppError('invalid', 'documents.symbol_missing')

  await releaseNumber(ctx.tx, documentId)
  const key = { unitId, series: seriesFor(numbering, docType), year: Number(issuedOn.slice(0, 4)) }
  const given = numberText(await takeNumber(ctx.tx, key, chosen, { documentId, at: ctx.now }))
  const reading = withNumber(document.reading, { number: given, symbol: sign, issuedOn, place: unit.place })
  const next = await updateDocument(ctx.tx, documentId, {
    state,
    issuedOn,
    numberText: given,
    symbol: sign,
    numberKey: numberKey(given, sign),
    reading: JSON.stringify(reading),
  })
  await ctx.audit({ unitId, action: numberDocument.name, entity: documentId, before: { numberText: document.numberText }, after: { numberText: given, symbol: sign, issuedOn } })
  return { version: next, numberText: given, symbol: sign }
})
