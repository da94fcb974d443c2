import { describe, expect, it } from 'vitest'
import { aWorld } from '#testing/world.ts'
import { diceOf } from './dice.ts'
import { jobsOfYear } from './jobs.ts'
import { proveNight, proveReports, proveTotals } from './proof.ts'
import { playYear } from './year.ts'

const seeds = process.env['SONGHANH_LONG'] ? Array.from({ length: 12 }, (_, at) => 1_000 + at) : [7]

/** A short year of few schools shows every event; the long run has more of each. */
const sizeOf = (seed: number) => (process.env['SONGHANH_LONG'] ? { schools: diceOf(seed).whole(6, 10), activities: 5 } : { schools: 4, activities: 2 })

describe("a Department's year", () => {
  it.each(seeds)('adds up at every level, then and now, whatever happened in it (seed %i)', { timeout: 900_000 }, async (seed) => {
    const world = await aWorld()
    const stage = await playYear(world, jobsOfYear(world), { ...sizeOf(seed), year: 2026, seed })
    for (const prove of [proveNight, proveTotals, proveReports]) {
      const { compared, differences } = await prove(stage)
      expect(differences.slice(0, 10)).toEqual([])
      expect(compared).toBeGreaterThan(100)
    }
  })
})
