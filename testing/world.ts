import { buildersOn, type Builders } from './builders.ts'
import { testDatabase, type TestDatabase } from './database.ts'

export { aSector } from './builders.ts'

/** A small sector on a database of its own. */
export interface World extends Builders, Pick<TestDatabase, 'pool'> {}

export async function aWorld(now = new Date('2026-03-02T02:00:00Z')): Promise<World> {
  const base = await testDatabase()
  // The builders themselves, not a copy: tests move their clock.
  return Object.assign(buildersOn(base, now), { pool: base.pool })
}
