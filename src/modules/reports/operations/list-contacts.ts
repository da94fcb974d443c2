import { listContacts } from '../board-contract.ts'
import { contactsOf } from '../contact-store.ts'
import { reportById } from '../report-store.ts'
import { query } from '../store.ts'

export default query(listContacts, async (ctx, { reportId }) => {
  const { superiorId } = await reportById(ctx.tx, reportId)
  await ctx.allow('reports.ask', superiorId)
  return contactsOf(ctx.tx, reportId)
})
