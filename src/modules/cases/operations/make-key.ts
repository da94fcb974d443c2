import { sealedEntity } from '#core/audit/store.ts'
import { ownerOf } from '#core/units/store.ts'
import { notify } from '#modules/notifications/public.ts'
import { untyped } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { makeKey } from '../key-contract.ts'
import { dropWaiting, keepersOf } from '../keeper-store.ts'
import { insertPair, newPairRow, pairsOf } from '../key-pair-store.ts'
import { passphraseFault } from '../model/passphrase.ts'
import { keepOpen } from '../opened-store.ts'
import { asIntake, caseCommand } from '../store.ts'

/**
 * The first pair of a person opens at once. One that is made while there is another, because its passphrase was lost, waits:
 * whoever resets a password and signs in as somebody must not get that person's cases.
 */
export default caseCommand(makeKey, async (ctx, { unitId, passphrase }) => {
  await ctx.allow('cases.work', unitId)
  const fault = passphraseFault(passphrase)
  if (fault === 'too_short') throw new AppError('invalid', 'cases.passphrase_short')
  if (fault) throw new AppError('invalid', 'cases.passphrase_uniform')
  const { accountId } = ctx.actor!
  const before = await asIntake(ctx.tx, () => pairsOf(ctx.tx, accountId))
  const current = before.find(({ state }) => state === 'current')
  const state = current ? ('waiting' as const) : ('current' as const)
  const { provinceId } = await ownerOf(untyped(ctx.tx), unitId)
  const { row, pair } = await newPairRow(ctx.vault, { provinceId, unitId, accountId }, { id: ctx.newId(), state, now: ctx.now, passphrase })
  const keepers = await asIntake(ctx.tx, async () => {
    for (const old of before) if (old.state === 'waiting') await dropWaiting(ctx.tx, old.id)
    await insertPair(ctx.tx, row)
    if (!current) await keepOpen(ctx.tx, ctx, pair)
    return current ? keepersOf(ctx.tx, current.id) : []
  })
  await ctx.audit({ unitId, action: makeKey.name, entity: sealedEntity(row.id) })
  const told = { topic: 'work', once: `cases.key:${row.id}`, href: '/viec-rieng/khoa' } as const
  await notify(ctx, { ...told, unitId, to: { roles: ['case_handler', 'principal'], unitId }, text: { key: current ? 'cases.notice_key_waits' : 'cases.notice_key_made', params: {} } })
  if (keepers.length > 0) await notify(ctx, { ...told, unitId, to: { accountIds: keepers.map((keeper) => keeper.accountId) }, text: { key: 'cases.notice_key_waits', params: {} } })
  return { state }
})
