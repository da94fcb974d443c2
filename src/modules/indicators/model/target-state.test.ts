import { describe, expect, it } from 'vitest'
import { elapsedOf, isUninformative, stateOf, type Standing } from './target-state.ts'

const share: Standing = { value: 40, figure: 'known', target: 50, before: 38, direction: 'up', isFlow: false, elapsed: 0.5, isUninformative: false }
const flow: Standing = { ...share, target: 200, before: null, isFlow: true }
const limit: Standing = { ...share, direction: 'down', target: 2, before: 6 }

describe('the state of a target', () => {
  it.each<[string, Standing, string]>([
    ['a share at the target is met', { ...share, value: 50 }, 'met'],
    ['a share on the straight line is on its way', { ...share, value: 44 }, 'on_track'],
    ['a share a little behind the line is at risk', { ...share, value: 40 }, 'at_risk'],
    ['a share far behind the line is late', { ...share, value: 30 }, 'late'],
    ['a share of unknown beginning is held against the target: near it, at risk', { ...share, before: null, value: 46 }, 'at_risk'],
    ['a share of unknown beginning, far from the target, is late', { ...share, before: null, value: 30 }, 'late'],
    ['a share below the target when the year is over is late', { ...share, value: 49.9, elapsed: 1 }, 'late'],
    ['contacts in proportion to the days gone are on their way', { ...flow, value: 100 }, 'on_track'],
    ['contacts a tenth of the target behind are at risk', { ...flow, value: 81 }, 'at_risk'],
    ['contacts further behind are late', { ...flow, value: 60 }, 'late'],
    ['contacts past the target are met before the year is over', { ...flow, value: 230 }, 'met'],
    ['a limit that is kept so far is on its way when it counts through the year', { ...limit, isFlow: true, target: 0, value: 0 }, 'on_track'],
    ['a limit that was kept to the end is met', { ...limit, isFlow: true, target: 0, value: 0, elapsed: 1 }, 'met'],
    ['a limit that was passed is late at once', { ...limit, isFlow: true, target: 0, value: 1 }, 'late'],
    ['a rate under its limit is met', { ...limit, value: 1.9 }, 'met'],
    ['a rate that falls along the line is on its way', { ...limit, value: 4 }, 'on_track'],
    ['a rate a little above the line is at risk', { ...limit, value: 4.3 }, 'at_risk'],
    ['a rate that does not fall is late', { ...limit, value: 6 }, 'late'],
    ['no figure is missing data, not 0', { ...share, value: null, figure: 'unknown' }, 'no_data'],
    ['nothing recorded is missing data', { ...flow, value: null, figure: 'unrecorded' }, 'no_data'],
    ['a share of nothing has not arisen', { ...share, value: null, figure: 'none' }, 'none'],
    ['without a target nothing is judged', { ...share, target: null }, 'no_target'],
    ['an indicator that is neither good nor bad is not compared', { ...share, direction: 'none' }, 'not_compared'],
    ['an indicator that says nothing in the unit is not compared, whatever its figure', { ...share, isUninformative: true, value: null, figure: 'unknown' }, 'not_compared'],
    ['a target of 0 contacts is met by 0', { ...flow, target: 0, value: 0 }, 'met'],
  ])('%s', (_what, standing, state) => {
    expect(stateOf(standing)).toBe(state)
  })

  it('leaves women among the staff aside where nearly all are women', () => {
    expect(isUninformative('A13', 100)).toBe(true)
    expect(isUninformative('A14', 95)).toBe(true)
    expect(isUninformative('A13', 94.9)).toBe(false)
    expect(isUninformative('A01', 100)).toBe(false)
    expect(isUninformative('A13', null)).toBe(false)
  })

  it('knows how much of a year has gone', () => {
    expect(elapsedOf('2026-01-01', '2026-12-31', '2026-01-01')).toBeCloseTo(1 / 365)
    expect(elapsedOf('2026-01-01', '2026-12-31', '2026-12-31')).toBe(1)
    expect(elapsedOf('2026-01-01', '2026-12-31', '2027-03-01')).toBe(1)
    expect(elapsedOf('2026-01-01', '2026-12-31', '2025-03-01')).toBe(0)
  })
})
