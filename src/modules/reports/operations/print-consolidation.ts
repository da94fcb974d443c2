import { printConsolidation } from '../consolidation-contract.ts'
import { query } from '../store.ts'
import { printedConsolidation } from './consolidation-document.ts'
import { allowedConsolidation } from './load-consolidation.ts'
import { readConsolidation } from './read-consolidation.ts'

export default query(printConsolidation, async (ctx, { consolidationId }) => {
  const { row, round } = await allowedConsolidation(ctx, consolidationId)
  const read = await readConsolidation(ctx.tx, row, round)
  const model = await printedConsolidation(ctx.tx, row, round, read)
  return { model, form: round.form, body: read.body, missing: read.missing, fileName: `tong-hop-${round.formCode.replaceAll('_', '-')}-${round.periodTo.slice(0, 4)}${row.digest ? '' : '-du-thao'}` }
})
