import type { Kysely, Transaction } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import type { JobQueue } from '#platform/jobs.ts'
import type { Vault } from '#platform/vault.ts'
import type { Grant, Policy } from './model/policy.ts'
import type { Role } from './model/roles.ts'
import type { Awaited } from './model/second-factor.ts'

/** A person who is signed in. */
export interface Actor {
  readonly accountId: string
  readonly personId: string
  readonly sessionId: string
  /** None as long as the session awaits something. */
  readonly grants: readonly Grant[]
  /** What the session awaits before it opens anything; null when it is complete. */
  readonly awaits?: Awaited | null
  /** When the person last gave the password again within this session; null when not yet. */
  readonly provedAt?: Date | null
}

/** Who asks, when, and with what the answer may be made. The same for HTTP, command line, jobs and tests. */
export interface Request {
  readonly db: Kysely<unknown>
  readonly policy: Policy
  readonly jobs: JobQueue
  /** For modules that seal what they keep; the contexts of operations do not have it. */
  readonly vault: Vault
  readonly actor: Actor | null
  /** Follows from the token of the session, which nobody keeps: seals what is to end with it. Null without a session. */
  readonly sessionSecret?: Buffer | null
  readonly now: Date
  readonly newId: () => string
  readonly sessionLimits: { readonly idleMs: number; readonly absoluteMs: number }
  /** How people reach the program, to which passkeys are bound, and the roles that need a second factor. */
  readonly entrance: { readonly url: string; readonly guardedRoles: readonly Role[] }
  /** The caller came with a session that has ended meanwhile: the screen says so instead of merely asking to sign in. */
  readonly sessionEnded?: boolean
  /** Made by the client; a command that comes twice with the same id runs once. */
  readonly operationId?: string
  /** Where the call comes from, for sessions and throttling. */
  readonly origin?: { readonly address: string; readonly agent: string }
}

export interface AuditNote {
  readonly unitId: string
  readonly action: string
  readonly entity: string
  /** Whitelisted fields only; never secrets. */
  readonly before?: unknown
  readonly after?: unknown
}

/** What every operation works with. `DB` names the tables that its module may touch. */
export interface QueryContext<DB> {
  readonly tx: Transaction<DB>
  readonly actor: Actor | null
  readonly now: Date
  readonly today: PlainDate
  readonly policy: Policy
  readonly origin: { readonly address: string; readonly agent: string }
  newId(): string
  /**
   * Asks for `permission` over the unit.
   * @throws AppError `not_found` out of scope, `forbidden` without the permission, `conflict` when a command meets a closed unit
   */
  allow(permission: string, unitId: string): Promise<void>
  /** Whether `allow` would pass; asks nothing on its own. */
  may(permission: string, unitId: string): Promise<boolean>
  /**
   * Writes into the record of the unit that the person read personal data; once an hour for the same thing.
   * @param entity  what was read, such as the id of a person
   */
  noteReading(note: { readonly unitId: string; readonly action: string; readonly entity: string }): Promise<void>
  /** Whether the person holds it over the units below as well: lists ask before they go down. */
  mayBelow(permission: string, unitId: string): Promise<boolean>
}

export interface CommandContext<DB> extends QueryContext<DB> {
  audit(note: AuditNote): Promise<void>
  /** Tells other modules, after the commit. */
  publish(event: string, data: Readonly<Record<string, unknown>>): Promise<void>
  /** Puts a job into the queue, with the transaction. */
  enqueue(name: string, data: Readonly<Record<string, unknown>>): Promise<void>
}
