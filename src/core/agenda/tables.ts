import type { AccessTables } from '#core/access/tables.ts'
import type { UnitTables } from '#core/units/tables.ts'
import type { FEED_SCOPES } from './contract.ts'

export interface AgendaTables {
  'agenda.feed': {
    provinceId: string
    id: string
    unitId: string
    accountId: string
    scope: (typeof FEED_SCOPES)[number]
    /** SHA-256 of the secret in the address. */
    tokenHash: Buffer
    createdAt: Date
    readAt: Date | null
    revokedAt: Date | null
  }
}

export type AgendaDb = AgendaTables & UnitTables & AccessTables
