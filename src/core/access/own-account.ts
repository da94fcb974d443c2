import type { Transaction } from 'kysely'
import { AppError } from '#platform/errors.ts'
import type { Operation } from '#platform/operation.ts'
import type { Contract } from '#platform/contract.ts'
import type { z } from 'zod'
import { factorsOf } from './factor-store.ts'
import { requireProof } from './proof.ts'
import type { QueryContext, Request } from './request.ts'
import { type AccountRow, accountById } from './store.ts'
import type { AccessDb } from './tables.ts'

/** The account of the caller, in an operation of the program itself. @throws AppError `unauthenticated` */
export async function callerAccount(ctx: Pick<QueryContext<AccessDb>, 'tx' | 'actor'>): Promise<AccountRow> {
  const account = ctx.actor && (await accountById(ctx.tx, ctx.actor.accountId))
  if (!account) throw new AppError('unauthenticated', 'access.sign_in_required')
  return account
}

/** Who has just signed in to get a second factor has given the password; everybody else gives it again. @throws AppError `forbidden` */
export function requireProofToEnrol(ctx: Pick<QueryContext<unknown>, 'actor' | 'now'>): void {
  if (ctx.actor?.awaits !== 'enrolment') requireProof(ctx)
}

/** Whether the roles of the account ask for a second factor. */
export function isForced({ actor }: Pick<Request, 'actor'>, guardedRoles: Request['entrance']['guardedRoles']): boolean {
  return actor?.awaits === 'enrolment' || (actor?.grants ?? []).some(({ role }) => guardedRoles.includes(role))
}

/** @throws AppError `conflict` when nothing is left of a second factor that the roles ask for */
export async function refuseLastFactor(tx: Transaction<AccessDb>, accountId: string, forced: boolean): Promise<void> {
  if (forced && (await factorsOf(tx, accountId)).length === 0) throw new AppError('conflict', 'access.last_factor')
}

/** An operation that needs more of its request than contexts have: the key outside the database, the address of the site. */
export function withRequest<I extends z.core.$ZodType, O extends z.core.$ZodType>(contract: Contract<I, O>, build: (request: Request) => Operation<Request, I, O>): Operation<Request, I, O> {
  return { contract, run: (request, input) => build(request).run(request, input) }
}
