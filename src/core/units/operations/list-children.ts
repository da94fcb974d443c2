import { listChildren } from '../contract.ts'
import { query } from '../handle.ts'
import { readPlace, writePlace } from '../model/page-place.ts'
import { findUnits } from '../search-store.ts'
import { identityOf } from '../tree-store.ts'

export default query(listChildren, async (ctx, { unitId, line, day = ctx.today, after, limit }) => {
  await identityOf(ctx.tx, unitId)
  const parent = { id: unitId, line }
  const { units, next } = await findUnits(ctx.tx, { phrase: '', terms: null, code: null, parent, day, withClosed: false, after: readPlace(after), limit })
  return { units, next: writePlace(next) }
})
