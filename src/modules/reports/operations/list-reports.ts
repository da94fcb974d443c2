import { listReports } from '../contract.ts'
import { reportsOfUnit } from '../report-store.ts'
import { query } from '../store.ts'
import { summaryOf } from './view-report.ts'

export default query(listReports, async (ctx, { unitId }) => {
  await ctx.allow('reports.read', unitId)
  const reports = (await reportsOfUnit(ctx.tx, unitId)).map(({ report, round }) => summaryOf(report, round))
  return reports.toSorted((a, b) => (a.dueOn < b.dueOn ? 1 : a.dueOn > b.dueOn ? -1 : a.round.title.localeCompare(b.round.title, 'vi')))
})
