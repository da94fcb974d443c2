import { describe, expect, it } from 'vitest'
import { LEVELS } from '#core/units/model/unit.ts'
import { mayHandOut } from './hand-out.ts'
import { ROLES } from './roles.ts'

describe('handing out roles', () => {
  it('never makes an officer of a superior level in a unit below', () => {
    const order = { ministry_officer: 'ministry', department_officer: 'department', commune_officer: 'commune' } as const
    for (const giver of ROLES) {
      for (const relation of ['own', 'below'] as const) {
        for (const [role, level] of Object.entries(order)) {
          const elsewhere = LEVELS.filter((at) => at !== level)
          expect(elsewhere.filter((at) => mayHandOut(giver, relation, role as keyof typeof order, at))).toEqual([])
        }
      }
    }
  })

  it('lets a principal give every role of the school but the own one', () => {
    const given = ROLES.filter((role) => mayHandOut('principal', 'own', role, 'school'))
    expect(given).toEqual(['committee_head', 'committee_secretary', 'member', 'clerk', 'teacher', 'communicator', 'content_reviewer', 'case_handler', 'administrator'])
  })

  it('lets a superior officer name the principal, but nobody in the own unit', () => {
    expect(mayHandOut('department_officer', 'below', 'principal', 'school')).toBe(true)
    expect(mayHandOut('commune_officer', 'below', 'principal', 'school')).toBe(true)
    expect(ROLES.filter((role) => mayHandOut('department_officer', 'own', role, 'department'))).toEqual([])
  })

  it('lets an administrator name officers of the own level', () => {
    expect(mayHandOut('administrator', 'own', 'department_officer', 'department')).toBe(true)
    expect(mayHandOut('administrator', 'own', 'ministry_officer', 'department')).toBe(false)
  })

  it.each(['teacher', 'member', 'clerk', 'committee_head', 'committee_secretary', 'communicator', 'content_reviewer', 'case_handler', 'inspector'] as const)(
    'lets a %s give nothing at all',
    (giver) => {
      const given = LEVELS.flatMap((level) => ROLES.filter((role) => mayHandOut(giver, 'own', role, level) || mayHandOut(giver, 'below', role, level)))
      expect(given).toEqual([])
    },
  )
})
