import type { Generated, JSONColumnType } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import type { ConsolidatedFigure, Quote } from './board-contract.ts'
import type { Body } from './model/body.ts'
import type { MissingUnit } from './model/choose-reports.ts'
import type { ConsolidationState } from './model/consolidation-lifecycle.ts'

export interface BoardTables {
  'reports.contact': {
    provinceId: string
    id: string
    unitId: string
    reportId: string
    roundId: string
    kind: 'reminder' | 'call' | 'zalo' | 'other'
    withWhom: string | null
    said: string | null
    told: number | null
    personId: string | null
    personName: string | null
    at: Date
  }
  'reports.consolidation': {
    provinceId: string
    id: string
    unitId: string
    roundId: string
    state: Generated<ConsolidationState>
    title: string
    cutOff: PlainDate
    withSubmitted: boolean
    reportIds: string[] | null
    figures: JSONColumnType<ConsolidatedFigure[]>
    texts: JSONColumnType<Record<string, string>, string | undefined, string>
    quotes: JSONColumnType<Quote[], string | undefined, string>
    body: JSONColumnType<Body | null, string | null, string | null>
    missing: JSONColumnType<MissingUnit[] | null, string | null, string | null>
    digest: string | null
    revision: Generated<number>
    frozenAt: Date | null
    signedBy: string | null
    signedAt: Date | null
    documentId: string | null
    numberText: string | null
    issuedOn: PlainDate | null
    createdBy: string
    createdAt: Date
    changedAt: Date
  }
  'reports.consolidatedReport': { provinceId: string; consolidationId: string; reportId: string; unitId: string; number: number; digest: string }
}
