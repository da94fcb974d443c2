import * as z from 'zod/mini'
import { contract, Day, Instant, text } from '#platform/contract.ts'

export const AuditEntryView = z.object({
  /** 1, 2, 3 … within the unit. */
  number: z.number(),
  at: Instant,
  /** Who did it; null when the program itself did. A name that nobody has any longer is empty. */
  accountId: z.nullable(z.uuid()),
  fullName: z.nullable(z.string()),
  /** Name of the operation: `access.grantRole`. */
  action: z.string(),
  entity: z.string(),
  before: z.unknown(),
  after: z.unknown(),
})
export type AuditEntryView = z.output<typeof AuditEntryView>

export const listAudit = contract({
  name: 'audit.list',
  route: 'GET /api/units/:unitId/audit',
  permission: 'audit.read',
  summary: 'Who did what, and when, in a unit; newest first',
  input: z.object({
    unitId: z.uuid(),
    /** Only what one account did, one operation, or what happened to one thing. */
    accountId: z.optional(z.uuid()),
    action: z.optional(text(100)),
    entity: z.optional(text(100)),
    from: z.optional(Day),
    until: z.optional(Day),
    /** Number of the last entry that is there; older ones follow. */
    before: z.optional(z.coerce.number<number | string>().check(z.int(), z.minimum(1))),
    limit: z._default(z.coerce.number<number | string>().check(z.int(), z.minimum(1), z.maximum(200)), 50),
  }),
  output: z.object({ entries: z.array(AuditEntryView), hasMore: z.boolean() }),
})

export const ChainFault = z.enum(['missing', 'changed', 'unlinked'])
export type ChainFault = z.output<typeof ChainFault>

export const checkAudit = contract({
  name: 'audit.check',
  route: 'GET /api/units/:unitId/audit/check',
  permission: 'audit.read',
  summary: 'Whether the record of a unit is whole; names the first entry that is not',
  input: z.object({ unitId: z.uuid() }),
  output: z.object({
    entries: z.number(),
    /** missing: this number is not there; changed: its content; unlinked: it does not follow the one before. */
    broken: z.nullable(z.object({ number: z.number(), fault: ChainFault })),
    /** Digest of the last entry, as hexadecimal: noted elsewhere, it shows whether the end was cut off. */
    head: z.string(),
  }),
})
