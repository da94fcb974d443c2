import { ownerOf } from '#core/units/store.ts'
import { untyped } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { remindUnits } from '../board-contract.ts'
import { REMIND } from './send-reminders.ts'
import { insertContacts } from '../contact-store.ts'
import { isRecent, REMINDER_GUARD_HOURS } from '../model/board.ts'
import { lockRound } from '../round-store.ts'
import { command } from '../store.ts'
import { chooseOwing } from './choose-owing.ts'

export default command(remindUnits, async (ctx, { roundId, reportIds, text, again }) => {
  // Two officers at the same button: the second one sees what the first one sent.
  const round = await lockRound(ctx.tx, roundId)
  const { unitId } = round
  await ctx.allow('reports.ask', unitId)
  const { owing, nothingDue } = await chooseOwing(ctx, roundId, reportIds, text)
  if (round.state !== 'open' && !owing.some(({ state, extendedUntil }) => state === 'returned' || extendedUntil !== null)) throw new AppError('conflict', 'reports.round_closed', { round: round.title })
  if (owing.length === 0) throw new AppError('invalid', 'reports.nobody_owes')
  const recent = owing.filter(({ remindedAt }) => isRecent(remindedAt, ctx.now))
  if (recent.length > 0 && !again) throw new AppError('conflict', 'reports.reminded_recently', { count: recent.length, hours: REMINDER_GUARD_HOURS, unit: recent[0]!.unitName })

  const { provinceId } = await ownerOf(untyped(ctx.tx), unitId)
  const contacts = owing.map((unit) => ({
    provinceId,
    id: ctx.newId(),
    unitId,
    reportId: unit.reportId,
    roundId,
    kind: 'reminder' as const,
    withWhom: null,
    said: unit.text,
    personId: ctx.actor!.personId,
    at: ctx.now,
  }))
  await insertContacts(ctx.tx, contacts)
  for (let at = 0; at < contacts.length; at += 200) await ctx.enqueue(REMIND, { ids: contacts.slice(at, at + 200).map(({ id }) => id) })
  await ctx.audit({ unitId, action: remindUnits.name, entity: roundId, after: { reports: owing.map(({ reportId }) => reportId), again, text } })
  return { reminded: owing.length, skipped: nothingDue.length }
})
