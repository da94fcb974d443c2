import { describe, expect, it } from 'vitest'
import { isAsked, type Candidate } from './audience.ts'

const school: Candidate = { unitId: 'a', level: 'school', schoolLevels: ['primary', 'lower_secondary'], form: 'ordinary', ownership: 'public' }
const commune: Candidate = { unitId: 'b', level: 'commune', schoolLevels: [], form: null, ownership: null }

describe('whom a round asks', () => {
  it('asks a school of several levels when one of them is asked', () => {
    expect(isAsked({ by: 'kind', levels: ['school'], schoolLevels: ['lower_secondary'] }, school)).toBe(true)
    expect(isAsked({ by: 'kind', levels: ['school'], schoolLevels: ['upper_secondary'] }, school)).toBe(false)
  })

  it('does not hold kinds of schools against a commune', () => {
    expect(isAsked({ by: 'kind', levels: ['school', 'commune'], schoolLevels: ['upper_secondary'], ownership: ['public'] }, commune)).toBe(true)
    expect(isAsked({ by: 'kind', levels: ['school'] }, commune)).toBe(false)
  })

  it('asks those of a list alone', () => {
    expect(isAsked({ by: 'list', unitIds: ['b'] }, commune)).toBe(true)
    expect(isAsked({ by: 'list', unitIds: ['b'] }, school)).toBe(false)
  })

  it('leaves out what is private when public schools are asked, and boarding schools when ordinary ones are', () => {
    expect(isAsked({ by: 'kind', levels: ['school'], ownership: ['private'] }, school)).toBe(false)
    expect(isAsked({ by: 'kind', levels: ['school'], forms: ['boarding'] }, school)).toBe(false)
  })
})
