import type { DocumentModel } from '@songhanh/vanban/model'
import type { ColumnType, Generated } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import type { FileTables } from '#core/files/tables.ts'
import type { PeopleTables } from '#core/people/tables.ts'
import type { UnitTables } from '#core/units/tables.ts'
import type { FoundField } from './model/doubtful.ts'
import type { AppliedHabit, HabitField, Head } from './model/habits.ts'
import type { Direction, State } from './model/lifecycle.ts'
import type { FileRole, ReadingSource, Urgency } from './model/register.ts'
import type { SignedHow, TrustedKind } from './model/signatures.ts'

/** Written as text, read as what it says. */
type Json<T> = ColumnType<T, string, string>
type Owner = { provinceId: string; unitId: string }

export interface DocumentTables {
  'documents.document': Owner & {
    id: string
    direction: Direction
    state: State
    version: Generated<number>
    docType: string | null
    numberText: string | null
    symbol: string | null
    issuedOn: PlainDate | null
    issuer: string | null
    subject: string
    signerName: string | null
    urgency: Generated<Urgency>
    arrivalNumber: number | null
    arrivedOn: PlainDate | null
    handledBy: string | null
    copyKeeper: string | null
    copies: number | null
    forwardedOn: PlainDate | null
    receiptBy: string | null
    note: string | null
    recipientsText: string[]
    sourceDocumentId: string | null
    published: Generated<boolean>
    reading: Json<DocumentModel>
    readingSource: ReadingSource
    readText: string | null
    confirmedAt: Date | null
    confirmedBy: string | null
    returnedNote: string | null
    withdrawnNote: string | null
    approvedAt: Date | null
    approvedBy: string | null
    seenAt: Date | null
    createdAt: Date
    createdBy: string | null
    createdOn: PlainDate
    body: string
    numberKey: string | null
    evidence: ColumnType<FoundField[], string | undefined, string>
    foundHead: ColumnType<Head | null, string | null | undefined, string | null>
    appliedHabits: ColumnType<AppliedHabit[], string | undefined, string>
    readonly listedOn: ColumnType<PlainDate, never, never>
  }
  'documents.documentFile': Owner & { documentId: string; role: FileRole; fileId: string; digest: string; frozen: Generated<boolean> }
  'documents.documentLink': Owner & {
    id: string
    documentId: string
    position: number
    docType: string
    numberText: string | null
    symbol: string | null
    numberKey: string | null
    issuedOn: PlainDate | null
    issuer: string | null
    subject: string | null
    targetId: string | null
    byPerson: Generated<boolean>
  }
  'documents.signedFile': Owner & {
    documentId: string
    step: number
    fileId: string
    digest: string
    signers: string[]
    made: SignedHow
    addedAt: Date
    addedBy: string | null
  }
  'documents.trustedFile': Owner & {
    id: string
    kind: TrustedKind
    name: string
    title: string
    content: Buffer
    digest: string
    endsOn: PlainDate | null
    addedAt: Date
    addedBy: string | null
  }
  'documents.documentRecipient': Owner & {
    id: string
    documentId: string
    recipientUnitId: string
    deliveredId: string | null
    deliveredAt: Date | null
    seenAt: Date | null
  }
  'documents.issuerHabit': Owner & {
    id: string
    issuerKeys: string[]
    field: HabitField
    found: string | null
    corrected: string
    documentId: string | null
    learnedAt: Date
  }
  'documents.formChoice': Owner & { bodySize: number; letterheadSize: number; parentLines: string[]; issuerLines: string[] }
  'documents.numbering': Owner & { mode: 'per_type' | 'single'; unitSymbol: string | null }
  'documents.numberSeries': Owner & { series: string; year: number; lastNumber: number }
  'documents.takenNumber': Owner & {
    series: string
    year: number
    number: number
    suffix: string
    documentId: string | null
    note: string | null
    takenAt: Date
  }
}

/** The tables that documents may touch. */
export type DocumentsDb = DocumentTables & FileTables & PeopleTables & UnitTables
