import { sql, type Kysely, type Transaction } from 'kysely'
import type { z } from 'zod'
import { dayOf } from '#platform/clock.ts'
import type { Contract } from '#platform/contract.ts'
import { appErrorOf } from '#platform/db/errors.ts'
import { AppError } from '#platform/errors.ts'
import { parseInput, type Operation } from '#platform/operation.ts'
import { isNotedSince, writeAudit } from '#core/audit/store.ts'
import { standingsOf } from '#core/units/store.ts'
import { answerOf, claimOf, claimOperation, keepAnswer, nationalGrant, standingsOfClosed } from './operation-store.ts'
import { judge, relationOf } from './model/policy.ts'
import { mayRunBefore } from './model/second-factor.ts'
import type { CommandContext, QueryContext, Request } from './request.ts'

interface QueryOptions {
  /** Runs in the role of the program itself: for sign-in and what belongs to it. The handler judges on its own. */
  readonly as?: 'system'
}

interface Conflicts {
  /** The module's own codes for unique keys of its tables, by the name of the constraint. */
  readonly conflicts?: Readonly<Record<string, string>>
}

interface CommandOptions<O extends z.core.$ZodType> extends QueryOptions, Conflicts {
  /**
   * Where input or answer hold a secret: what the log of operations may keep of the answer, for a command that comes
   * twice. The input leaves no digest then.
   */
  readonly redact?: (answer: z.input<O>) => z.input<O>
}

type Handler<C, I extends z.core.$ZodType, O extends z.core.$ZodType> = (ctx: C, input: z.output<I>) => Promise<z.input<O>>

/** What a handler has done so far; a command that neither asked nor wrote is not committed. */
interface Duties {
  readonly asked: Set<string>
  written: boolean
  /** The answer is that of an earlier run. */
  repeated: boolean
}

/**
 * Builds the commands of a module: parse, open a transaction in the person's role, run, check, commit.
 *
 * A handler that returns without having asked `allow` or written `audit` is a programming error; the transaction rolls
 * back rather than leave an unauthorised or unaccounted change.
 */
export function commandFor<DB>() {
  return <I extends z.core.$ZodType, O extends z.core.$ZodType>(
    contract: Contract<I, O>,
    run: Handler<CommandContext<DB>, I, O>,
    options: CommandOptions<O> = {},
  ): Operation<Request, I, O> => ({
    contract,
    run: (request, input) =>
      perform(request, contract, options, input, async (tx, duties, parsed) => {
        const claim = claimOf(request, contract.name, options.redact ? null : parsed)
        if (claim && !(await claimOperation(tx, claim, request.now))) {
          duties.repeated = true
          return (await answerOf(tx, claim)) as z.input<O>
        }
        const answer = await run(commandContext<DB>(request, tx, duties), parsed)
        if (!duties.written) throw new Error(`${contract.name} returned without an audit entry`)
        if (claim) await keepAnswer(tx, claim.id, options.redact ? options.redact(answer) : answer)
        return answer
      }),
  })
}

/** Builds the queries of a module: as commands, but they write nothing. */
export function queryFor<DB>() {
  return <I extends z.core.$ZodType, O extends z.core.$ZodType>(
    contract: Contract<I, O>,
    run: Handler<QueryContext<DB>, I, O>,
    options: QueryOptions = {},
  ): Operation<Request, I, O> => ({
    contract,
    run: (request, input) =>
      perform(request, contract, options, input, (tx, duties, parsed) => run(queryContext<DB>(request, tx, duties, 'read'), parsed)),
  })
}

async function perform<I extends z.core.$ZodType, O extends z.core.$ZodType>(
  request: Request,
  contract: Contract<I, O>,
  options: QueryOptions & Conflicts,
  input: unknown,
  work: (tx: Transaction<unknown>, duties: Duties, parsed: z.output<I>) => Promise<z.input<O>>,
): Promise<z.output<O>> {
  refuseStrangers(request, contract)
  const parsed = parseInput(contract.input, input)
  const role = contract.permission === 'public' || options.as === 'system' ? 'songhanh_system' : null
  const answer = await explained(options, () =>
    asPerson(request, role, async (tx) => {
      const duties: Duties = { asked: new Set(), written: false, repeated: false }
      const result = await work(tx, duties, parsed)
      if (!hasAsked(contract, duties)) throw new Error(`${contract.name} returned without having asked for ${contract.permission}`)
      return result
    }),
  )
  return parseAnswer(contract, answer)
}

