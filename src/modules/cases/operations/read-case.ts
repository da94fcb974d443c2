import { namesOfAccounts } from '#core/access/account-store.ts'
import { beyondReach } from '#core/access/operation.ts'
import { sealedEntity, writeAudit } from '#core/audit/store.ts'
import { holidaysOf } from '#core/periods/store.ts'
import { addDays, dayOf } from '#platform/clock.ts'
import { untyped } from '#platform/db/connect.ts'
import { parseInput } from '#platform/operation.ts'
import { readCase } from '../contract.ts'
import { enterCase } from '../enter-store.ts'
import { helpLineWords } from '../help-line-store.ts'
import { bodiesOf, publicUnit } from '../intake-store.ts'
import { AttachmentAbout } from '../model/attachment.ts'
import { caseLifecycle } from '../model/case-lifecycle.ts'
import { clocksOf } from '../model/clocks.ts'
import { helpLinesOn } from '../model/help-lines.ts'
import { Report } from '../model/report.ts'
import { colleaguesOf } from '../model/routing.ts'
import { StepBody } from '../model/steps.ts'
import { HELP_LINES } from '../reference/help-lines.ts'
import { isHeld } from '../retention-store.ts'
import { accessLogOf, asIntake, asSeated, attachmentsOf, caseQuery, entriesOf, logAccess, setState } from '../store.ts'

/** Days that a clock of an open case can reach. */
const AHEAD = 60

export default caseQuery(readCase, async (ctx, { caseId }) => {
  const { row, told, keys, sealOf, seats, seat } = await enterCase(ctx, caseId)
  const apart = new Set(keys.filter(({ kind }) => kind === 'apart').map(({ id }) => id))
  const { accountId } = ctx.actor!
  const state = row.state === 'received' ? caseLifecycle.next(row.state, 'open') : row.state
  const { entries, attachments, log } = await asSeated(ctx.tx, async () => {
    // The reading that is under way stands in the log that it shows.
    await logAccess(ctx.tx, { provinceId: row.provinceId, id: ctx.newId(), unitId: row.unitId, caseId, at: ctx.now, accountId, act: 'opened' })
    if (state !== row.state) await setState(ctx.tx, caseId, state)
    return { entries: await entriesOf(ctx.tx, [caseId]), attachments: await attachmentsOf(ctx.tx, caseId), log: await accessLogOf(ctx.tx, caseId) }
  })
  await writeAudit(untyped(ctx.tx), { unitId: seat.unitId, accountId, at: ctx.now, action: readCase.name, entity: sealedEntity(caseId) })

  const ids = [...new Set([...seats, ...log, ...entries].flatMap((one) => one.accountId ?? []))]
  const names = new Map((await beyondReach(ctx.tx, () => namesOfAccounts(untyped(ctx.tx), ids))).map((one) => [one.accountId, one.fullName]))
  const nameOf = (id: string) => names.get(id) ?? ''
  const about = await publicUnit(ctx.tx, row.aboutUnitId, ctx.today)
  const unit = await publicUnit(ctx.tx, row.unitId, ctx.today)
  const report = parseInput(Report, told.read(row.report, 'report'))
  const [body] = await beyondReach(ctx.tx, () => bodiesOf(ctx.tx, seat.unitId, ctx.today))
  const colleagues = seat.kind === 'handler' ? colleaguesOf(body!, report.hideFrom, seats.map((one) => one.accountId)) : []
  const holidays = await holidaysOf(untyped(ctx.tx), row.unitId, dayOf(row.receivedAt), addDays(ctx.today, AHEAD))
  const words = await asIntake(ctx.tx, () => helpLineWords(ctx.tx))
  return {
    id: row.id, year: row.year, number: row.number, state, receivedAt: row.receivedAt, channel: row.channel,
    unitName: unit?.name ?? '',
    aboutUnitName: about?.name ?? '',
    isHeld: await asSeated(ctx.tx, () => isHeld(ctx.tx, caseId)),
    canHandle: seat.kind === 'handler',
    canSupervise: seat.kind === 'supervisor',
    report,
    attachments: attachments.map(({ id, about: sealed, isPicture }) => {
      const { name, bytes } = parseInput(AttachmentAbout, told.read(sealed, `attachment.about:${id}`))
      return { id, name, bytes, isPicture }
    }),
    clocks: row.channel === 'upward' ? [] : clocksOf(row.receivedAt, entries, holidays, ctx.now),
    steps: entries.map(({ id, kind, at, accountId: by, keyId, body }) => {
      const seal = sealOf(keyId)
      const isApart = apart.has(keyId)
      return { id, kind, at, by: by && nameOf(by), mayRead: seal !== null, body: isApart || !seal ? null : parseInput(StepBody, seal.read(body, `entry.body:${id}`)) }
    }),
    seats: seats.map(({ accountId: id, kind, since }) => ({ accountId: id, name: nameOf(id), isSelf: id === accountId, kind, since })),
    colleagues: colleagues.map(({ accountId: id, fullName }) => ({ accountId: id, name: fullName })),
    log: log.map(({ at, accountId: id, act }) => ({ at, name: nameOf(id), act })),
    helpLines: helpLinesOn(HELP_LINES, words, about?.provinceId ?? null, ctx.today).map(({ phone, name }) => ({ phone, name })),
  }
})
