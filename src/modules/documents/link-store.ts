import { sql } from 'kysely'
import type { DocumentModel, LegalBasis } from '@songhanh/vanban/model'
import { citedInPreamble } from '@songhanh/vanban/reading/citations'
import type { PlainDate } from '#platform/clock.ts'
import { untyped } from '#platform/db/connect.ts'
import { ownerOf } from '#core/units/store.ts'
import type { DocumentLink } from './contract.ts'
import { OPEN_STATES } from './model/lifecycle.ts'
import { numberKey } from './model/number.ts'
import { type Tx } from './store.ts'

/** A citation as a person or the reader wrote it. */
export type Citation = Omit<DocumentLink, 'targetId' | 'position'>

/**
 * What a document cites by number, in the order of its text. The bases are read once more as they stand now: a person
 * may have written or corrected them since the file was read, or there was no file.
 */
export function citationsOf(reading: DocumentModel): Citation[] {
  const { legalBases, preamble } = reading
  const known = new Set(legalBases.map(keyOf))
  const written = citedInPreamble(preamble).filter((basis) => !known.has(keyOf(basis)))
  return [...legalBases, ...written]
    .filter((basis) => basis.number !== null)
    .map(({ type, number, symbol, date, issuer, subject }) => ({
      docType: type,
      numberText: number,
      symbol,
      issuedOn: date !== null && /^\d{4}-\d\d-\d\d$/.test(date) ? date : null,
      issuer,
      subject,
    }))
}

function keyOf({ number, symbol }: LegalBasis): string | null {
  return numberKey(number, symbol)
}

/**
 * Puts these citations in the place of those before, and looks for the documents of all open citations of the unit. What
 * a person said of a citation holds for the same number.
 */
export async function replaceLinks(tx: Tx, document: { id: string; unitId: string }, citations: readonly Citation[], newId: () => string, today: PlainDate): Promise<void> {
  const owner = await ownerOf(untyped(tx), document.unitId)
  const said = new Map((await saidByHand(tx, document.id)).map(({ numberKey: key, targetId }) => [key, targetId]))
  await tx.deleteFrom('documents.documentLink').where('documentId', '=', document.id).execute()
  const rows = citations.map((citation, position) => {
    const { numberText, symbol } = citation
    const key = numberKey(numberText, symbol)
    return { ...owner, ...citation, id: newId(), documentId: document.id, position, numberKey: key, targetId: said.get(key) ?? null, byPerson: said.has(key) }
  })
  if (rows.length > 0) await tx.insertInto('documents.documentLink').values(rows).execute()
  await resolveLinks(tx, document.unitId, today)
}

/**
 * Finds the documents of open citations among those of the unit and those that its superiors published. The unit's own
 * entry comes first: it is the one that the unit works with.
 */
export async function resolveLinks(tx: Tx, unitId: string, today: PlainDate): Promise<void> {
  await sql`
    update documents.document_link l
    set target_id = (
      select d.id
      from documents.document d
      where d.number_key = l.number_key and d.id <> l.document_id
        and d.state in ('issued', 'registered', 'withdrawn')
        and (l.issued_on is null or d.issued_on is null or d.issued_on = l.issued_on)
        and (
          d.unit_id = l.unit_id
          or d.published and d.unit_id in (
            select a.ancestor_id from units.unit_ancestor a where a.unit_id = l.unit_id and a.depth > 0 and a.valid @> ${today}::date
          )
        )
      order by d.unit_id = l.unit_id desc, d.issued_on desc nulls last, d.id
      limit 1
    )
    where l.unit_id = ${unitId} and l.target_id is null and not l.by_person and l.number_key is not null`.execute(tx)
}

export function linksOf(tx: Tx, documentId: string): Promise<DocumentLink[]> {
  return tx
    .selectFrom('documents.documentLink')
    .select(['position', 'docType', 'numberText', 'symbol', 'issuedOn', 'issuer', 'subject', 'targetId'])
    .where('documentId', '=', documentId)
    .orderBy('position')
    .execute()
}

function saidByHand(tx: Tx, documentId: string): Promise<{ numberKey: string | null; targetId: string | null }[]> {
  return tx.selectFrom('documents.documentLink').select(['numberKey', 'targetId']).where('documentId', '=', documentId).where('byPerson', '=', true).execute()
}

/** Keeps which document a person means by a citation; null for none. */
export async function linkByHand(tx: Tx, documentId: string, position: number, targetId: string | null): Promise<void> {
  await tx.updateTable('documents.documentLink').set({ targetId, byPerson: true }).where('documentId', '=', documentId).where('position', '=', position).execute()
}

/**
 * Documents that cite this one and that the person may open: what others have sent out, and all of the own units.
 * @param ownUnitIds  units in which the person reads drafts as well
 */
export function citing(tx: Tx, documentId: string, ownUnitIds: readonly string[]): Promise<{ id: string; subject: string; numberText: string | null; symbol: string | null }[]> {
  return tx
    .selectFrom('documents.documentLink as l')
    .innerJoin('documents.document as d', 'd.id', 'l.documentId')
    .select(['d.id', 'd.subject', 'd.numberText', 'd.symbol'])
    .distinct()
    .where('l.targetId', '=', documentId)
    .where((where) => where.or([sql<boolean>`d.unit_id = any (${[...ownUnitIds]}::uuid[])`, where.and([where('d.direction', '=', 'outgoing'), where('d.state', 'in', OPEN_STATES)])]))
    .orderBy('d.id')
    .limit(200)
    .execute()
}