/** The permission that the contract names is the one that must have been asked; others may have been as well. */
function hasAsked({ permission }: Contract, duties: Duties): boolean {
  return permission === 'public' || permission === 'session' || duties.repeated || duties.asked.has(permission)
}

/** Runs `work`; refusals of the database become the errors that they mean. */
export async function explained<T>({ conflicts }: Conflicts, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw appErrorOf(error, conflicts) ?? error
  }
}

/** A field that the contract does not name must not leave the server; one that is missing is our fault. */
function parseAnswer<I extends z.core.$ZodType, O extends z.core.$ZodType>(contract: Contract<I, O>, answer: z.input<O>): z.output<O> {
  try {
    return parseInput(contract.output, answer)
  } catch (cause) {
    throw new Error(`${contract.name} gave an answer that its contract does not know`, { cause })
  }
}

/** Runs `work` in a transaction that sees and writes what the person may; joins the transaction that is open already. */
export async function asPerson<T>(request: Request, role: string | null, work: (tx: Transaction<unknown>) => Promise<T>): Promise<T> {
  const { db, actor, now } = request
  const begin = async (tx: Transaction<unknown>): Promise<T> => {
    const grants = actor?.grants ?? []
    const today = dayOf(now)
    const taken = role ?? ((await nationalGrant(tx, grants, today)) ? 'songhanh_nation' : 'songhanh_app')
    await sql`select
      set_config('role', ${taken}, true),
      set_config('app.roots', ${JSON.stringify(rootsOf(grants))}, true),
      set_config('app.account', ${actor?.accountId ?? ''}, true),
      set_config('app.today', ${today}, true)`.execute(tx)
    return work(tx)
  }
  if (db.isTransaction) return begin(db as Transaction<unknown>)
  return db.transaction().execute(begin)
}

/**
 * Asks before anything is read, for routes that take a file: who may not see the answer does not make the server read it.
 * The operation asks again.
 * @throws AppError as `allow` does
 */
