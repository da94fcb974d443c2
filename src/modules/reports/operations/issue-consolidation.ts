import { issueModel } from '#modules/documents/public.ts'
import { issueConsolidation } from '../consolidation-contract.ts'
import { changeConsolidation } from '../consolidation-store.ts'
import { command } from '../store.ts'
import { printedConsolidation } from './consolidation-document.ts'
import { lockConsolidation } from './load-consolidation.ts'
import { readConsolidation } from './read-consolidation.ts'

export default command(issueConsolidation, async (ctx, { consolidationId, number, issuedOn, recipientUnitIds = [] }) => {
  const { row, round, state } = await lockConsolidation(ctx, consolidationId, 'issue', 'reports.issue')
  const { unitId } = row
  const model = await printedConsolidation(ctx.tx, row, round, await readConsolidation(ctx.tx, row, round))
  const issued = await issueModel(ctx, {
    unitId,
    docType: 'Báo cáo',
    number: number === undefined ? undefined : String(number),
    symbol: model.header.symbol,
    issuedOn,
    subject: row.title,
    model,
    recipientUnitIds: [...new Set(recipientUnitIds)],
    recipientsText: model.recipients,
    publish: true,
  })
  const numberText = `${issued.numberText}/${issued.symbol}`
  await changeConsolidation(ctx.tx, consolidationId, { state, documentId: issued.documentId, numberText, issuedOn, changedAt: ctx.now })
  await ctx.publish('reports.consolidation_issued', { consolidationId, unitId, roundId: row.roundId })
  await ctx.audit({ unitId, action: issueConsolidation.name, entity: consolidationId, before: { state: row.state }, after: { state, numberText, issuedOn } })
  return { consolidationId, state, documentId: issued.documentId, numberText }
})
