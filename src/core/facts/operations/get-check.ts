import { getCheck } from '../contract.ts'
import { differencesOf, lastCheck } from '../check-store.ts'
import { query } from '../store.ts'

export default query(getCheck, async (ctx) => {
  const check = await lastCheck(ctx.tx)
  if (!check) return { check: null, differences: [] }
  const { id, ...said } = check
  return { check: said, differences: await differencesOf(ctx.tx, id) }
})
