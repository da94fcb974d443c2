import { beyondReach } from '#core/access/operation.ts'
import { AppError } from '#platform/errors.ts'
import { parseInput } from '#platform/operation.ts'
import { newKey } from '#platform/sealing.ts'
import { tellSeats } from '../alert-store.ts'
import { reportUp } from '../contract.ts'
import { enterAs, record } from '../enter-store.ts'
import { bodiesOf } from '../intake-store.ts'
import { caseFactsOf } from '../model/case-facts.ts'
import { identityIn } from '../model/identity.ts'
import { Report, type Upward } from '../model/report.ts'
import { routeReport } from '../model/routing.ts'
import { StepBody } from '../model/steps.ts'
import { openNewCase } from '../new-case-store.ts'
import { asSeated, caseCommand, entriesOf } from '../store.ts'

const DONE = ['told', 'planned', 'separated', 'referred', 'supported'] as const

/** Tells the handlers of the body above of something grave, sealed to them, without identity and without a way back to the case. */
export default caseCommand(reportUp, async (ctx, { caseId, note, circle }) => {
  const entered = await enterAs(ctx, caseId, 'handler')
  const { row, told, sealOf } = entered
  const { name, hideFrom, form } = parseInput(Report, told.read(row.report, 'report'))
  const entries = await asSeated(ctx.tx, () => entriesOf(ctx.tx, [caseId]))
  const steps = entries.flatMap(({ id, keyId, body }) => {
    const seal = sealOf(keyId)
    return seal ? [parseInput(StepBody, seal.read(body, `entry.body:${id}`))] : []
  })
  const accused = steps.flatMap((step) => (step.kind === 'accused' ? [step.name] : []))
  if (identityIn(note, [name, form?.childName ?? '', form?.father ?? '', form?.mother ?? '', ...accused])) throw new AppError('invalid', 'cases.identity_in_text')
  const { tags, age, level } = caseFactsOf(steps)
  const upward: Upward = { tags: [...tags], age, level, done: DONE.filter((kind) => steps.some((step) => step.kind === kind)), circle }
  const unitId = await beyondReach(ctx.tx, async () => {
    const bodies = await bodiesOf(ctx.tx, row.unitId, ctx.today)
    const route = routeReport(bodies.slice(1), hideFrom, false)
    if (!route) throw new AppError('conflict', 'cases.nobody_above')
    const report: Report = { happening: 'other', reporter: 'staff', danger: level === 'emergency' ? 'yes' : '', story: note, place: '', name: '', contact: '', language: 'vi', hideFrom: { head: false, handlers: [], others: '' }, upward }
    const opened = await openNewCase(ctx.tx, ctx, { route, aboutUnitId: row.aboutUnitId, channel: 'upward', report, toldKey: newKey() })
    await tellSeats(ctx, route.handlers.map((accountId) => ({ unitId: route.unitId, accountId })), `cases.received:${opened.caseId}`)
    return route.unitId
  })
  return record(ctx, entered, reportUp.name, { kind: 'reported_up', unitId })
})
