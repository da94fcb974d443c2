import { ownerOf } from '#core/units/store.ts'
import { untyped } from '#platform/db/connect.ts'
import { noteContact } from '../board-contract.ts'
import { insertContacts } from '../contact-store.ts'
import { reportById } from '../report-store.ts'
import { command } from '../store.ts'

export default command(noteContact, async (ctx, { reportId, kind, withWhom, said }) => {
  const { superiorId: unitId, roundId } = await reportById(ctx.tx, reportId)
  await ctx.allow('reports.ask', unitId)
  const { provinceId } = await ownerOf(untyped(ctx.tx), unitId)
  const contactId = ctx.newId()
  await insertContacts(ctx.tx, [{ provinceId, id: contactId, unitId, reportId, roundId, kind, withWhom, said, personId: ctx.actor!.personId, at: ctx.now }])
  await ctx.audit({ unitId, action: noteContact.name, entity: reportId, after: { kind } })
  return { contactId }
})
