import { areaOf, helpLineWords } from '../help-line-store.ts'
import { listHelpLines } from '../help-line-contract.ts'
import { helpLinesOn } from '../model/help-lines.ts'
import { HELP_LINES } from '../reference/help-lines.ts'
import { asIntake, caseQuery } from '../store.ts'

/** What the public page of the area shows today, and what the body said of other days or took away. */
export default caseQuery(listHelpLines, async (ctx, { unitId }) => {
  await ctx.allow('cases.editHelpLines', unitId)
  const { area } = await areaOf(ctx.tx, unitId)
  const words = await asIntake(ctx.tx, () => helpLineWords(ctx.tx))
  const own = words.filter((word) => word.area === area)
  const shown = helpLinesOn(HELP_LINES, words, area, ctx.today).filter(({ key, area: of }) => !own.some((word) => word.key === key && word.area === of))
  return {
    lines: [...shown.map((line) => ({ ...line, isOwn: false })), ...own.map((line) => ({ ...line, isOwn: true }))].map(({ key, phone, name, address, from, until, source, checkedOn, isCertain, isOwn }) => ({ key, phone, name, address: address ?? null, from, until, source, checkedOn, isCertain, isOwn })),
  }
})
