import { check, checkAs, type Measures } from '@songhanh/formula/check'
import type { FormulaKind } from '@songhanh/formula/measure'
import { FormulaError } from '@songhanh/formula/formula-error'
import { parse } from '@songhanh/formula/parse'
import { measuresOf, type Formula } from '@songhanh/formula/syntax'
import type { UnitOfMeasure } from './definition.ts'
import { handField, UNTIL } from './measures.ts'

/** Kinds of numbers that can be written in a unit. */
const KINDS: Readonly<Record<UnitOfMeasure, readonly FormulaKind[]>> = {
  percent: ['ratio'],
  index: ['ratio'],
  score: ['ratio', 'score'],
  count: ['count', 'units'],
  contacts: ['contacts'],
  persons: ['persons', 'count'],
  money: ['money'],
}

/** Reads a formula and checks it for an indicator in this unit. @throws FormulaError */
export function formulaFor(text: string, unit: UnitOfMeasure, measures: Measures): Formula {
  const formula = parse(text)
  check(formula, measures)
  for (const { filters } of measuresOf(formula)) {
    const until = filters.find((filter) => filter.name === UNTIL)
    if (until && (until.values.length !== 1 || !isDayOfYear(until.values[0]!))) {
      throw new FormulaError('unknown_filter_value', until, { filter: UNTIL, value: until.values.join('|'), suggestion: '', known: '03-31' })
    }
  }
  checkAs(formula, measures, KINDS[unit])
  return formula
}

function isDayOfYear(text: string): boolean {
  const found = /^(\d\d)-(\d\d)$/.exec(text)
  if (!found) return false
  const [month, day] = [Number(found[1]), Number(found[2])]
  return new Date(Date.UTC(2024, month - 1, day)).getUTCMonth() === month - 1 && day > 0
}

/** Whether figures that people entered go into it: they are marked so wherever it is shown. */
export function isByHand(formula: Formula): boolean {
  return measuresOf(formula).some(({ code }) => handField(code) !== null)
}
