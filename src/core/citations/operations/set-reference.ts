import { atFirstStroke } from '@songhanh/vanban/advice/one-document'
import { referenceKey } from '@songhanh/vanban/advice/register'
import { untyped } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { ownerOf } from '#core/units/store.ts'
import { setReference } from '../contract.ts'
import { command, lockChange, putChange } from '../store.ts'

export default command(setReference, async (ctx, { unitId, changeId, ...said }) => {
  await ctx.allow('citations.change', unitId)
  if (said.from !== null && said.until !== null && said.until < said.from) throw new AppError('invalid', 'citations.ends_before_it_begins')
  const { number, symbol } = atFirstStroke(said.number, said.symbol)
  if (number === '' || symbol === '') throw new AppError('invalid', 'citations.no_number')
  const before = await lockChange(ctx.tx, unitId, changeId)
  const after = {
    referenceKey: referenceKey(number, symbol),
    docType: said.type,
    numberText: number,
    symbol,
    issuedOn: said.date,
    issuer: said.issuer,
    title: said.title,
    validFrom: said.from,
    validUntil: said.until,
    replacedBy: said.replacedBy,
    source: said.source,
    certainty: said.sure,
    checkedOn: ctx.today,
    dropped: said.dropped,
  }
  await putChange(ctx.tx, { ...(await ownerOf(untyped(ctx.tx), unitId)), id: changeId, ...after, changedAt: ctx.now })
  await ctx.audit({ unitId, action: setReference.name, entity: changeId, ...(before ? { before } : {}), after })
  return {}
})
