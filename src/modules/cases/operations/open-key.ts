import { sealedEntity } from '#core/audit/store.ts'
import { AppError } from '#platform/errors.ts'
import { openKey } from '../key-contract.ts'
import { dropWaiting, recover } from '../keeper-store.ts'
import { pairsOf } from '../key-pair-store.ts'
import { keepOpen } from '../opened-store.ts'
import { asIntake, caseCommand } from '../store.ts'
import { countingTries, openWith } from '../tries-store.ts'

const opening = caseCommand(openKey, async (ctx, { unitId, passphrase }) => {
  await ctx.allow('cases.work', unitId)
  const rows = await asIntake(ctx.tx, () => pairsOf(ctx.tx, ctx.actor!.accountId))
  const [current, waiting] = (['current', 'waiting'] as const).map((state) => rows.find((row) => row.state === state))
  const pair = await openWith(ctx, [current, waiting].flatMap((row) => row ?? []), passphrase)
  const until = await asIntake(ctx.tx, async () => {
    if (pair.id === waiting?.id) {
      if (!(await recover(ctx.tx, pair, current!))) throw new AppError('forbidden', 'cases.key_waiting')
    } else if (waiting) await dropWaiting(ctx.tx, waiting.id)
    return keepOpen(ctx.tx, ctx, pair)
  })
  await ctx.audit({ unitId, action: openKey.name, entity: sealedEntity(pair.id) })
  return { until }
})

export default countingTries(opening)
