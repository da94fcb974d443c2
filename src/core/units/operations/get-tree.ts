import { getTree } from '../contract.ts'
import { query } from '../handle.ts'
import { treeAsOf } from '../view-store.ts'

export default query(getTree, async (ctx, { rootId = null, day = ctx.today, depth }) => ({ day, units: await treeAsOf(ctx.tx, day, rootId, depth) }))
