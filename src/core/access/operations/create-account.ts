import type { z } from 'zod'
import { untyped } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { insertPerson, personOf } from '#core/people/store.ts'
import { accountView, insertAccount, insertRole, personHasAccount } from '../account-store.ts'
import { createAccount } from '../contract.ts'
import { requireGivable } from '../hand-out.ts'
import { issueLink } from '../links.ts'
import type { CommandContext } from '../request.ts'
import { command } from '../store.ts'
import type { AccessDb } from '../tables.ts'

type PersonGiven = z.output<typeof createAccount.input>['person']

export default command(
  createAccount,
  async (ctx, { unitId, person, username, roles }) => {
    await ctx.allow('access.manageAccounts', unitId)
    await requireGivable(ctx, unitId, roles.map(({ role }) => role))

    const personId = await personFor(ctx, unitId, person)
    const id = ctx.newId()
    await insertAccount(ctx.tx, { id, unitId, personId, username, createdAt: ctx.now })
    for (const { role, line, from = ctx.today, until } of roles) {
      if (until !== null && until < from) throw new AppError('invalid', 'access.role_ends_before_it_begins')
      await insertRole(ctx.tx, { id: ctx.newId(), unitId, accountId: id, role, line, from, until })
    }
    const link = await issueLink(ctx, id, 'first')
    await ctx.audit({ unitId, action: createAccount.name, entity: id, after: { personId, username, roles: roles.map(({ role }) => role) } })
    return { account: await accountView(ctx.tx, id, ctx.today), link }
  },
  { conflicts: { account_username_key: 'access.username_taken' }, redact: (answer) => ({ ...answer, link: null }) },
)

/** The person of the account: somebody of the unit who has none yet, or somebody new. */
async function personFor(ctx: CommandContext<AccessDb>, unitId: string, person: PersonGiven): Promise<string> {
  if (!('id' in person)) {
    const id = ctx.newId()
    await insertPerson(untyped(ctx.tx), id, unitId, person)
    return id
  }
  const known = await personOf(untyped(ctx.tx), person.id)
  if (known.unitId !== unitId) throw new AppError('conflict', 'access.person_of_other_unit')
  if (await personHasAccount(ctx.tx, person.id)) throw new AppError('conflict', 'access.person_has_account')
  return person.id
}
