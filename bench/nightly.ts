import { sql, type Kysely } from 'kysely'
import { asSystem } from '#core/access/operation.ts'
import { checkTotals } from '#core/facts/check.ts'
import { drainTotals } from '#core/facts/drain.ts'
import { trackPeriods } from '#core/facts/store.ts'
import { uuidv7 } from '#platform/ids.ts'
import { generateFacts, YEARS } from './national.ts'
import type { Bench, Figure } from './measure.ts'
import { benchDatabase, generateSector } from './sector.ts'

// Minutes each, which nobody waits for: apart from the totals that people ask for.

const bench: Bench = {
  title: 'What the night does: all totals of a year of the nation made and made anew',
  async run() {
    const { db, close } = await benchDatabase()
    try {
      return await measureNight(db)
    } finally {
      await close()
    }
  },
}
export default bench

async function measureNight(db: Kysely<unknown>): Promise<readonly Figure[]> {
  await db.connection().execute(generateSector)
  await sql`select units.derive_ancestors(null)`.execute(db)
  await generateFacts(db)
  await sql`vacuum analyze`.execute(db)
  const request = { db, now: new Date('2026-11-25T02:00:00Z'), newId: () => uuidv7() }
  const figures: Figure[] = []
  const once = async (what: string, work: () => Promise<unknown>, limit: number) => {
    const begin = performance.now()
    await work()
    figures.push({ what, value: (performance.now() - begin) / 1_000, unit: 's', note: '1 run', limit })
  }
  await asSystem(request, (tx) => trackPeriods(tx, [YEARS.at(-1)!]))
  await once('totals of a year from 4 million facts, all levels and both lines', () => drainTotals(request), 240)
  await sql`vacuum analyze`.execute(db)
  await once('nightly check: the year computed anew and compared', () => checkTotals(request), 240)
  const differences = await sql<{ n: number }>`select count(*)::int as n from facts.difference`.execute(db)
  if (differences.rows[0]!.n > 0) throw new Error(`${differences.rows[0]!.n} differences`)
  const size = await sql<{ mb: number }>`select (sum(pg_total_relation_size(c.oid)) / 1048576)::int as mb from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'facts' and c.relkind = 'r'`.execute(db)
  figures.push({ what: 'space of the totals of the year, with indexes', value: size.rows[0]!.mb, unit: 'MB' })
  return figures
}
