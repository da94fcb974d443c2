import { untyped } from '#platform/db/connect.ts'
import { changePerson } from '../contract.ts'
import { command, lockPerson, updatePerson } from '../store.ts'

export default command(changePerson, async (ctx, { personId, ...changes }) => {
  const { id: _, unitId, unitName, ...before } = await lockPerson(untyped(ctx.tx), personId)
  await ctx.allow('people.change', unitId)
  const after = { ...before, ...given(changes) }
  await updatePerson(ctx.tx, personId, after)
  await ctx.audit({ unitId, action: changePerson.name, entity: personId, before, after })
  return { id: personId, unitId, unitName, ...after }
})

/** What the caller sent; a field that is left out must not overwrite. */
function given<T extends object>(changes: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