export async function askBeforehand(request: Request, permission: string, unitId: string): Promise<void> {
  refuseStrangers(request, { name: 'access.askBeforehand', permission: 'session' })
  if (!UUID.test(unitId)) throw new AppError('not_found', 'access.not_found')
  await asPerson(request, null, (tx) => queryContext(request, tx, { asked: new Set(), written: false, repeated: false }, 'write').allow(permission, unitId))
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** @throws AppError `unauthenticated` without a session that is complete enough for the operation */
function refuseStrangers({ actor, sessionEnded }: Request, { name, permission }: Pick<Contract, 'permission'> & { name: string }): void {
  if (permission === 'public') return
  if (!actor) throw new AppError('unauthenticated', sessionEnded ? 'access.session_ended' : 'access.sign_in_required')
  if (actor.awaits && !mayRunBefore(actor.awaits, name)) throw new AppError('unauthenticated', `access.${actor.awaits}_due`)
}

/** Runs `work` as the program itself: jobs, start-up, command line. */
export function asSystem<DB, T>(request: Pick<Request, 'db' | 'now'>, work: (tx: Transaction<DB>) => Promise<T>): Promise<T> {
  const begin = async (tx: Transaction<unknown>): Promise<T> => {
    await sql`select set_config('role', 'songhanh_system', true), set_config('app.today', ${dayOf(request.now)}, true)`.execute(tx)
    return work(tx as unknown as Transaction<DB>)
  }
  const db: Kysely<unknown> = request.db
  if (db.isTransaction) return begin(db as Transaction<unknown>)
  return db.transaction().execute(begin)
}

/**
 * Runs a few statements of a person's command beyond the reach of that person, for what the operation has judged
 * itself: sessions and links of an account, its roles in units that the person does not see, the name of a colleague
 * above. The role of the transaction comes back afterwards.
 */
export function beyondReach<DB, T>(tx: Transaction<DB>, work: () => Promise<T>): Promise<T> {
  return inRole(tx, 'songhanh_system', work)
}

/** Runs statements in another role of the database; the role of the transaction comes back afterwards. */
export async function inRole<DB, T>(tx: Transaction<DB>, role: string, work: () => Promise<T>): Promise<T> {
  const become = (next: string) => sql<{ before: string }>`select before, set_config('role', ${next}, true) from (select current_setting('role') as before offset 0) s`.execute(tx)
  const taken = (await become(role)).rows[0]?.before ?? 'none'
  try {
    const result = await work()
    await become(taken)
    return result
  } catch (error) {
    // After a refused statement the transaction takes no further one, and ends with the role.
    await become(taken).catch(() => undefined)
    throw error
  }
}

/** Units of the grants with the widest line that one of them gives. */
function rootsOf(grants: Iterable<{ unitId: string; line: string }>): Record<string, string> {
  const roots: Record<string, string> = {}
  for (const { unitId, line } of grants) roots[unitId] = roots[unitId] === undefined || roots[unitId] === line ? line : 'either'
  return roots
}

function queryContext<DB>(request: Request, tx: Transaction<unknown>, duties: Duties, access: 'read' | 'write'): QueryContext<DB> {
  const today = dayOf(request.now)
  const grants = request.actor?.grants ?? []
  const standing = access === 'read' ? remembered((unitId: string) => standingsOf(tx, unitId, today)) : (unitId: string) => standingsOf(tx, unitId, today)
  const verdict = async (permission: string, unitId: string): Promise<AppError | null> => {
    const standings = await standing(unitId)
    const isClosed = standings.length === 0
    const judgement = judge(request.policy, grants, permission, isClosed ? await standingsOfClosed(tx, unitId, today) : standings)
    if (judgement === 'out_of_scope') return new AppError('not_found', 'access.not_found')
    if (judgement === 'denied') return new AppError('forbidden', 'access.denied', { permission })
    return isClosed && access === 'write' ? new AppError('conflict', 'units.closed') : null
  }
  return {
    tx: tx as unknown as Transaction<DB>,
    actor: request.actor,
    now: request.now,
    today,
    policy: request.policy,
    origin: request.origin ?? { address: '', agent: '' },
    newId: request.newId,
    async allow(permission, unitId) {
      const refusal = await verdict(permission, unitId)
      if (refusal) throw refusal
      duties.asked.add(permission)
    },
    async may(permission, unitId) {
      return (await verdict(permission, unitId)) === null
    },
    async noteReading(note) {
      const accountId = request.actor?.accountId ?? null
      const since = new Date(request.now.getTime() - NOTED_AGAIN_MS)
      // A superior reads in units, and in closed ones, whose record is not the superior's to write.
      await beyondReach(tx, async () => {
        if (!(await isNotedSince(tx, { ...note, accountId }, since))) await writeAudit(tx, { ...note, at: request.now, accountId })
      })
    },
    async mayBelow(permission, unitId) {
      const standings = await standing(unitId)
      return grants.some((grant) => relationOf(grant, standings) !== null && request.policy.holds(grant.role, permission, 'below'))
    },
  }
}

/** A screen that reads again while it is open is one reading. */
const NOTED_AGAIN_MS = 3_600_000

/** Asks once for each unit: nothing moves while a query looks. */
function remembered<T>(ask: (unitId: string) => Promise<T>): (unitId: string) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (unitId) => {
    const answer = known.get(unitId) ?? ask(unitId)
    known.set(unitId, answer)
    return answer
  }
}

function commandContext<DB>(request: Request, tx: Transaction<unknown>, duties: Duties): CommandContext<DB> {
  return {
    ...queryContext<DB>(request, tx, duties, 'write'),
    async audit(note) {
      await writeAudit(tx, { ...note, at: request.now, accountId: request.actor?.accountId ?? null })
      duties.written = true
    },
    publish: (event, data) => request.jobs.publish(tx, event, data),
    enqueue: (name, data) => request.jobs.enqueue(tx, name, data),
  }
}
