import { checkAs } from '@songhanh/formula/check'
import { FormulaError } from '@songhanh/formula/formula-error'
import { parse } from '@songhanh/formula/parse'
import { print } from '@songhanh/formula/print'
import { measuresOf } from '@songhanh/formula/syntax'
import { describe, expect, it } from 'vitest'
import { createProduct } from '#app/product.ts'
import { formulaFor } from '../model/formula-of.ts'
import { handField, measuresForFormulas } from '../model/measures.ts'
import { CATALOGUE } from './catalogue.ts'

const product = createProduct()
const measures = measuresForFormulas(product.measures, CATALOGUE)

describe('the catalogue', () => {
  it('has 67 indicators, each code once a version', () => {
    expect(new Set(CATALOGUE.map(({ code }) => code)).size).toBe(67)
    expect(new Set(CATALOGUE.map(({ code, version }) => `${code}.${version}`)).size).toBe(CATALOGUE.length)
    const perGroup = Object.fromEntries(['A', 'B', 'C', 'D', 'E', 'F'].map((group) => [group, CATALOGUE.filter(({ code }) => code.startsWith(group)).length]))
    expect(perGroup).toEqual({ A: 17, B: 16, C: 11, D: 11, E: 8, F: 4 })
  })

  it.each(CATALOGUE.map((definition) => [definition.code, definition] as const))('%s has a formula that the measures of the product carry', (_code, definition) => {
    const refs = measuresOf(parse(definition.formula))
    expect(refs.length).toBeGreaterThan(0)
    expect(() => formulaFor(definition.formula, definition.unit, measures)).not.toThrow()
    expect(print(parse(print(parse(definition.formula))))).toBe(print(parse(definition.formula)))
  })

  it('enters by hand what no module counts, and nothing else', () => {
    for (const { code, formula, hand } of CATALOGUE) {
      const fields = measuresOf(parse(formula)).flatMap((ref) => handField(ref.code) ?? [])
      expect(fields.every((field) => field.code === code), code).toBe(true)
      expect(fields.length > 0, code).toBe(hand !== null)
    }
  })

  it('would be refused where a formula mixes kinds', () => {
    expect(() => checkAs(parse('hand.A01.yes'), measures, ['ratio'])).toThrow(FormulaError)
  })

  it('names everything in both languages', () => {
    for (const { code, name, source, hand } of CATALOGUE) {
      const words = [name.vi, name.en, source, ...(hand && 'part' in hand ? [hand.part.vi, hand.part.en] : []), ...(hand && 'whole' in hand ? [hand.whole.vi, hand.whole.en] : [])]
      expect(words.every((word) => word.trim().length > 2), code).toBe(true)
    }
  })
})
