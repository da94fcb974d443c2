import { describe, expect, it } from 'vitest'
import { figurePlaces, partsOf, sectionsOf, type Form } from '../model/form.ts'
import { forms } from './all.ts'

describe.each(Object.entries(forms))('the form %s', (code, given) => {
  const form: Form = given

  it('is filed under its own code', () => {
    expect(form.code).toBe(code)
  })

  it('names every part and every figure once', () => {
    const parts = partsOf(form).map(({ key }) => key)
    const places = figurePlaces(form).map(({ key }) => key)
    expect(new Set(parts).size).toBe(parts.length)
    expect(new Set(places).size).toBe(places.length)
    expect(parts.join('')).not.toMatch(/[/#]/)
  })

  it('numbers its sections without a gap', () => {
    const numbers = sectionsOf(form.sections).map(({ number }) => number)
    expect(numbers[0]).toBe('1')
    expect(numbers).toHaveLength(new Set(numbers).size)
  })

  it('adds up only what it has: parts of a sum are rows with the same columns', () => {
    for (const part of partsOf(form)) {
      if (part.kind !== 'table') continue
      const rows = new Map(part.table.rows.map((row) => [row.key, row]))
      const columns = new Set(part.table.columns.map((column) => column.key))
      for (const row of part.table.rows) {
        for (const key of row.sumOf ?? []) expect(rows.get(key)?.only).toEqual(row.only)
        for (const key of row.only ?? []) expect(columns).toContain(key)
      }
      for (const { share } of part.table.columns) if (share) expect(columns).toEqual(new Set([...columns, share.part, share.whole]))
    }
  })
})

describe('a figure', () => {
  it('has the same code in every form that asks for it', () => {
    const codeOf = (form: Form, key: string) => figurePlaces(form).find((place) => place.key === key)?.code
    expect(codeOf(forms.half_year, 'b10/pupils/female')).toBe('communication.contacts[sex=F;audience=pupils]')
    expect(codeOf(forms.year, 'b10/pupils/female')).toBe(codeOf(forms.half_year, 'b10/pupils/female'))
    expect(codeOf(forms.half_year, 'b15/budget/spent')).toBe('B15.budget.spent')
  })
})
