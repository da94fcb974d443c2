import { describe, expect, it } from 'vitest'
import { asksLess, targetOf, type TargetGround } from './targets.ts'

const official = [
  { year: 2025, value: 60, words: '60', sure: 'verified' as const },
  { year: 2030, value: 75, words: '75', sure: 'verified' as const },
]
const ground: TargetGround = { definition: { unit: 'percent', milestones: official }, set: [], superiors: [], lastActual: null }
const department = { unitId: 'so', unitName: 'Sở Sông Mơ', year: 2026, value: '64' }

describe('the target of a year', () => {
  it('is the unit’s own before what it was given, its path, what it inherits and what an instrument sets', () => {
    const set = [{ year: 2026, kind: 'own' as const, value: '50' }, { year: 2026, kind: 'given' as const, value: '55' }, { year: 2026, kind: 'path' as const, value: '52' }]
    expect(targetOf({ ...ground, set, superiors: [department] }, 2026)).toEqual({ value: '50', source: { kind: 'own' } })
    expect(targetOf({ ...ground, set: set.slice(1), superiors: [department] }, 2026)).toMatchObject({ value: '55', source: { kind: 'given' } })
    expect(targetOf({ ...ground, set: set.slice(2), superiors: [department] }, 2026)).toMatchObject({ value: '52', source: { kind: 'path' } })
    expect(targetOf({ ...ground, superiors: [department] }, 2026)).toMatchObject({ value: '64', source: { kind: 'inherited', unitName: 'Sở Sông Mơ' } })
    expect(targetOf(ground, 2030)).toMatchObject({ value: '75', source: { kind: 'official', sure: 'verified' } })
  })

  it('lies on the straight line from the last figure to the next target', () => {
    const line = { ...ground, lastActual: { year: 2025, value: '60' } }
    expect([2026, 2027, 2028, 2029].map((year) => targetOf(line, year)?.value)).toEqual(['63', '66', '69', '72'])
    expect(targetOf(line, 2026)?.source).toEqual({ kind: 'line' })
    expect(targetOf({ ...line, lastActual: { year: 2025, value: '60.1' } }, 2026)?.value).toBe('63.1')
  })

  it('lies on the line from the stage that closed where no figure is known', () => {
    expect(targetOf(ground, 2027)).toEqual({ value: '66', source: { kind: 'line' } })
  })

  it('has no line without anything to begin with, and none into the past', () => {
    expect(targetOf({ ...ground, definition: { unit: 'percent', milestones: official.slice(1) } }, 2027)).toBeNull()
    expect(targetOf({ ...ground, lastActual: { year: 2027, value: '60' } }, 2026)).toBeNull()
  })

  it('is not inherited where the superior’s is a sum', () => {
    const counts = { ...ground, definition: { unit: 'contacts' as const, milestones: [] }, superiors: [department] }
    expect(targetOf(counts, 2026)).toBeNull()
  })

  it('is not what nobody but the catalogue proposes', () => {
    const proposal = { ...ground, definition: { unit: 'count' as const, milestones: [{ year: 2026, value: 4, words: '', sure: 'none' as const }] } }
    expect(targetOf(proposal, 2026)).toBeNull()
  })

  it('asks less when it is lower, or higher where less is better', () => {
    expect(asksLess('59.9', '60', 'up')).toBe(true)
    expect(asksLess('60', '60', 'up')).toBe(false)
    expect(asksLess('3', '2', 'down')).toBe(true)
    expect(asksLess('1', '2', 'none')).toBe(false)
  })
})
