import { sql, type Kysely, type Transaction } from 'kysely'
import type { z } from 'zod'
import { dayOf } from '#platform/clock.ts'
import type { Contract } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import { parseInput, type Operation } from '#platform/operation.ts'
import { writeAudit } from '#core/audit/store.ts'
import { standingsOf, unitIsReadable } from '#core/units/store.ts'
import { answerOf, claimOperation, keepAnswer, nationalGrant } from './operation-store.ts'
import { judge } from './model/policy.ts'
import type { CommandContext, QueryContext, Request } from './request.ts'

interface HandlerOptions {
  /** Runs in the role of the program itself: for sign-in and what belongs to it. The handler judges on its own. */
  readonly as?: 'system'
}

type Handler<C, I extends z.core.$ZodType, O extends z.core.$ZodType> = (ctx: C, input: z.output<I>) => Promise<z.input<O>>

/** What a handler has done so far; a command that neither asked nor wrote is not committed. */
interface Duties {
  asked: boolean
  written: boolean
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
    options: HandlerOptions = {},
  ): Operation<Request, I, O> => ({
    contract,
    run: (request, input) =>
      perform(request, contract, options, input, async (tx, duties, parsed) => {
        const { operationId, actor } = request
        if (operationId && actor && !(await claimOperation(tx, operationId, actor.accountId, contract.name, request.now))) {
          Object.assign(duties, { asked: true, written: true })
          return (await answerOf(tx, operationId, actor.accountId, contract.name)) as z.input<O>
        }
        const answer = await run(commandContext<DB>(request, tx, duties), parsed)
        if (!duties.written) throw new Error(`${contract.name} returned without an audit entry`)
        if (operationId && actor) await keepAnswer(tx, operationId, answer)
        return answer
      }),
  })
}

/** Builds the queries of a module: as commands, but they write nothing. */
export function queryFor<DB>() {
  return <I extends z.core.$ZodType, O extends z.core.$ZodType>(
    contract: Contract<I, O>,
    run: Handler<QueryContext<DB>, I, O>,
    options: HandlerOptions = {},
  ): Operation<Request, I, O> => ({
    contract,
    run: (request, input) =>
      perform(request, contract, options, input, (tx, duties, parsed) => run(queryContext<DB>(request, tx, duties, 'read'), parsed)),
  })
}

async function perform<I extends z.core.$ZodType, O extends z.core.$ZodType>(
  request: Request,
  contract: Contract<I, O>,
  options: HandlerOptions,
  input: unknown,
  work: (tx: Transaction<unknown>, duties: Duties, parsed: z.output<I>) => Promise<z.input<O>>,
): Promise<z.output<O>> {
  if (contract.permission !== 'public' && !request.actor) throw new AppError('unauthenticated', 'access.sign_in_required')
  const parsed = parseInput(contract.input, input)
  const duties: Duties = { asked: false, written: false }
  const role = contract.permission === 'public' || options.as === 'system' ? 'songhanh_system' : null
  const answer = await inTransaction(request, role, (tx) => work(tx, duties, parsed))
  return parseAnswer(contract, answer)

  async function inTransaction<T>(request: Request, role: string | null, work: (tx: Transaction<unknown>) => Promise<T>): Promise<T> {
    return asPerson(request, role, async (tx) => {
      const result = await work(tx)
      if (!duties.asked && contract.permission !== 'public' && contract.permission !== 'session') {
        throw new Error(`${contract.name} returned without having asked for a permission`)
      }
      return result
    })
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
      set_config('app.today', ${today}, true)`.execute(tx)
    return work(tx)
  }
  if (db.isTransaction) return begin(db as Transaction<unknown>)
  return db.transaction().execute(begin)
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

/** Units of the grants with the widest line that one of them gives. */
function rootsOf(grants: Iterable<{ unitId: string; line: string }>): Record<string, string> {
  const roots: Record<string, string> = {}
  for (const { unitId, line } of grants) roots[unitId] = roots[unitId] === undefined || roots[unitId] === line ? line : 'either'
  return roots
}

function queryContext<DB>(request: Request, tx: Transaction<unknown>, duties: Duties, access: 'read' | 'write'): QueryContext<DB> {
  const today = dayOf(request.now)
  const grants = request.actor?.grants ?? []
  const verdict = async (permission: string, unitId: string): Promise<AppError | null> => {
    const standings = await standingsOf(tx, unitId, today)
    const judgement = judge(request.policy, grants, permission, standings)
    if (judgement === 'allowed') return null
    if (judgement === 'denied') return new AppError('forbidden', 'access.denied', { permission })
    if (standings.length > 0 || !(await unitIsReadable(tx, unitId))) return new AppError('not_found', 'access.not_found')
    if (access === 'write') return new AppError('conflict', 'units.closed')
    const held = grants.some(({ role }) => request.policy.holds(role, permission, 'own') || request.policy.holds(role, permission, 'below'))
    return held ? null : new AppError('forbidden', 'access.denied', { permission })
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
      duties.asked = true
    },
    async may(permission, unitId) {
      return (await verdict(permission, unitId)) === null
    },
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
