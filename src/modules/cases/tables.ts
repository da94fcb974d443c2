import type { AccessTables } from '#core/access/tables.ts'
import type { PeopleTables } from '#core/people/tables.ts'
import type { DateRange, UnitTables } from '#core/units/tables.ts'
import type { PlainDate } from '#platform/clock.ts'
import type { CaseState } from './model/case-lifecycle.ts'

interface Owned {
  provinceId: string
  id: string
  unitId: string
}

export interface CaseTables {
  'cases.caseFile': Owned & {
    aboutUnitId: string
    year: number
    number: number
    state: CaseState
    receivedAt: Date
    channel: Channel
    closedAt: Date | null
    report: Buffer
  }
  'cases.seat': Owned & { caseId: string; accountId: string; kind: SeatKind; since: Date; until: Date | null }
  'cases.entry': Owned & { caseId: string; number: number; kind: string; at: Date; accountId: string | null; keyId: string; body: Buffer }
  'cases.attachment': Owned & { caseId: string; position: number; about: Buffer; original: Buffer; shown: Buffer | null }
  'cases.accessLog': Owned & { caseId: string; at: Date; accountId: string; act: 'opened' | 'file' | 'original' | 'apart' }
  'cases.followUp': { codeDigest: Buffer; caseId: string; salt: Buffer; secretHash: Buffer; toldKey: Buffer }
  'cases.keyPair': Owned & {
    accountId: string
    state: PairState
    publicKey: Buffer
    privateKey: Buffer | null
    salt: Buffer
    memoryKib: number
    passes: number
    madeAt: Date
    confirmedBy: string | null
    failures: number
    failedAt: Date | null
  }
  'cases.openedKey': { sessionId: string; accountId: string; pairId: string; privateKey: Buffer; until: Date }
  'cases.keyKeeper': Omit<Owned, 'id'> & { pairId: string; position: number; keeperPairId: string; piece: Buffer }
  'cases.keyAnswer': Omit<Owned, 'id'> & { waitingPairId: string; position: number; accountId: string; at: Date; piece: Buffer }
  'cases.caseKey': Owned & { caseId: string; kind: CaseKeyKind; madeAt: Date }
  'cases.keyShare': Omit<Owned, 'id'> & { caseId: string; keyId: string; pairId: string; accountId: string; sealed: Buffer }
  'cases.glassHolder': Omit<Owned, 'id'> & { caseId: string; position: number; accountId: string; pairId: string }
  'cases.glassPiece': Omit<Owned, 'id'> & { keyId: string; position: number; piece: Buffer }
  'cases.glassRequest': Owned & { caseId: string; accountId: string; at: Date; openedAt: Date | null }
  'cases.glassLent': Omit<Owned, 'id'> & { requestId: string; keyId: string; toPosition: number; fromPosition: number; piece: Buffer }
  'cases.legalHold': Owned & { caseId: string; since: Date; until: Date | null; accountId: string }
  'cases.endedCase': Owned & { year: number; number: number; endedAt: Date; backupsUntil: PlainDate }
  'cases.tally': Omit<Owned, 'id'> & { year: number; half: 1 | 2; breakdown: string; value: string; count: number }
  'cases.helpLineChange': {
    provinceId: string
    unitId: string
    key: string
    area: string
    phone: string | null
    nameVi: string
    nameEn: string
    address: string | null
    valid: DateRange
    source: string
    checkedOn: PlainDate
    isCertain: boolean
    changedAt: Date
  }
}

export type Channel = 'web' | 'person' | 'phone' | 'paper' | 'upward'
export type SeatKind = 'handler' | 'supervisor' | 'glass'
export interface CountTables {
  'case_counts.published': Owned & { year: number; half: 1 | 2; breakdown: string; value: string; count: number }
  'case_counts.halfYear': { year: number; half: 1 | 2; publishedAt: Date }
}

export type PairState = 'waiting' | 'current' | 'retired'
export type CaseKeyKind = 'told' | 'work' | 'apart'

export type CasesDb = CaseTables & CountTables & UnitTables & AccessTables & PeopleTables
