import { sealedEntity } from '#core/audit/store.ts'
import { AppError } from '#platform/errors.ts'
import { changePassphrase } from '../key-contract.ts'
import { pairsOf, savePrivate, sealPrivate } from '../key-pair-store.ts'
import { passphraseFault } from '../model/passphrase.ts'
import { asIntake, caseCommand } from '../store.ts'
import { countingTries, openWith } from '../tries-store.ts'

const changing = caseCommand(changePassphrase, async (ctx, { unitId, passphrase, next }) => {
  await ctx.allow('cases.work', unitId)
  const fault = passphraseFault(next)
  if (fault === 'too_short') throw new AppError('invalid', 'cases.passphrase_short')
  if (fault) throw new AppError('invalid', 'cases.passphrase_uniform')
  const rows = await asIntake(ctx.tx, () => pairsOf(ctx.tx, ctx.actor!.accountId))
  const pair = await openWith(ctx, rows.filter(({ state }) => state === 'current'), passphrase)
  const sealed = await sealPrivate(ctx.vault, pair, next)
  await asIntake(ctx.tx, () => savePrivate(ctx.tx, pair.id, sealed))
  await ctx.audit({ unitId, action: changePassphrase.name, entity: sealedEntity(pair.id) })
  return null
})

export default countingTries(changing)
