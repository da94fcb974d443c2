import type { DocumentModel } from '@songhanh/vanban/model'
import { sql } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import { numberAndSymbol } from './model/number.ts'
import { relationOf, type Relation } from './model/relation.ts'
import type { Tx } from './store.ts'

/** A document with which a draft is compared. */
export interface BesideDocument {
  readonly documentId: string
  readonly relation: Relation
  /** “Kế hoạch 45/KH-SGDĐT”. */
  readonly name: string
  readonly issuer: string
  readonly reading: DocumentModel
}

export interface Beside {
  readonly unitId: string
  readonly docType: string
  /** That the draft is for. */
  readonly year: number
  readonly today: PlainDate
  /** The draft itself, when it is in the register already. */
  readonly except: string | null
}

interface Row {
  readonly documentId: string
  readonly origin: 'own' | 'received' | 'published' | 'sibling'
  readonly fromSuperior: boolean
  readonly docType: string | null
  readonly numberText: string | null
  readonly symbol: string | null
  readonly issuer: string | null
  readonly reading: DocumentModel
}

/** Of each origin, the latest. */
const MOST = 12

/**
 * What a draft is compared with: earlier documents of its kind that the unit issued, what its superiors sent or published,
 * and documents of its kind of the units beside it, as far as the person may see them. Each document once.
 */
export async function documentsBeside(tx: Tx, { unitId, docType, year, today, except }: Beside): Promise<BesideDocument[]> {
  const found = await sql<Row>`
    with above as (
      select a.ancestor_id as id from units.unit_ancestor a where a.unit_id = ${unitId} and a.depth > 0 and a.valid @> ${today}::date
    ), beside as (
      select s.unit_id as id
      from units.unit_version me
      join units.unit_version s on s.valid @> ${today}::date and s.level = me.level and s.unit_id <> me.unit_id
        and (s.professional_parent_id = me.professional_parent_id or s.administrative_parent_id = me.administrative_parent_id)
      where me.unit_id = ${unitId} and me.valid @> ${today}::date
    ), seen as (
      select d.id, coalesce(d.source_document_id, d.id) as origin_id, d.doc_type, d.number_text, d.symbol, d.issued_on, d.issuer, d.reading,
        case
          when d.unit_id = ${unitId} and d.direction <> 'incoming' then 'own'
          when d.unit_id = ${unitId} then 'received'
          when d.unit_id in (select id from above) then 'published'
          else 'sibling'
        end as origin,
        d.unit_id in (select id from above) or exists (
          select from documents.document o where o.id = d.source_document_id and o.unit_id in (select id from above)) as from_superior
      from documents.document d
      where d.state in ('issued', 'registered') and (${except}::uuid is null or d.id <> ${except}::uuid and d.source_document_id is distinct from ${except}::uuid)
        and d.issued_on between make_date(${year - 2}, 11, 1) and ${today}::date
        and (
          d.unit_id = ${unitId} and (d.direction = 'incoming' or d.doc_type = ${docType})
          or d.published and d.unit_id in (select id from above)
          or d.direction = 'outgoing' and d.state = 'issued' and d.doc_type = ${docType} and d.unit_id in (select id from beside)
        )
    ), once as (
      select distinct on (origin_id) * from seen order by origin_id, origin = 'received' desc
    ), ranked as (
      select *, row_number() over (partition by origin order by issued_on desc, id) as place from once
    )
    select id as document_id, origin, from_superior, doc_type, number_text, symbol, issuer, reading
    from ranked
    where place <= ${sql.lit(MOST)}
    order by origin, place`.execute(tx)
  return found.rows.flatMap(({ documentId, origin, fromSuperior, docType: type, numberText, symbol, issuer, reading }) => {
    const relation = relationOf({ origin, fromSuperior, isSameType: type === docType, issuer })
    return relation === null ? [] : [{ documentId, relation, name: [type, numberAndSymbol(numberText, symbol)].filter((part) => part !== null).join(' '), issuer: issuer ?? '', reading }]
  })
}
