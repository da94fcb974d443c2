import type { ColumnType, Generated } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import type { EvidenceKind } from './model/evidence.ts'
import type { AgeGroup, Audience, Ethnicity, Sex } from './model/kind.ts'
import type { Attendee, CostSource, FieldValue, RecordState, RecordValues } from './model/record.ts'

/** Written as text, read as what it says. */
type Json<T> = ColumnType<T, string, string>
type Owner = { provinceId: string; unitId: string }

export interface RecordTables {
  'records.record': Owner & {
    id: string
    kind: string
    kindVersion: number
    state: RecordState
    onDay: PlainDate
    untilDay: PlainDate | null
    title: string
    place: string | null
    result: string | null
    fields: Json<Readonly<Record<string, FieldValue>>>
    detail: string
    figures: Json<Readonly<Record<string, number>>>
    /** Numeric: PostgreSQL hands it over as text. */
    cost: ColumnType<string | null, number | null, number | null>
    costSource: CostSource | null
    taskId: string | null
    planId: string | null
    nodeId: string | null
    attendance: Json<readonly Attendee[]>
    attendanceRevision: number
    revision: number
    createdBy: string
    createdAt: Date
    changedBy: string
    changedAt: Date
    searchText: string
  }
  'records.headCount': Owner & {
    recordId: string
    audience: Audience
    sex: Sex
    ageGroup: AgeGroup
    ethnicity: Ethnicity
    contacts: number | null
    persons: number | null
  }
  'records.evidence': Owner & {
    id: string
    recordId: string
    kind: EvidenceKind
    fileId: string | null
    thumbnailId: string | null
    link: string | null
    caption: string
    takenOn: PlainDate | null
    pictureHash: string[]
    peopleShown: boolean
    consent: boolean
    removed: Generated<boolean>
    addedBy: string
    addedAt: Date
  }
  'records.recordVersion': Owner & {
    recordId: string
    revision: number
    state: RecordState
    values: Json<RecordValues>
    reason: string | null
    changedBy: string
    changedAt: Date
  }
  'records.answer': Owner & { recordId: string; question: string; text: string; answeredBy: string; answeredAt: Date }
}
