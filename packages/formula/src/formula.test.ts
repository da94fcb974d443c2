import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check, checkAs } from './check.ts'
import { evaluate, type Sums } from './evaluate.ts'
import { add, decimalOf, exact, exactOf, ZERO } from './exact.ts'
import { figureOf } from './figure.ts'
import { FormulaError } from './formula-error.ts'
import type { MeasureInfo } from './measure.ts'
import { parse } from './parse.ts'
import { print } from './print.ts'
import type { Formula } from './syntax.ts'

const SEX = { sex: ['F', 'M'] }
const list: readonly MeasureInfo[] = [
  { code: 'pupils.enrolled', number: 'count', breakdowns: { ...SEX, ethnicity: ['minority', 'majority'] }, absence: 'unknown' },
  { code: 'pupils.completed', number: 'count', breakdowns: SEX, absence: 'unknown' },
  { code: 'talks.contacts', number: 'contacts', breakdowns: { ...SEX, audience: ['teachers', 'staff', 'pupils'] }, absence: 'unrecorded' },
  { code: 'talks.persons', number: 'persons', breakdowns: SEX, absence: 'unrecorded' },
  { code: 'contest.contacts', number: 'contacts', breakdowns: SEX, absence: 'unrecorded' },
  { code: 'talks.cost', number: 'money', breakdowns: {}, absence: 'unrecorded' },
  { code: 'plans.issued', number: 'count', breakdowns: { until: null }, absence: 'zero' },
  { code: 'hand.D01.yes', number: 'yes_no', breakdowns: {}, absence: 'unknown' },
]
const measures = new Map(list.map((measure) => [measure.code, measure]))

/** Sums by the text of the measure; what is not named was told by nobody. */
function sums(values: Readonly<Record<string, string | number>>, units = 3): Sums {
  return {
    units,
    of: ({ code, filters }) => {
      const value = values[print({ kind: 'measure', code, filters, from: 0, to: 0 })]
      return value === undefined ? { value: null, known: 0, positive: 0 } : { value: String(value), known: 2, positive: Number(value) > 0 ? 1 : 0 }
    },
  }
}

function refusal(text: string): FormulaError {
  try {
    check(parse(text), measures)
  } catch (error) {
    if (error instanceof FormulaError) return error
    throw error
  }
  throw new Error(`${text} was not refused`)
}

const valueOf = (text: string, values: Readonly<Record<string, string | number>>, units = 3) => {
  const outcome = evaluate(parse(text), sums(values, units), measures)
  return outcome.state === 'known' ? decimalOf(outcome.value, 6) : outcome.state
}

describe('reading a formula', () => {
  it.each([
    ['', 'empty', 0, {}],
    ['1 +', 'expected', 3, { expected: 'operand', found: '' }],
    ['pupils.enrolled pupils.completed', 'expected', 16, { expected: 'operator_or_end', found: 'pupils' }],
    ['(1 + 2', 'expected', 6, { expected: 'close_parenthesis' }],
    ['pupils.enrolled[sex F]', 'expected', 20, { expected: 'equals', found: 'F' }],
    ['pupils.enrolled[sex=]', 'expected', 20, { expected: 'filter_value', found: ']' }],
    ['pupils.enrolled[sex=F', 'expected', 21, { expected: 'close_bracket' }],
    ['pupils.enrolled[sex=F, sex=M]', 'filter_twice', 23, { name: 'sex' }],
    ['pupils. / 2', 'expected', 8, { expected: 'name', found: '/' }],
    ['1 % 2', 'unexpected_character', 2, { found: '%' }],
    ['units_whith(plans.issued)', 'unknown_function', 0, { suggestion: 'units_with' }],
    ['units(plans.issued)', 'wrong_arguments', 0, { name: 'units', wanted: '0' }],
    ['units_with()', 'wrong_arguments', 0, { wanted: '1' }],
    [`${'('.repeat(80)}1`, 'too_deep', 61, {}],
  ])('refuses %j with %s at character %d', (text, fault, from, params) => {
    expect(refusal(text)).toMatchObject({ fault, from, params })
  })

  it('takes the signs that people write', () => {
    expect(print(parse('2 × pupils.enrolled ÷ 4 − 1'))).toBe('2 * pupils.enrolled / 4 - 1')
  })

  it('keeps days and ages in filters whole', () => {
    expect(parse('plans.issued[until=03-31]')).toMatchObject({ filters: [{ name: 'until', values: ['03-31'] }] })
    expect(parse('a.b[age_group=6_10|11_14]')).toMatchObject({ filters: [{ values: ['6_10', '11_14'] }] })
  })
})

