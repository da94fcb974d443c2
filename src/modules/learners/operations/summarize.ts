import { totalsOf } from '#core/facts/totals.ts'
import { summarize } from '../contract.ts'
import { MEASURES } from '../model/measures.ts'
import { spanOf } from '../model/school-year.ts'
import { query, schoolOf } from '../store.ts'

export default query(summarize, async (ctx, { unitId, schoolYear, kind }) => {
  await ctx.allow('learners.read', unitId)
  const school = await schoolOf(ctx.tx, unitId)
  // A commune answers for its schools on the administrative line only.
  const line = (await ctx.tx.selectFrom('units.unitVersion').select('level').where('unitId', '=', unitId).orderBy('valid', 'desc').limit(1).executeTakeFirst())?.level === 'commune' ? 'administrative' : 'professional'
  const totals = await totalsOf(ctx.tx, { unitId, ...spanOf(schoolYear, kind), scope: 'below', line, tree: 'then', measures: MEASURES.map(({ code }) => code) })
  const rows = new Map<string, { measure: string; sex: string; ethnicity: string; value: number }>()
  for (const { measure, sex, ethnicity, value } of totals.rows) {
    const key = `${measure} ${sex} ${ethnicity}`
    rows.set(key, { measure, sex, ethnicity, value: (rows.get(key)?.value ?? 0) + value })
  }
  return { unitName: school.name, rows: [...rows.values()], known: totals.units - totals.missingCount, units: totals.units, missing: [...totals.missing] }
})
