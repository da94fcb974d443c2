import type { RegisteredDocument } from '@songhanh/vanban/advice/register'
import type { UnitTables } from '#core/units/tables.ts'
import type { PlainDate } from '#platform/clock.ts'

export interface CitationTables {
  'citations.referenceChange': {
    provinceId: string
    id: string
    unitId: string
    referenceKey: string
    docType: string
    numberText: string
    symbol: string
    issuedOn: PlainDate | null
    issuer: string
    title: string
    validFrom: PlainDate | null
    validUntil: PlainDate | null
    replacedBy: string | null
    source: string
    certainty: RegisteredDocument['sure']
    checkedOn: PlainDate
    dropped: boolean
    changedAt: Date
  }
}

export type CitationsDb = CitationTables & UnitTables
