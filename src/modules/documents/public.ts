import type { DocumentModel } from '@songhanh/vanban/model'
import type { NamedForm } from '@songhanh/vanban/advice/contradictions'
import type { FormChoices } from '@songhanh/vanban/writing/form'
import type { Transaction } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import type { CommandContext } from '#core/access/request.ts'
import { documentsBeside as besideTheDraft, type Beside, type BesideDocument } from './beside-store.ts'
import { namedForms } from './citation-store.ts'
import { formOf } from './model/citations.ts'
import { choicesFor } from './form-store.ts'
import { unitsBelow, type RecipientChoice } from './delivery-store.ts'
import type { Direction, State } from './model/lifecycle.ts'
import { issueApprovedModel, type ModelToIssue } from './operations/issue-model.ts'
import { documentById, documentTables } from './store.ts'
import type { DocumentsDb } from './tables.ts'

export type { ModelToIssue } from './operations/issue-model.ts'
export { refuseUnprintable } from './operations/refuse-unprintable.ts'

/** A document of the register as other modules see it. */
export interface RegisteredDocument {
  readonly id: string
  readonly unitId: string
  readonly direction: Direction
  readonly state: State
  readonly docType: string | null
  /** As printed before the stroke: “05”. */
  readonly numberText: string | null
  readonly symbol: string | null
  readonly issuedOn: PlainDate | null
  readonly issuer: string | null
  readonly subject: string
  /** The issued document of another unit that this one was delivered from. */
  readonly sourceDocumentId: string | null
  /** Every unit below may read it. */
  readonly published: boolean
  readonly reading: DocumentModel
}

/** @throws AppError `not_found`, also when the transaction's person may not see it */
export async function registeredDocument<DB>(tx: Transaction<DB>, documentId: string): Promise<RegisteredDocument> {
  const { id, unitId, direction, state, docType, numberText, symbol, issuedOn, issuer, subject, sourceDocumentId, published, reading } = await documentById(documentTables(tx), documentId)
  return { id, unitId, direction, state, docType, numberText, symbol, issuedOn, issuer, subject, sourceDocumentId, published, reading }
}

/**
 * Enters an approved document of another module in the register as issued, inside the caller's transaction. Printing
 * (DOCX and PDF, frozen) and delivery to the recipients follow after the commit.
 *
 * Asks no permission: the caller has judged. Writes its own audit entry.
 *
 * @returns the number and symbol that were given
 * @throws AppError `invalid` for a number that is none, a unit without a symbol or characters that cannot be printed; `conflict` `documents.number_taken`
 *   with the next free one in `next`, or `documents.recipient_closed`
 */
export function issueModel<DB>(ctx: CommandContext<DB>, input: ModelToIssue): Promise<{ documentId: string; numberText: string; symbol: string }> {
  // The same object: only the tables that its transaction names are others.
  return issueApprovedModel(ctx as unknown as CommandContext<DocumentsDb>, input)
}

/** Type sizes and lines of the letterhead as a unit has chosen them, for one of its documents; `services.writer` takes them. */
export function formChoices<DB>(tx: Transaction<DB>, unitId: string, model: DocumentModel): Promise<FormChoices> {
  return choicesFor(documentTables(tx), unitId, model)
}

/** Units below one in the tree of a day, to choose recipients from: schools, communes, Departments, or all. */
export function recipientsBelow<DB>(tx: Transaction<DB>, unitId: string, choice: RecipientChoice, today: PlainDate) {
  return unitsBelow(documentTables(tx), unitId, choice, today)
}

/**
 * How other documents that a unit may see name the documents that they cite, and those themselves: evidence for whoever
 * checks the citations of a draft.
 *
 * @param except  the document that is being checked, when it is in the register already
 */
export async function namedElsewhere<DB>(tx: Transaction<DB>, unitId: string, today: PlainDate, except: string | null): Promise<NamedForm[]> {
  return (await namedForms(documentTables(tx), { unitId, today, below: false, except })).map(formOf)
}

/**
 * Documents with which a draft is compared: earlier ones of the unit, those of its superiors, and of units beside it as far as
 * the person may see them.
 */
export function documentsBeside<DB>(tx: Transaction<DB>, beside: Beside): Promise<BesideDocument[]> {
  return besideTheDraft(documentTables(tx), beside)
}