describe('checking a formula', () => {
  it.each([
    ['pupils.enroled', 'unknown_measure', 0, 14, { suggestion: 'pupils.enrolled' }],
    ['1 * (pupils.enrolled[ses=F])', 'unknown_filter', 21, 24, { suggestion: 'sex', known: 'sex, ethnicity' }],
    ['pupils.enrolled[sex=nu]', 'unknown_filter_value', 16, 22, { value: 'nu', known: 'F, M' }],
    ['talks.contacts + talks.persons', 'kinds_differ', 0, 30, { left: 'contacts', right: 'persons' }],
    ['pupils.enrolled + pupils.completed / pupils.enrolled', 'kinds_differ', 0, 52, { left: 'count', right: 'ratio' }],
    ['pupils.enrolled + 1', 'kinds_differ', 0, 19, { right: 'number' }],
    ['pupils.enrolled * pupils.completed', 'cannot_multiply', 0, 34, {}],
    ['1 / pupils.enrolled', 'cannot_divide', 0, 19, {}],
    ['hand.D01.yes', 'yes_no_alone', 0, 12, {}],
  ])('refuses %j with %s', (text, fault, from, to, params) => {
    expect(refusal(text)).toMatchObject({ fault, from, to, params })
  })

  it.each([
    ['pupils.enrolled[sex=F] / pupils.enrolled', 'ratio'],
    ['1 - pupils.enrolled[sex=F] / pupils.enrolled', 'ratio'],
    ['(pupils.completed[sex=F] / pupils.enrolled[sex=F]) / (pupils.completed[sex=M] / pupils.enrolled[sex=M])', 'ratio'],
    ['talks.contacts + contest.contacts[sex=M]', 'contacts'],
    ['talks.cost / 1000', 'money'],
    ['units_with(hand.D01.yes) / units()', 'ratio'],
    ['units() - units_with(plans.issued)', 'units'],
    ['0.5 * pupils.enrolled', 'count'],
  ])('finds the kind of %j', (text, kind) => {
    expect(check(parse(text), measures)).toBe(kind)
  })

  it('refuses a count where a ratio is wanted', () => {
    expect(() => checkAs(parse('pupils.enrolled'), measures, ['ratio'])).toThrow(expect.objectContaining({ fault: 'other_number_wanted', params: { found: 'count', wanted: 'ratio' } }))
  })
})

describe('evaluating a formula', () => {
  it.each([
    ['a ratio of sums', 'pupils.enrolled[sex=F] / pupils.enrolled', { 'pupils.enrolled[sex=F]': 41, 'pupils.enrolled': 100 }, '0.41'],
    ['a share of nothing as not arisen', 'pupils.completed / pupils.enrolled', { 'pupils.completed': 0, 'pupils.enrolled': 0 }, 'none'],
    ['a register that nobody kept as unknown', 'pupils.completed + pupils.enrolled', { 'pupils.completed': 7 }, 'unknown'],
    ['a share of an unknown whole as unknown', 'pupils.completed / pupils.enrolled', { 'pupils.completed': 7 }, 'unknown'],
    ['what was not recorded as nothing beside what was', 'talks.contacts + contest.contacts', { 'talks.contacts': 30 }, '30'],
    ['nothing recorded at all as unrecorded', 'talks.contacts + contest.contacts', {}, 'unrecorded'],
    ['an unrecorded part of a whole as unrecorded', 'talks.contacts[sex=M] / talks.contacts', { 'talks.contacts': 30 }, 'unrecorded'],
    ['an unrecorded part of nothing as not arisen', 'talks.contacts[sex=M] / talks.contacts', { 'talks.contacts': 0 }, 'none'],
    ['what the system keeps account of as 0', 'plans.issued', {}, '0'],
    ['units with a plan', 'units_with(plans.issued) / units()', { 'plans.issued': 1 }, '0.333333'],
    ['units without any plan as 0', 'units_with(plans.issued) / units()', {}, '0'],
    ['yes of those who told', 'units_with(hand.D01.yes) / units_known(hand.D01.yes)', { 'hand.D01.yes': 1 }, '0.5'],
    ['yes that nobody told as unknown', 'units_with(hand.D01.yes) / units_known(hand.D01.yes)', {}, 'unknown'],
    ['a negative', '-(2 - 5) * 2', {}, '6'],
    ['tenths without drift', '0.1 + 0.2', {}, '0.3'],
  ])('gives %s', (_what, text, values, expected) => {
    expect(valueOf(text, values as Record<string, number>)).toBe(expected)
  })

  it('splits value, part and whole and rounds once, half up', () => {
    const formula = parse('pupils.enrolled[sex=F] / pupils.enrolled')
    const figure = figureOf(formula, sums({ 'pupils.enrolled[sex=F]': 1, 'pupils.enrolled': 16 }), measures, { percent: true, places: 1 })
    expect(figure).toMatchObject({ value: '6.3', part: '1', whole: '16', state: 'known' })
    expect(figure.explained.children.map((child) => child.text)).toEqual(['pupils.enrolled[sex=F]', 'pupils.enrolled'])
  })

  it('adds đồng exactly beyond what a float can hold', () => {
    expect(valueOf('talks.cost', { 'talks.cost': '9007199254740993' })).toBe('9007199254740993')
  })
})

