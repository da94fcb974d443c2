import { AppError } from '#platform/errors.ts'
import { importHandFigures } from '../hand-contract.ts'
import { frozenBy } from '#core/facts/freeze.ts'
import { readSheetRows } from '../model/hand-sheet.ts'
import { handFigureAt } from '../hand-store.ts'
import { groundOf } from '../public.ts'
import { command } from '../store.ts'
import { handRowsOf } from './hand-rows.ts'
import { enter } from './save-hand-figure.ts'

const MOST_YEARS = 12

export default command(importHandFigures, async (ctx, { unitId, mode, digest, rows }) => {
  await ctx.allow('indicators.enter', unitId)
  const years = [...new Set(rows.flatMap(({ cells }) => /\d{4}/.exec(cells['to'] ?? '')?.[0] ?? []))].map(Number).filter((year) => year >= 2000 && year <= 2050)
  if (years.length > MOST_YEARS) throw new AppError('invalid', 'indicators.sheet_too_many_years', { most: MOST_YEARS })
  const known = new Map<string, Awaited<ReturnType<typeof handRowsOf>>[number]>()
  for (const year of years) {
    for (const row of await handRowsOf(ctx.tx, unitId, year, ctx.today)) {
      const before = known.get(row.code)
      known.set(row.code, before ? { ...before, spans: [...before.spans, ...row.spans] } : row)
    }
  }
  const read = readSheetRows(rows, [...known.values()])
  const faults = [...read.faults]
  for (const entry of read.entries) {
    const before = await handFigureAt(ctx.tx, unitId, entry.code, entry.to)
    if (before && (await frozenBy(ctx.tx, 'indicators.hand_figure', before.id)).length > 0) {
      const row = rows.find(({ cells }) => cells['code'] === entry.code)?.row ?? 0
      faults.push({ row, column: 'code', code: 'frozen', value: entry.code })
    }
  }
  const isWritten = mode === 'write' && faults.length === 0
  if (isWritten) {
    for (const entry of read.entries) await enter(ctx, await groundOf(ctx.tx, unitId, entry.to), { ...entry, unitId, reason: null })
  }
  await ctx.audit({ unitId, action: importHandFigures.name, entity: unitId, after: { digest, mode, changed: read.entries.length, refused: faults.length } })
  return { digest, rows: rows.length, changed: read.entries.length, same: read.same, faults, written: isWritten }
})
