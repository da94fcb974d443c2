import { isWorkingDay } from '#core/periods/model/working-days.ts'
import { holidaysOf } from '#core/periods/store.ts'
import { observanceDaysFor } from '#modules/calendar/public.ts'
import { untyped } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { refreshCoverage } from './answer-points.ts'
import { startPlan } from '../contract.ts'
import { amendmentOf, directiveFor, pointsFor } from '../directive-store.ts'
import { defaultFrame, titleOfPlan } from '../model/default-frame.ts'
import { draftPlan } from '../model/draft-plan.ts'
import { unitKindOf } from '../model/unit-kind.ts'
import { nodesOf, putNodes } from '../node-store.ts'
import { command, insertPlan, openPlanOf, planById, unitOn } from '../store.ts'
import { templates } from '../templates/all.ts'

export default command(startPlan, async (ctx, { unitId, year, from, directiveId = null, lastPlanId = null }) => {
  await ctx.allow('plans.edit', unitId)
  if (await openPlanOf(ctx.tx, unitId, year)) throw new AppError('conflict', 'plans.year_taken')
  const unit = await unitOn(ctx.tx, unitId, ctx.today)
  const kind = unitKindOf(unit)
  if (kind === null && from !== 'empty' && from !== 'last_year') throw new AppError('invalid', 'plans.no_template')
  const directive = directiveId ? await directiveFor(ctx.tx, unitId, directiveId, ctx.today) : null
  const points = directive ? await pointsFor(ctx.tx, { unitId, directiveId: directive.id, reopened: [] }) : []

  const lastYear = from === 'last_year' ? await lastPlan() : null
  const holidays = await holidaysOf(untyped(ctx.tx), unitId, `${year - 1}-12-01`, `${year + 1}-01-31`)
  const nodes = draftPlan({
    from,
    year,
    // A body without a template of its own writes a Department's.
    unit: { name: unit.name, kind: kind ?? 'department', parentName: directive?.unitName ?? unit.parentName },
    template: templates[kind ?? 'department'],
    points,
    observances: await observanceDaysFor(ctx.tx, unitId, year, ctx.today),
    isWorkingDay: (day) => isWorkingDay(day, holidays),
    newId: ctx.newId,
    ...(lastYear ? { lastYear } : {}),
  })

  const id = ctx.newId()
  const { provinceId } = unit
  const { personId } = ctx.actor!
  const frame = defaultFrame({ ...unit, kind }, year, directive && { ...directive, issuer: directive.unitName })
  await insertPlan(ctx.tx, { provinceId, id, unitId, year, source: from, title: titleOfPlan(year), directiveId, amendsId: null, frame, createdBy: personId, createdAt: ctx.now })
  // After the insert, which waits for an amendment that is just coming in: none is missed.
  if (directiveId && (await amendmentOf(ctx.tx, directiveId))) throw new AppError('conflict', 'plans.directive_amended')
  await putNodes(ctx.tx, { planId: id, provinceId, unitId, revision: 0, changedBy: personId, changedAt: ctx.now }, nodes.map((node) => ({ node, removed: false })))
  if (directiveId) await refreshCoverage(ctx.tx, { id, provinceId, unitId, directiveId, reopened: [] }, nodes)
  await ctx.audit({ unitId, action: startPlan.name, entity: id, after: { year, from, directiveId, lines: nodes.length } })
  return { planId: id }

  async function lastPlan() {
    if (!lastPlanId) throw new AppError('invalid', 'plans.last_year_missing')
    const plan = await planById(ctx.tx, lastPlanId)
    await ctx.allow('plans.read', plan.unitId)
    return { year: plan.year, nodes: await nodesOf(ctx.tx, plan.id) }
  }
}, { conflicts: { one_open_plan: 'plans.year_taken' } })
