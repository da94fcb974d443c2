import { AppError } from '#platform/errors.ts'
import { getSession } from '../contract.ts'
import type { Relation } from '../model/policy.ts'
import { accountById, postsOf, personById, query } from '../store.ts'

export default query(
  getSession,
  async (ctx) => {
    const { accountId, personId, grants } = ctx.actor!
    const [account, person] = [await accountById(ctx.tx, accountId), await personById(ctx.tx, personId)]
    if (!account || !person) throw new AppError('unauthenticated', 'access.sign_in_required')
    const units = await postsOf(ctx.tx, [...new Set(grants.map((grant) => grant.unitId))], ctx.today)
    const posts = units.map((unit) => {
      const roles = [...new Set(grants.filter((grant) => grant.unitId === unit.unitId).map((grant) => grant.role))]
      const held = (relation: Relation) => ctx.policy.permissions.filter((permission) => roles.some((role) => ctx.policy.holds(role, permission, relation)))
      return { ...unit, roles, permissions: held('own'), permissionsBelow: held('below') }
    })
    return { person: { id: person.id, name: person.fullName, address: person.address }, username: account.username, posts }
  },
  { as: 'system' },
)
