import { decimalOf, exact, exactOf, multiply } from '@songhanh/formula/exact'
import { previewSplit, type SplitView } from '../target-contract.ts'
import { placesOf } from '../model/definition.ts'
import { splitCount, splitShare, sumOfCommitments, type Below } from '../model/split.ts'
import { isInheritable } from '../model/targets.ts'
import { yearSpan } from '../model/year.ts'
import { definitionOf, groundOf } from '../public.ts'
import { query, sizesOf, unitOn } from '../store.ts'
import { indicatorRows } from './indicator-rows.ts'
import { figuresBelow } from './list-below.ts'

export default query(previewSplit, async (ctx, { unitId, code, year, by, value }) => {
  await ctx.allow('indicators.give', unitId)
  const unit = await unitOn(ctx.tx, unitId, ctx.today)
  const ground = await groundOf(ctx.tx, unitId, yearSpan(year).to)
  const definition = definitionOf(ground, code)
  const [row] = value === undefined ? await indicatorRows(ctx.tx, ground, unit, [definition], year, ctx.today) : []
  const target = value ?? (row?.target ? String(row.target.value) : null)
  if (target === null) return { target, units: [], sum: null }

  const isShare = isInheritable(definition.unit)
  // What stands now is that of the last year that is over, or of this one while it is under way.
  const lastYear = Math.min(year, Number(ctx.today.slice(0, 4)))
  const { below, figures } = await figuresBelow(ctx.tx, ground, definition, unit, lastYear, ctx.today)
  const sizes = isShare ? null : await sizesOf(ctx.tx, below.map(({ id }) => id), yearSpan(lastYear))
  const stands = below.map((one): Below => {
    const figure = figures.get(one.id)
    if (isShare) return { unitId: one.id, part: textOf(figure?.part), whole: textOf(figure?.whole) }
    return { unitId: one.id, part: textOf(figure?.value), whole: textOf(sizes?.get(one.id)) }
  })
  // Without any known size every unit counts alike.
  const sized = isShare || stands.some((one) => one.whole !== null) ? stands : stands.map((one) => ({ ...one, whole: '1' }))
  const percent = definition.unit === 'percent'
  const goal = percent ? multiply(exactOf(target), exact(1n, 100n)) : exactOf(target)
  const allotted = isShare ? splitShare(goal, sized, by) : splitCount(target, sized, by)
  const places = placesOf(definition.unit)
  const units = below.map((one, at): SplitView['units'][number] => {
    const { part, share } = allotted[at]!
    const given = isShare ? (share ? decimalOf(percent ? multiply(share, exact(100n)) : share, places) : null) : part
    return { unitId: one.id, unitName: one.name, now: figures.get(one.id)?.value ?? null, whole: numberOf(sized[at]!.whole), value: given }
  })
  const together = sumOfCommitments(allotted.map(({ part, whole, share }) => ({ target: isShare ? share : part === null ? null : exactOf(part), whole: whole === null ? null : exactOf(whole) })), isShare)
  return { target, units, sum: together === null ? null : Number(decimalOf(percent ? multiply(together, exact(100n)) : together, places)) }
})

function textOf(value: number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value)
}

function numberOf(text: string | null): number | null {
  return text === null ? null : Number(text)
}
