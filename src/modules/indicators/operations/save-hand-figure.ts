import type { CommandContext } from '#core/access/request.ts'
import { frozenBy } from '#core/facts/freeze.ts'
import { markChanged } from '#core/facts/store.ts'
import { ownerOf } from '#core/units/store.ts'
import { untyped } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { saveHandFigure } from '../hand-contract.ts'
import { handFault, isBySex, type HandValues } from '../model/hand.ts'
import { spansOf } from '../model/year.ts'
import { handFigureAt, putHandFigure } from '../hand-store.ts'
import { definitionOf, groundOf, type Ground } from '../public.ts'
import { command } from '../store.ts'
import type { IndicatorsDb } from '../tables.ts'

export default command(saveHandFigure, async (ctx, { unitId, code, to, note, reason, part, whole, value, partWomen, wholeWomen, valueWomen, yes }) => {
  await ctx.allow('indicators.enter', unitId)
  const ground = await groundOf(ctx.tx, unitId, to)
  return { id: await enter(ctx, ground, { unitId, code, to, note, reason, values: { part, whole, value, partWomen, wholeWomen, valueWomen, yes } }) }
})

export interface Entry {
  readonly unitId: string
  readonly code: string
  readonly to: string
  readonly note: string | null
  /** Why a figure changes that stands in a report. */
  readonly reason: string | null
  readonly values: HandValues
}

/** Writes a figure with its marks and its account. @throws AppError `invalid`, or `conflict` for a figure in a report without a reason */
export async function enter(ctx: CommandContext<IndicatorsDb>, ground: Ground, { unitId, code, to, note, reason, values }: Entry): Promise<string> {
  const definition = definitionOf(ground, code)
  if (!definition.hand) throw new AppError('invalid', 'indicators.not_by_hand', { code })
  const span = spansOf(definition.periods, Number(to.slice(0, 4))).find((one) => one.to === to)
  if (!span) throw new AppError('invalid', 'indicators.span_unknown', { code })
  const fault = handFault({ hand: definition.hand, bySex: isBySex(definition) }, values)
  if (fault) throw new AppError('invalid', `indicators.hand_${fault}`, { code })

  const before = await handFigureAt(ctx.tx, unitId, code, to)
  if (before) await tellHolders(ctx, { id: before.id, unitId }, reason)
  const owner = await ownerOf(untyped(ctx.tx), unitId)
  const id = before?.id ?? ctx.newId()
  await putHandFigure(ctx.tx, {
    ...owner, id, code, fromDay: span.from, toDay: to, ...values, isEstimate: ctx.today < to, note, fileId: before?.fileId ?? null, changedBy: ctx.actor!.personId, changedAt: ctx.now,
  })
  await markChanged(ctx.tx, { ...owner, days: [to] })
  const told = before && { part: before.part, whole: before.whole, value: before.value, partWomen: before.partWomen, wholeWomen: before.wholeWomen, valueWomen: before.valueWomen, yes: before.yes, note: before.note }
  await ctx.audit({ unitId, action: saveHandFigure.name, entity: id, ...(told ? { before: told } : {}), after: { code, to, ...values, note, reason } })
  return id
}

/** A figure that stands in a report changes with a reason, and whoever got the report is told. @throws AppError `conflict` */
export async function tellHolders(ctx: CommandContext<IndicatorsDb>, figure: { readonly id: string; readonly unitId: string }, reason: string | null): Promise<void> {
  const holders = await frozenBy(ctx.tx, 'indicators.hand_figure', figure.id)
  if (holders.length === 0) return
  if (reason === null) throw new AppError('conflict', 'indicators.reason_needed', { count: holders.length, title: holders[0]!.title })
  await ctx.publish('facts.corrected', { sourceTable: 'indicators.hand_figure', sourceId: figure.id, unitId: figure.unitId, reason, occasion: ctx.newId() })
}
