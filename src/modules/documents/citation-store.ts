import { sql } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import type { NamedIn } from './model/citations.ts'
import { numberAndSymbol } from './model/number.ts'
import type { CitationSource } from './citation-contract.ts'
import type { Tx } from './store.ts'

/** Far above what a unit sees; the rarest forms are left out beyond it. */
const MOST_FORMS = 6_000
/** Documents named for one form. */
const MOST_SOURCES = 20

interface Scope {
  readonly unitId: string
  readonly today: PlainDate
  /** What the units below have sent out as well. */
  readonly below: boolean
  /** The document that is being checked: its own words are no evidence. */
  readonly except?: string | null
}

/** Documents that count: of the unit, published by those above, sent out by those below. */
const isInScope = ({ unitId, today, below, except }: Scope) => sql<boolean>`
  d.state <> 'withdrawn'
  and (${except ?? null}::uuid is null or (d.id <> ${except ?? null}::uuid and d.source_document_id is distinct from ${except ?? null}::uuid))
  and (
    d.unit_id = ${unitId}
    or (d.published and d.unit_id in (select a.ancestor_id from units.unit_ancestor a where a.unit_id = ${unitId} and a.depth > 0 and a.valid @> ${today}::date))
    or (${below}::boolean and d.direction = 'outgoing' and d.state = 'issued'
      and d.unit_id in (select a.unit_id from units.unit_ancestor a where a.ancestor_id = ${unitId} and a.depth > 0 and a.valid @> ${today}::date))
  )`

/**
 * How the documents that a unit may see name other documents, each way once, and how those documents name themselves. A
 * document that was delivered inside the system counts once, however many have it.
 */
export async function namedForms(tx: Tx, scope: Scope): Promise<NamedIn[]> {
  const cited = await sql<NamedIn>`
    select l.doc_type, l.number_text, l.symbol, l.issued_on, l.issuer, l.subject, false as is_itself,
      count(distinct coalesce(d.source_document_id, d.id))::int as times,
      (array_agg(distinct d.id))[1:${sql.lit(MOST_SOURCES)}] as document_ids
    from documents.document_link l
    join documents.document d on d.id = l.document_id
    where l.number_text is not null and l.symbol is not null and ${isInScope(scope)}
    group by 1, 2, 3, 4, 5, 6
    order by times desc, l.number_text, l.symbol
    limit ${sql.lit(MOST_FORMS)}`.execute(tx)
  const themselves = await sql<NamedIn>`
    select d.doc_type, d.number_text, d.symbol, d.issued_on, d.issuer, nullif(d.subject, '') as subject, true as is_itself, 1 as times, array_agg(d.id) as document_ids
    from documents.document d
    where d.doc_type is not null and d.number_text is not null and d.symbol is not null and d.state in ('registered', 'issued') and ${isInScope({ ...scope, below: false })}
    group by 1, 2, 3, 4, 5, 6
    order by max(d.listed_on) desc
    limit ${sql.lit(MOST_FORMS)}`.execute(tx)
  return [...cited.rows, ...themselves.rows]
}

/** Names of documents and of the units in whose registers they stand. */
export async function sourcesOf(tx: Tx, documentIds: readonly string[], today: PlainDate): Promise<Map<string, CitationSource>> {
  if (documentIds.length === 0) return new Map()
  const found = await sql<{ id: string; unitId: string; unitName: string | null; docType: string | null; numberText: string | null; symbol: string | null; subject: string }>`
    select d.id, d.unit_id, v.name as unit_name, d.doc_type, d.number_text, d.symbol, d.subject
    from documents.document d
    left join units.unit_version v on v.unit_id = d.unit_id and v.valid @> ${today}::date
    where d.id = any (${[...documentIds]}::uuid[])`.execute(tx)
  return new Map(
    found.rows.map(({ id, unitId, unitName, docType, numberText, symbol, subject }) => {
      const number = numberAndSymbol(numberText, symbol)
      return [id, { documentId: id, unitId, unitName: unitName ?? '', name: number === null ? subject || (docType ?? '') : `${docType ?? ''} ${number}`.trim() }]
    }),
  )
}
