import { previewReminder } from '../board-contract.ts'
import { isRecent } from '../model/board.ts'
import { query } from '../store.ts'
import { askedRound } from './board-view.ts'
import { chooseOwing } from './choose-owing.ts'

export default query(previewReminder, async (ctx, { roundId, reportIds, text }) => {
  await askedRound(ctx, roundId)
  const { owing, nothingDue } = await chooseOwing(ctx, roundId, reportIds, text)
  return {
    units: owing.map(({ reportId, unitName, text: said, remindedAt }) => ({ reportId, unitName, text: said, remindedAt })),
    nothingDue: nothingDue.map(({ unitName }) => unitName),
    recent: owing.filter(({ remindedAt }) => isRecent(remindedAt, ctx.now)).length,
  }
})
