import { compare, decimalOf, exact, exactOf, multiply } from '@songhanh/formula/exact'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareOut, splitCount, splitShare, sumOfCommitments, type Below } from './split.ts'

const units = (...rows: readonly (readonly [part: string | null, whole: string | null])[]): Below[] => rows.map(([part, whole], at) => ({ unitId: `u${at}`, part, whole }))
const sum = (parts: readonly (string | null)[]) => parts.reduce((all, one) => all + BigInt(one ?? '0'), 0n)
const partsOf = (allotments: readonly { part: string | null }[]) => allotments.map(({ part }) => part)

const amount = fc.bigInt(0n, 100_000n)
const anyUnits = fc.array(fc.record({ part: amount, extra: amount }), { minLength: 1, maxLength: 20 }).map((rows) => units(...rows.map(({ part, extra }) => [String(part), String(part + extra)] as const)))
const by = fc.constantFrom('size' as const, 'gap' as const)

describe('sharing out', () => {
  it('gives the rest to the largest remainders', () => {
    expect(shareOut(10n, [exact(1n), exact(1n), exact(1n)])).toEqual([4n, 3n, 3n])
    expect(shareOut(7n, [exact(0n), exact(0n)])).toEqual([4n, 3n])
    expect(shareOut(5n, [])).toEqual([])
  })

  it('adds up to the total, with every share less than one from its quota', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 15n), fc.array(amount, { minLength: 1, maxLength: 30 }), (total, weights) => {
        const shares = shareOut(total, weights.map((weight) => exact(weight)))
        expect(shares.reduce((all, one) => all + one, 0n)).toBe(total)
        const all = weights.reduce((whole, one) => whole + one, 0n)
        if (all > 0n) {
          for (const [at, share] of shares.entries()) {
            const far = share * all - total * weights[at]!
            expect(far < all && far > -all).toBe(true)
          }
        }
      }),
    )
  })
})

describe('splitting a count', () => {
  it('goes by size', () => {
    expect(partsOf(splitCount('1000', units(['10', '600'], ['0', '300'], ['5', '100']), 'size'))).toEqual(['600', '300', '100'])
  })

  it('goes by gap: who is ahead keeps what it has', () => {
    expect(partsOf(splitCount('1000', units(['700', '600'], ['0', '300'], ['0', '100']), 'gap'))).toEqual(['700', '225', '75'])
  })

  it('leaves units of unknown size to be set by hand', () => {
    expect(partsOf(splitCount('100', units(['1', '50'], [null, null]), 'size'))).toEqual(['100', null])
  })

  it('adds up to the target, whichever way', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 9n), anyUnits, by, (target, list, way) => {
        expect(sum(partsOf(splitCount(String(target), list, way)))).toBe(target)
      }),
    )
  })
})

describe('splitting a share', () => {
  it('asks the same of everybody by size, and more of who has more to gain by gap', () => {
    const list = units(['10', '100'], ['50', '100'])
    expect(partsOf(splitShare(exactOf('0.4'), list, 'size'))).toEqual(['40', '40'])
    expect(partsOf(splitShare(exactOf('0.4'), list, 'gap'))).toEqual(['23', '57'])
  })

  it('keeps everybody where they are when the target is reached already', () => {
    expect(partsOf(splitShare(exactOf('0.2'), units(['30', '100'], ['50', '100']), 'gap'))).toEqual(['30', '50'])
  })

  it('reaches the target with the fewest, never asking more of a unit than it has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), anyUnits, by, (thousandths, list, way) => {
        const target = exact(BigInt(thousandths), 1000n)
        const allotted = splitShare(target, list, way)
        const whole = sum(list.map((unit) => unit.whole))
        const part = sum(partsOf(allotted))
        expect(compare(exact(part), multiply(target, exact(whole)))).toBeGreaterThanOrEqual(0)
        const now = sum(list.map((unit) => unit.part))
        if (part > 0n && (way === 'size' || now * 1000n < BigInt(thousandths) * whole)) expect(compare(exact(part - 1n), multiply(target, exact(whole)))).toBe(-1)
        for (const [at, unit] of allotted.entries()) expect(BigInt(unit.part!) <= BigInt(list[at]!.whole!)).toBe(true)
        if (way === 'gap') for (const [at, unit] of allotted.entries()) expect(BigInt(unit.part!) >= BigInt(list[at]!.part!)).toBe(true)
      }),
    )
  })
})

describe('the sum of commitments', () => {
  it('adds counts up, and weighs shares by the size of the unit', () => {
    const list = [{ target: exactOf('0.4'), whole: exactOf('100') }, { target: exactOf('0.6'), whole: exactOf('300') }, { target: null, whole: exactOf('50') }]
    expect(decimalOf(sumOfCommitments(list, true)!, 4)).toBe('0.55')
    expect(decimalOf(sumOfCommitments([{ target: exactOf('20'), whole: null }, { target: exactOf('22'), whole: null }], false)!, 0)).toBe('42')
    expect(sumOfCommitments([{ target: null, whole: null }], false)).toBeNull()
  })
})
