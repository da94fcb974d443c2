import { untyped } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { standingsOf } from '#core/units/store.ts'
import { levelOf, rolesWithLevels } from './account-store.ts'
import { mayHandOut } from './model/hand-out.ts'
import { relationOf } from './model/policy.ts'
import { ROLES, type Role } from './model/roles.ts'
import { beyondReach } from './operation.ts'
import type { QueryContext } from './request.ts'
import type { AccessDb } from './tables.ts'

type Context = QueryContext<AccessDb>

/** The roles that the caller may give, and take, in a unit today. */
export async function rolesToGive(ctx: Context, unitId: string): Promise<Role[]> {
  const level = await levelOf(ctx.tx, unitId, ctx.today)
  if (!level) return []
  const standings = await standingsOf(untyped(ctx.tx), unitId, ctx.today)
  const givers = (ctx.actor?.grants ?? []).flatMap((grant) => {
    const relation = relationOf(grant, standings)
    return relation && ctx.policy.holds(grant.role, 'access.manageAccounts', relation) ? [{ role: grant.role, relation }] : []
  })
  return ROLES.filter((role) => givers.some((giver) => mayHandOut(giver.role, giver.relation, role, level)))
}

/**
 * Whether the caller may lock the account or make links for it. Who sets a password can act as that person, so the
 * caller must be able to give every role that the account holds, anywhere.
 */
export async function mayManage(ctx: Context, accountId: string): Promise<boolean> {
  if (accountId === ctx.actor?.accountId) return false
  const held = await beyondReach(ctx.tx, () => rolesWithLevels(ctx.tx, accountId, ctx.today))
  for (const unitId of new Set(held.map((role) => role.unitId))) {
    // A role in a unit that is gone lets nobody write.
    const open = held.filter((role) => role.unitId === unitId && role.unitLevel !== null)
    const given = open.length > 0 ? await rolesToGive(ctx, unitId) : []
    if (open.some(({ role }) => !given.includes(role))) return false
  }
  return true
}

/** @throws AppError `forbidden` for the own account, and for one that is more than the caller may give */
export async function requireManageable(ctx: Context, accountId: string): Promise<void> {
  if (accountId === ctx.actor?.accountId) throw new AppError('forbidden', 'access.own_account')
  if (!(await mayManage(ctx, accountId))) throw new AppError('forbidden', 'access.account_of_superior')
}

/** @throws AppError `forbidden` when one of the roles is not for the caller to give in this unit */
export async function requireGivable(ctx: Context, unitId: string, roles: readonly Role[]): Promise<void> {
  const givable = await rolesToGive(ctx, unitId)
  if (roles.some((role) => !givable.includes(role))) throw new AppError('forbidden', 'access.role_not_givable')
}