const place = { from: 0, to: 0 }
const word = fc.stringMatching(/^[a-z_][a-z0-9_]{0,6}$/)
const filter = fc.record({ name: word, values: fc.array(fc.oneof(word, fc.constantFrom('6_10', '03-31', 'F')), { minLength: 1, maxLength: 3 }) }).map((made) => ({ ...made, ...place }))
const measureRef = fc.record({ code: fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.')), filters: fc.uniqueArray(filter, { selector: (one) => one.name, maxLength: 3 }) }).map((made) => ({ kind: 'measure' as const, ...made, ...place }))
const anyFormula = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 5 },
    measureRef,
    fc.stringMatching(/^\d{1,4}(\.\d{1,3})?$/).map((text) => ({ kind: 'number' as const, text, ...place })),
    fc.constant({ kind: 'units' as const, name: 'units' as const, measure: null, ...place }),
    measureRef.map((measure) => ({ kind: 'units' as const, name: 'units_with' as const, measure, ...place })),
    tie('formula').map((of) => ({ kind: 'negation' as const, of, ...place })),
    fc.record({ operator: fc.constantFrom('+', '-', '*', '/'), left: tie('formula'), right: tie('formula') }).map((made) => ({ kind: 'operation' as const, ...made, ...place }) as Formula),
  ),
})).formula

function withoutPlaces(formula: Formula): unknown {
  return JSON.parse(JSON.stringify(formula, (key, value: unknown) => (key === 'from' || key === 'to' ? undefined : value)))
}

describe('any formula', () => {
  it('is the same after printing and reading', () => {
    fc.assert(
      fc.property(anyFormula, (formula) => {
        expect(withoutPlaces(parse(print(formula)))).toEqual(withoutPlaces(formula))
      }),
    )
  })

  it('of any text is read, or refused by a FormulaError that points into the text', () => {
    const letters = fc.constantFrom(...'()[]+-*/|=.,:× 019aFẤ_%\u0000😀'.split(''), 'units', 'pupils.enrolled', 'sex', 'F', '[sex=F]')
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.array(letters, { maxLength: 40 }).map((parts) => parts.join('')))
    fc.assert(
      fc.property(texts, (text) => {
        try {
          const formula = parse(text)
          check(formula, measures)
          evaluate(formula, sums({}), measures)
        } catch (error) {
          if (!(error instanceof FormulaError)) throw error
          expect(error.from).toBeGreaterThanOrEqual(0)
          expect(error.to).toBeLessThanOrEqual(text.length)
          expect(error.from).toBeLessThanOrEqual(error.to)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('that divides sums gives, over summed units, the sum of the parts over the sum of the wholes', () => {
    const amount = fc.bigInt(0n, 10n ** 12n)
    const child = fc.record({ women: amount, men: amount, minority: amount })
    fc.assert(
      fc.property(fc.array(child, { minLength: 1, maxLength: 12 }), (children) => {
        const formula = parse('(pupils.enrolled[sex=F] + pupils.completed) / (pupils.enrolled[sex=F] + pupils.enrolled[sex=M] + pupils.completed)')
        const of = (units: typeof children) => {
          const total = (pick: (one: (typeof children)[number]) => bigint) => units.reduce((sum, one) => sum + pick(one), 0n).toString()
          return figureOf(formula, sums({ 'pupils.enrolled[sex=F]': total((one) => one.women), 'pupils.enrolled[sex=M]': total((one) => one.men), 'pupils.completed': total((one) => one.minority) }), measures, { percent: true, places: 1 })
        }
        const alone = children.map((one) => of([one]))
        const part = alone.reduce((sum, figure) => add(sum, exactOf(figure.part!)), ZERO)
        const whole = alone.reduce((sum, figure) => add(sum, exactOf(figure.whole!)), ZERO)
        const together = of(children)
        expect(together.part).toBe(decimalOf(part, 2))
        expect(together.whole).toBe(decimalOf(whole, 2))
        expect(together.value).toBe(whole.top === 0n ? null : decimalOf(exact(part.top * whole.bottom * 100n, part.bottom * whole.top), 1))
        if (whole.top === 0n) expect(together.state).toBe('none')
      }),
    )
  })
})
