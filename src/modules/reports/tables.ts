import type { Generated, JSONColumnType } from 'kysely'
import type { AccessTables } from '#core/access/tables.ts'
import type { Source } from '#core/facts/freeze.ts'
import type { PeopleTables } from '#core/people/tables.ts'
import type { UnitTables } from '#core/units/tables.ts'
import type { PlainDate } from '#platform/clock.ts'
import type { ConsolidatedFigure, Quote } from './consolidation-contract.ts'
import type { Audience } from './model/audience.ts'
import type { Body } from './model/body.ts'
import type { MissingUnit } from './model/choose-reports.ts'
import type { ConsolidationState } from './model/consolidation-lifecycle.ts'
import type { DeadlineWord } from './model/deadline.ts'
import type { Entries } from './model/entries.ts'
import type { Form, FormCode } from './model/form.ts'
import type { SaidInPart } from './model/said.ts'
import type { ReportState, RoundState } from './model/lifecycle.ts'

export type RoundLine = 'administrative' | 'professional'

export interface ReportTables {
  'reports.round': {
    provinceId: string
    id: string
    unitId: string
    state: Generated<RoundState>
    title: string
    instructions: string | null
    formCode: FormCode
    formVersion: number
    form: JSONColumnType<Form>
    line: RoundLine
    audience: JSONColumnType<Audience>
    treeOn: PlainDate
    periodFrom: PlainDate
    periodTo: PlainDate
    periodLabel: string
    windowFrom: PlainDate
    windowTo: PlainDate
    deadlineDay: PlainDate
    deadlineWord: DeadlineWord
    dueOn: PlainDate
    acceptLateUntil: PlainDate | null
    remindDays: number[]
    remindedOn: PlainDate | null
    revision: Generated<number>
    createdBy: string
    createdAt: Date
    openedBy: string | null
    openedAt: Date | null
    closedAt: Date | null
  }
  'reports.report': {
    provinceId: string
    id: string
    unitId: string
    roundId: string
    superiorId: string
    state: Generated<ReportState>
    entries: JSONColumnType<Entries, string | undefined, string>
    revision: Generated<number>
    toFill: number | null
    filled: number | null
    openFields: string[] | null
    extendedUntil: PlainDate | null
    extendedReason: string | null
    exemptReason: string | null
    signed: JSONColumnType<Body | null, string | null, string | null>
    signedDigest: string | null
    signedSources: JSONColumnType<Source[] | null, string | null, string | null>
    signedBy: string | null
    signedAt: Date | null
    reason: string | null
    version: Generated<number>
    submittedAt: Date | null
    submittedBy: string | null
    isLate: Generated<boolean>
    firstLate: boolean | null
    decidedBy: string | null
    decidedAt: Date | null
    returnReason: string | null
    answerBy: PlainDate | null
    startedBy: string | null
    startedAt: Date | null
    changedAt: Date
    documentId: string | null
    consolidationId: Generated<string | null>
    isApart: Generated<boolean>
  }
  'reports.reportVersion': {
    provinceId: string
    reportId: string
    number: number
    unitId: string
    superiorId: string
    roundId: string
    body: JSONColumnType<Body>
    figures: JSONColumnType<readonly object[]>
    digest: string
    reason: string | null
    dueOn: PlainDate
    isLate: boolean
    signedBy: string
    signedAt: Date
    submittedBy: string
    submittedAt: Date
  }
  'reports.reportDocument': {
    provinceId: string
    reportId: string
    number: number
    unitId: string
    superiorId: string
    documentId: string
    numberText: string
    issuedOn: PlainDate
  }
  'reports.figure': {
    provinceId: string
    reportId: string
    number: number
    key: string
    unitId: string
    superiorId: string
    roundId: string
    code: string
    state: 'value' | 'not_applicable' | 'no_data'
    /** `numeric`: exact as text. */
    value: string | null
    part: string | null
    whole: string | null
    estimate: string | null
    known: number | null
    units: number | null
    byHand: boolean
    note: string | null
  }
  'reports.correction': {
    provinceId: string
    id: string
    reportId: string
    number: number
    unitId: string
    superiorId: string
    sourceTable: string
    sourceId: string
    sourceUnitId: string
    reason: string
    occasion: string
    at: Date
    settledNumber: number | null
  }
  'reports.reportComment': {
    provinceId: string
    id: string
    reportId: string
    number: number
    unitId: string
    superiorId: string
    field: string | null
    text: string
    authorId: string
    at: Date
  }
  'reports.reportStep': {
    provinceId: string
    id: string
    reportId: string
    unitId: string
    superiorId: string
    action: string
    note: string | null
    personId: string | null
    personName: string | null
    at: Date
  }
}

/** Of superiors: contacts with units, reports summed up. */
export interface BoardTables {
  'reports.contact': {
    provinceId: string
    id: string
    unitId: string
    reportId: string
    roundId: string
    kind: 'reminder' | 'automatic' | 'call' | 'zalo' | 'other'
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
    said: JSONColumnType<SaidInPart[] | null, string | null, string | null>
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
  'reports.consolidationCorrection': {
    provinceId: string
    id: string
    consolidationId: string
    unitId: string
    sourceTable: string
    sourceId: string
    sourceUnitId: string
    reason: string
    occasion: string
    at: Date
    seenAt: Date | null
    seenBy: string | null
    seenNote: string | null
  }
  'reports.consolidatedReport': { provinceId: string; consolidationId: string; reportId: string; unitId: string; number: number; digest: string }
}

/** The tables that reports may touch: its own; people, units and accounts to read. */
export type ReportsDb = ReportTables & BoardTables & UnitTables & PeopleTables & AccessTables
