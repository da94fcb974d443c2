import type { DocumentModel } from '@songhanh/vanban/model'
import type { PlainDate } from '#platform/clock.ts'
import { untyped } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import type { CommandContext } from '#core/access/request.ts'
import { ownerOf } from '#core/units/store.ts'
import { issueDocument } from '../contract.ts'
import { replaceRecipients, unitsOpen } from '../delivery-store.ts'
import { citationsOf, replaceLinks } from '../link-store.ts'
import { numberText, parseNumber, symbolOf } from '../model/number.ts'
import { withNumber } from '../model/reading.ts'
import { numberingOf, seriesFor, takeNumber } from '../number-store.ts'
import { columnsOf, insertDocument, unitFacts } from '../store.ts'
import type { DocumentsDb } from '../tables.ts'
import { refuseUnprintable } from './refuse-unprintable.ts'

/** A document that another module wrote and its unit approved. */
export interface ModelToIssue {
  readonly unitId: string
  /** “Kế hoạch” */
  readonly docType: string
  /** As a person wrote it; without one the next free number is taken. */
  readonly number?: string | undefined
  /** “KH-THTBB”; null is made of the type and the letters of the unit. */
  readonly symbol: string | null
  readonly issuedOn: PlainDate
  readonly subject: string
  readonly model: DocumentModel
  /** Units inside the system, which get it as an incoming document. */
  readonly recipientUnitIds: readonly string[]
  /** Lines of “Nơi nhận”; empty leaves those of the model. */
  readonly recipientsText: readonly string[]
  /** Whether every unit below may read it. */
  readonly publish: boolean
}

/** What a person approved before: it is numbered and issued at once. */
export async function issueApprovedModel(ctx: CommandContext<DocumentsDb>, input: ModelToIssue): Promise<{ documentId: string; numberText: string; symbol: string }> {
  const { unitId, docType, subject, issuedOn, publish } = input
  const chosen = input.number === undefined ? null : parseNumber(input.number)
  if (input.number !== undefined && !chosen) throw new AppError('invalid', 'documents.number_invalid', { number: input.number })
  const numbering = await numberingOf(ctx.tx, unitId)
  const unit = await unitFacts(ctx.tx, unitId, ctx.today)
  const symbol = input.symbol ?? symbolOf(docType, numbering.unitSymbol ?? unit.symbol)
  if (!symbol) throw new AppError('invalid', 'documents.symbol_missing')

  const id = ctx.newId()
  const owner = await ownerOf(untyped(ctx.tx), unitId)
  const created = { createdAt: ctx.now, createdOn: ctx.today, createdBy: ctx.actor?.personId ?? null }
  const year = Number(issuedOn.slice(0, 4))
  const given = await takeNumber(ctx.tx, { unitId, series: seriesFor(numbering, docType), year }, chosen, { documentId: id, at: ctx.now })
  const number = numberText(given)
  const reading = withNumber(contentOf(input), { number, symbol, issuedOn, place: unit.place })
  refuseUnprintable(reading)
  await insertDocument(ctx.tx, { ...owner, ...created, ...columnsOf(reading), id, direction: 'outgoing', state: 'issued', readingSource: 'inside', published: publish })
  await sendOut(ctx, { id, unitId, docType, reading }, input.recipientUnitIds)
  await ctx.audit({ unitId, action: issueDocument.name, entity: id, after: { docType, subject, numberText: number, symbol, issuedOn, publish } })
  return { documentId: id, numberText: number, symbol }
}

function contentOf({ model, docType, subject, recipientsText }: ModelToIssue): DocumentModel {
  const header = { ...model.header, docType, title: subject }
  return { ...model, header, recipients: recipientsText.length > 0 ? recipientsText : model.recipients }
}

/**
 * What follows from issuing: recipients, citations, printing and delivery after the commit.
 * @throws AppError `conflict` when a recipient does not exist any more
 */
export async function sendOut(
  ctx: CommandContext<DocumentsDb>,
  document: { id: string; unitId: string; docType: string | null; reading: DocumentModel },
  recipientUnitIds: readonly string[],
): Promise<void> {
  const open = await unitsOpen(ctx.tx, recipientUnitIds, ctx.today)
  const closed = recipientUnitIds.find((id) => !open.has(id))
  if (closed !== undefined) throw new AppError('conflict', 'documents.recipient_closed', { name: (await unitFacts(ctx.tx, closed, ctx.today)).name })

  const { id: documentId, unitId, docType } = document
  await replaceRecipients(ctx.tx, document, recipientUnitIds.filter((id) => id !== unitId), ctx.newId)
  await replaceLinks(ctx.tx, document, citationsOf(document.reading), ctx.newId, ctx.today)
  await ctx.publish('documents.issued', { documentId, unitId, docType })
  await ctx.enqueue('documents.render', { documentId })
}
