import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BREAKDOWNS, blocksOf, LEAST_CELL, type Atom, type Block, type CaseBreakdown } from './publication.ts'
import { rangeOf, type Equation } from '#testing/simplex.ts'

const NAMES = Object.keys(BREAKDOWNS) as CaseBreakdown[]

/** Cases of a unit, each break-down dealt out at random. */
function anAtom(unitId: string, provinceId: string, total: number, pick: (most: number) => number): Atom {
  const by = Object.fromEntries(
    NAMES.map((name) => {
      const counts: Record<string, number> = {}
      for (let n = 0; n < total; n++) {
        const value = BREAKDOWNS[name][pick(BREAKDOWNS[name].length)]!
        counts[value] = (counts[value] ?? 0) + 1
      }
      return [name, counts]
    }),
  ) as Atom['by']
  return { unitId, provinceId, total, by }
}

/** A generator that always gives the same. */
function dice(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    // Small values come more often, as they do.
    return Math.floor(((state >>> 8) / 2 ** 24) ** 1.5 * most)
  }
}

const atomsArbitrary = fc
  .record({ seed: fc.integer(), sizes: fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.constantFrom('p', 'q', 'r')), { maxLength: 14 }) })
  .map(({ seed, sizes }) => {
    const pick = dice(seed)
    return sizes.map(([total, provinceId], at) => anAtom(at === 0 ? provinceId : `u${at}`, provinceId, total, pick))
  })

describe('what is published', () => {
  it('has no number under five, in no block and no break-down, also not in what is left untold', () => {
    fc.assert(fc.property(atomsArbitrary, (atoms) => {
      for (const { total, by } of blocksOf(atoms)) {
        expect(total).toBeGreaterThanOrEqual(LEAST_CELL)
        for (const name of NAMES) {
          const counts = Object.values(by[name])
          expect(Math.min(...counts)).toBeGreaterThanOrEqual(LEAST_CELL)
          expect(counts.reduce((a, b) => a + b, 0)).toBe(total)
        }
      }
    }))
  })

  it('loses cases only where the whole nation has fewer than five, or no block to hide the rest in', () => {
    fc.assert(fc.property(atomsArbitrary, (atoms) => {
      const all = atoms.reduce((sum, { total }) => sum + total, 0)
      const told = blocksOf(atoms).reduce((sum, { total }) => sum + total, 0)
      expect(all - told).toBeLessThan(LEAST_CELL)
    }))
  })

  it('tells nothing of a unit by the number of its province', () => {
    const pick = dice(1)
    const blocks = blocksOf([anAtom('a', 'p', 12, pick), anAtom('b', 'p', 3, pick)])
    // 15 of the province less 12 of one unit would be 3 of the other.
    expect(blocks.map(({ owner, total }) => [owner.kind, total])).toEqual([['province', 15]])
  })
})

// A superior who has every table of both half-years, the year and every level, and solves for what lies beneath.

interface Half {
  readonly atoms: readonly Atom[]
  readonly blocks: readonly Block[]
}

/** Everything an attacker knows of one break-down beside another: margins that add up, and what was published. */
function attack({ atoms, blocks }: Half, name: CaseBreakdown, beside: CaseBreakdown) {
  const cells = atoms.flatMap((atom) => [name, beside].flatMap((of) => BREAKDOWNS[of].map((value) => ({ atom, of, value }))))
  const over = (holds: (cell: (typeof cells)[number]) => boolean, equals: number): Equation => ({ factors: cells.map((cell) => (holds(cell) ? 1 : 0)), equals })
  const equations: Equation[] = atoms.map(({ unitId }) => ({ factors: cells.map(({ atom, of }) => (atom.unitId !== unitId ? 0 : of === name ? 1 : -1)), equals: 0 }))
  for (const block of blocks) {
    const members = membersOf(block, atoms, blocks)
    for (const of of [name, beside]) {
      const told = Object.keys(block.by[of])
      for (const [value, count] of Object.entries(block.by[of])) {
        equations.push(over((cell) => cell.of === of && members.has(cell.atom.unitId) && (value === '' ? !told.includes(cell.value) : cell.value === value), count))
      }
    }
  }
  return cells.flatMap(({ atom, of, value }, at) => {
    const truth = atom.by[of][value] ?? 0
    return truth >= LEAST_CELL ? [] : [{ truth, ...rangeOf(equations, cells.length, at) }]
  })
}

/** Whose cases a block holds: the attacker may know that as well. */
function membersOf({ owner }: Block, atoms: readonly Atom[], blocks: readonly Block[]): Set<string> {
  const told = new Set(blocks.flatMap((block) => (block.owner.kind === 'unit' ? [block.owner.id] : [])))
  const pooled = new Set(blocks.flatMap((block) => (block.owner.kind === 'province' ? [block.owner.id] : [])))
  const rest = atoms.filter(({ unitId }) => !told.has(unitId))
  if (owner.kind === 'unit') return new Set([owner.id])
  if (owner.kind === 'province') return new Set(rest.filter(({ provinceId }) => provinceId === owner.id).map(({ unitId }) => unitId))
  return new Set(rest.filter(({ provinceId }) => !pooled.has(provinceId)).map(({ unitId }) => unitId))
}

describe('an attacker with every table and a solver', () => {
  const sizes = [0, 0, 1, 2, 3, 4, 5, 6, 9, 14]
  const halfOf = (seed: number): Half => {
    const pick = dice(seed)
    const atoms = ['p', 'q'].flatMap((province, at) => Array.from({ length: 5 }, (_, n) => anAtom(`${province}${n}`, province, sizes[(seed * 7 + n * 3 + at * 5) % sizes.length]!, pick)))
    return { atoms, blocks: blocksOf(atoms) }
  }
  const SEEDS = process.env['SONGHANH_LONG'] ? 60 : 4

  it('cannot tell any number under five from five or more, nor whether there was a case at all', () => {
    let cells = 0
    for (let seed = 1; seed <= SEEDS; seed++) {
      for (const { truth, least, most } of attack(halfOf(seed), 'sex', 'support')) {
        cells++
        expect(most, `a cell of ${truth}`).toBeGreaterThanOrEqual(LEAST_CELL - 1e-6)
        expect(least, `a cell of ${truth}`).toBeLessThanOrEqual(1e-6)
      }
    }
    expect(cells).toBeGreaterThan(100)
  })

  it('would find them out if small numbers were merely left blank', () => {
    const { atoms } = halfOf(3)
    const blank = atoms.filter(({ total }) => total >= LEAST_CELL).map(({ unitId, total, by }): Block => {
      const kept = Object.fromEntries(NAMES.map((name) => [name, Object.fromEntries(Object.entries(by[name]).filter(([, count]) => count >= LEAST_CELL))])) as Block['by']
      return { owner: { kind: 'unit', id: unitId }, total, by: { ...kept, support: by.support } }
    })
    const found = attack({ atoms, blocks: blank }, 'sex', 'support').filter(({ truth, least, most }) => Math.abs(least - truth) < 1e-6 && Math.abs(most - truth) < 1e-6)
    expect(found.length).toBeGreaterThan(0)
  })
})
