import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askedUnits, chooseReports, type ReportToChoose } from './choose-reports.ts'
import { arrivalsIn } from './later-arrivals.ts'
import { consolidate, ruleFor, type GivenFigure } from './consolidate.ts'

const place = { key: 't/a/total', code: 'x' }
const count = ruleFor(place, 'count', { name: null, unit: null })
const percent = ruleFor({ key: 'f/C01', code: 'C01' }, 'ratio', { name: 'Tỷ lệ', unit: 'percent' })
const yes = ruleFor({ key: 't/y/total', code: 'y' }, 'yes_no', { name: null, unit: null })
const score = ruleFor({ key: 'f/S', code: 'S' }, 'score', { name: 'Điểm', unit: 'score' })

const given = (unitId: string, key: string, patch: Partial<GivenFigure> = {}): GivenFigure => ({ unitId, key, state: 'value', value: 1, part: null, whole: null, estimate: null, byHand: false, ...patch })

describe('figures of many reports', () => {
  it('names the units without a number and never counts them as zero', () => {
    const [total] = consolidate([count], ['a', 'b', 'c'], [given('a', count.key, { value: 5 }), given('b', count.key, { state: 'no_data', value: null })])
    expect(total).toMatchObject({ value: 5, known: 1, units: 3, missing: ['b', 'c'] })
  })

  it('have no value when nobody gave one, and none is asked of a unit that has nothing to count', () => {
    const [total] = consolidate([count], ['a', 'b'], [given('a', count.key, { state: 'not_applicable', value: null })])
    expect(total).toMatchObject({ value: null, known: 0, units: 1, missing: ['b'] })
  })

  it('are divided after they are summed: a ratio is never the mean of ratios', () => {
    const [ratio] = consolidate([percent], ['a', 'b'], [given('a', percent.key, { value: 100, part: 1, whole: 1 }), given('b', percent.key, { value: 10, part: 10, whole: 100 })])
    expect(ratio).toMatchObject({ value: 10.9, part: 11, whole: 101, known: 2 })
  })

  it('leave out a ratio that was entered without its parts, and say whose', () => {
    const [ratio] = consolidate([percent], ['a', 'b'], [given('a', percent.key, { value: 40, byHand: true }), given('b', percent.key, { value: 50, part: 5, whole: 10 })])
    expect(ratio).toMatchObject({ value: 50, known: 1, missing: ['a'] })
  })

  it('of yes and no say how many units have it, of scores the mean', () => {
    const figures = consolidate([yes, score], ['a', 'b', 'c'], [given('a', yes.key), given('b', yes.key, { value: 0 }), given('a', score.key, { value: 3 }), given('c', score.key, { value: 4 })])
    expect(figures).toMatchObject([{ value: 1, known: 2, missing: ['c'] }, { value: 3.5, known: 2, missing: ['b'] }])
  })

  it('are estimated with what units expect, and with the counted number of those that expect no more', () => {
    const [total] = consolidate([count], ['a', 'b'], [given('a', count.key, { value: 5, estimate: 8 }), given('b', count.key, { value: 2 })])
    expect(total).toMatchObject({ value: 7, estimate: 10 })
  })

  it('are the same as added up by brute force, whatever is missing', () => {
    const units = fc.uniqueArray(fc.integer({ min: 0, max: 40 }).map(String), { maxLength: 12 })
    const number = fc.integer({ min: 0, max: 100_000 })
    const cell = fc.record({ state: fc.constantFrom('value' as const, 'not_applicable' as const, 'no_data' as const), value: number, part: fc.option(number), whole: fc.option(number) })
    const rules = [count, percent, yes, score]
    fc.assert(
      fc.property(units, fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }).map(String), fc.array(cell, { minLength: 4, maxLength: 4 })), { maxLength: 20 }), (asked, reports) => {
        const all = [...new Map(reports)].flatMap(([unitId, cells]) =>
          rules.map((rule, at) => {
            const { state, value, part, whole } = cells[at]!
            return given(unitId, rule.key, state === 'value' ? { value, part, whole } : { state, value: null })
          }),
        )
        for (const [at, figure] of consolidate(rules, asked, all).entries()) {
          const rule = rules[at]!
          let [sum, parts, wholes, known, positive, notAsked] = [0, 0, 0, 0, 0, 0]
          const missing: string[] = []
          for (const unitId of asked) {
            const found = all.find((one) => one.unitId === unitId && one.key === rule.key)
            if (found?.state === 'not_applicable') notAsked++
            else if (!found || found.value === null || (rule === percent && (found.part === null || found.whole === null))) missing.push(unitId)
            else {
              known++
              sum += found.value
              positive += found.value > 0 ? 1 : 0
              parts += found.part ?? 0
              wholes += found.whole ?? 0
            }
          }
          const value = { add: sum, divide_sums: wholes === 0 ? null : (parts / wholes) * 100, count_units: positive, mean: sum / known }[rule.rollUp]
          expect(figure).toMatchObject({ known, units: asked.length - notAsked, missing })
          if (known === 0 || value === null) expect(figure.value).toBeNull()
          else expect(figure.value).toBeCloseTo(value, rule.rollUp === 'add' ? 6 : 0.9)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('are the same with later reports as when everything is summed anew, whatever came, changed or went', () => {
    const rules = [count, percent, yes, score]
    const unitIds = ['a', 'b', 'c', 'd', 'e', 'f']
    const number = fc.option(fc.integer({ min: 0, max: 100 }), { nil: null })
    const figure = fc.record({ state: fc.constantFrom('value', 'value', 'value', 'not_applicable', 'no_data'), value: fc.integer({ min: 0, max: 50 }), part: number, whole: number })
    const reports = fc.array(fc.tuple(fc.constantFrom(...unitIds), fc.array(figure, { minLength: 4, maxLength: 4 })), { maxLength: 6 })
    const figuresOf = (given: readonly (readonly [string, readonly { state: string; value: number; part: number | null; whole: number | null }[]])[]) =>
      given.flatMap(([unitId, figures]) => rules.map(({ key }, at) => ({ ...figures[at]!, value: figures[at]!.state === 'value' ? figures[at]!.value : null, unitId, key, estimate: null, byHand: false }) as GivenFigure))
    const once = (given: readonly (readonly [string, readonly { state: string; value: number; part: number | null; whole: number | null }[]])[]) => [...new Map(given.map((one) => [one[0], one])).values()]
    fc.assert(
      fc.property(reports, reports, (then, now) => {
        const [before, after] = [once(then), once(now)]
        const frozen = consolidate(rules, unitIds, figuresOf(before))
        const anew = consolidate(rules, unitIds, figuresOf(after))
        const moved = arrivalsIn(frozen, figuresOf(before), figuresOf(after))
        for (const [at, figure] of anew.entries()) {
          const change = moved.find(({ key }) => key === figure.key)
          expect([change ? change.now : frozen[at]!.value, change ? change.knownNow : frozen[at]!.known]).toEqual([figure.value, figure.known])
        }
      }),
      { numRuns: 500 },
    )
  })

  it('read nothing again when no report moved', () => {
    expect(arrivalsIn(consolidate([count], ['a'], [given('a', count.key, { value: 5 })]), [], [])).toEqual([])
  })
})

describe('the reports of a consolidation', () => {
  const report = (unitId: string, patch: Partial<ReportToChoose> = {}): ReportToChoose => ({
    reportId: `r-${unitId}`, unitId, unitName: unitId, state: 'accepted', version: 1, number: 1, digest: 'd', submittedAt: new Date(0), ...patch,
  })
  const selection = { cutOff: '2026-05-31', withSubmitted: false, reportIds: null }

  it('are the accepted ones up to the cut-off; of each of the others it is said why it is not in', () => {
    const reports = [
      report('a'),
      report('late', { number: null, digest: null, submittedAt: null }),
      report('waiting', { state: 'submitted' }),
      report('returned', { state: 'returned' }),
      report('none', { state: 'not_started', version: 0, number: null, digest: null, submittedAt: null }),
      report('exempt', { state: 'exempt', version: 0, number: null, digest: null, submittedAt: null }),
    ]
    const { included, missing } = chooseReports(reports, selection)
    expect(included.map(({ unitId }) => unitId)).toEqual(['a'])
    expect(Object.fromEntries(missing.map(({ unitId, why }) => [unitId, why]))).toEqual({ late: 'after_cut_off', waiting: 'not_accepted', returned: 'not_given', none: 'not_given', exempt: 'exempt' })
    expect(askedUnits(included, missing)).toEqual(['a', 'late', 'waiting', 'returned', 'none'])
    expect(chooseReports(reports, { ...selection, withSubmitted: true }).included.map(({ unitId }) => unitId)).toEqual(['a', 'waiting'])
  })

  it('are only those that were chosen, and nobody else is asked', () => {
    const { included, missing } = chooseReports([report('a'), report('b')], { ...selection, reportIds: ['r-b'] })
    expect(included.map(({ unitId }) => unitId)).toEqual(['b'])
    expect(askedUnits(included, missing)).toEqual(['b'])
  })
})
