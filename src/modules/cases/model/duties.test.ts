import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AGES, dutiesOf, LEGAL_TAGS, type CaseFacts } from './duties.ts'
import { ANSWERS, SAFETY_LEVELS, SAFETY_QUESTIONS, safetyLevel, type SafetyAnswers } from './safety.ts'

const unknown: CaseFacts = { tags: [], age: 'unknown', isSexual: false, level: null, byCarer: null }
const any = fc.record({
  tags: fc.subarray([...LEGAL_TAGS]),
  age: fc.constantFrom(...AGES),
  isSexual: fc.boolean(),
  level: fc.constantFrom(null, ...SAFETY_LEVELS),
  byCarer: fc.constantFrom(null, true, false),
})

describe('the guide of duties', () => {
  it('is the strictest while nothing is known', () => {
    const { duties, bans } = dutiesOf(unknown)
    expect(duties).toContain('tell_child')
    expect(bans).toEqual(expect.arrayContaining(['no_mediation', 'no_parent_notice', 'no_disclosure', 'no_delay']))
  })

  it('never offers the family where the carer may do harm, and never mediation in sexual abuse or violence against a child', () => {
    fc.assert(fc.property(any, (facts) => {
      const { duties, bans } = dutiesOf(facts)
      if (facts.byCarer !== false || facts.tags.includes('domestic_violence')) expect(duties).not.toContain('tell_family')
      expect(duties.includes('tell_family') && bans.includes('no_parent_notice')).toBe(false)
      if (facts.isSexual || facts.tags.includes('child_abuse')) expect(bans).toContain('no_mediation')
      if (facts.age === 'under_16' && (facts.tags.includes('school_violence') || facts.tags.includes('domestic_violence'))) expect(bans).toContain('no_mediation')
      if (facts.tags.includes('child_abuse')) expect(duties).toContain('tell_child')
      if (facts.level === 'emergency') expect(duties[0]).toBe('emergency')
    }))
  })

  it('always names at least one act, whatever violence it is', () => {
    fc.assert(fc.property(any.filter(({ tags }) => tags.length > 0), (facts) => {
      expect(dutiesOf(facts).duties.length).toBeGreaterThan(0)
    }))
  })
})

describe('safety', () => {
  const all = (answer: 'yes' | 'no' | 'unknown') => Object.fromEntries(SAFETY_QUESTIONS.map((question) => [question, answer])) as unknown as SafetyAnswers
  it('is an emergency for a threat, an injury, self-harm or a carer who does it', () => {
    for (const question of ['threat', 'injury', 'self_harm', 'carer'] as const) expect(safetyLevel({ ...all('no'), [question]: 'yes' })).toBe('emergency')
    expect(safetyLevel(all('unknown'))).toBe('high')
    expect(safetyLevel({ ...all('no'), no_place: 'yes' })).toBe('high')
    expect(safetyLevel(all('no'))).toBe('watch')
  })

  it('never falls when an answer gets worse', () => {
    const worse = { no: 0, unknown: 1, yes: 2 }
    const rank = { watch: 0, high: 1, emergency: 2 }
    const answers = fc.record(Object.fromEntries(SAFETY_QUESTIONS.map((question) => [question, fc.constantFrom(...ANSWERS)]))) as fc.Arbitrary<SafetyAnswers>
    fc.assert(fc.property(answers, fc.constantFrom(...SAFETY_QUESTIONS), fc.constantFrom(...ANSWERS), (given, question, answer) => {
      if (worse[answer] < worse[given[question]]) return
      expect(rank[safetyLevel({ ...given, [question]: answer })]).toBeGreaterThanOrEqual(rank[safetyLevel(given)])
    }))
  })
})
