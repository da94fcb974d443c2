import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkBook } from './check-book.ts'
import type { ClassRow, Numbers } from './columns.ts'
import { gradeInName, gradesOf, levelOfGrade } from './grades.ts'
import { readCount } from './read-count.ts'
import { schoolYearOf, usualDay } from './school-year.ts'
import { sumOf } from './totals.ts'

const row = (numbers: Numbers, more: Partial<ClassRow> = {}): ClassRow => ({ id: 'a', grade: '6', name: '6A', numbers, ...more })
const codes = (kind: 'start' | 'end', ...classes: ClassRow[]) => checkBook(kind, classes, []).map(({ column, code }) => `${column} ${code}`)

describe('the numbers of a class', () => {
  it('agree for every class that can exist', () => {
    const pupils = fc.array(fc.record({ isFemale: fc.boolean(), isMinority: fc.boolean(), isDue: fc.boolean(), completes: fc.boolean() }), { maxLength: 45 })
    fc.assert(
      fc.property(pupils, (all) => {
        const count = (is: (pupil: (typeof all)[number]) => boolean) => all.filter(is).length
        const crossed = (group: string, is: (pupil: (typeof all)[number]) => boolean) => ({
          [group]: count(is),
          [`${group}Female`]: count((pupil) => is(pupil) && pupil.isFemale),
          [`${group}Minority`]: count((pupil) => is(pupil) && pupil.isMinority),
          [`${group}MinorityFemale`]: count((pupil) => is(pupil) && pupil.isFemale && pupil.isMinority),
        })
        const numbers = { ...crossed('enrolled', () => true), ...crossed('due', (pupil) => pupil.isDue), ...crossed('completed', (pupil) => pupil.isDue && pupil.completes) }
        expect(codes('end', row(numbers))).toEqual([])
      }),
      { seed: 20_261_125 },
    )
  })

  it('are refused where a part is larger than its whole', () => {
    expect(codes('start', row({ enrolled: 30, enrolledFemale: 31 }))).toEqual(['enrolledFemale above_whole'])
    expect(codes('start', row({ enrolled: 30, enrolledMinority: 31 }))).toEqual(['enrolledMinority above_whole'])
    expect(codes('start', row({ enrolled: 30, disabled: 31 }))).toEqual(['disabled disabled_above'])
    expect(codes('start', row({ enrolled: 30, enrolledFemale: 10, enrolledMinority: 12, enrolledMinorityFemale: 11 }))).toEqual(['enrolledMinorityFemale minority_female_above'])
  })

  it('are refused where girls and minority pupils together are more than the class', () => {
    expect(codes('start', row({ enrolled: 30, enrolledFemale: 20, enrolledMinority: 20, enrolledMinorityFemale: 9 }))).toEqual(['enrolledMinorityFemale minority_female_below'])
    expect(codes('start', row({ enrolled: 30, enrolledFemale: 20, enrolledMinority: 20, enrolledMinorityFemale: 10 }))).toEqual([])
  })

  it('are refused where more boys completed than were due, though the total agrees', () => {
    expect(codes('end', row({ enrolled: 30, due: 30, dueFemale: 20, completed: 25, completedFemale: 10 }))).toEqual(['completed completed_above'])
  })

  it('may be unknown, but a part is not told without its total', () => {
    expect(codes('end', row({ enrolled: 30 }))).toEqual([])
    expect(codes('end', row({ enrolled: 30, dueFemale: 3 }))).toEqual(['due whole_missing'])
    expect(codes('start', row({}))).toEqual(['enrolled enrolled_missing'])
  })

  it('belong to a class with a grade and a name of its own', () => {
    expect(codes('start', row({ enrolled: 1 }), row({ enrolled: 1 }, { id: 'b', name: '6a' }))).toEqual(['name name_twice', 'name name_twice'])
    expect(codes('start', row({ enrolled: 1 }, { grade: '', name: '' }))).toEqual(['name name_missing', 'grade grade_missing'])
    expect(codes('start')).toEqual(['null no_class'])
  })
})

describe('what is typed', () => {
  it.each([
    ['', null], [' 42 ', 42], ['1.234', 1234], ['0', 0], ['12,0', 12], ['-3', 'negative'], ['2,5', 'decimal'], ['2.5', 'decimal'], ['1000000000000', 'too_large'],
    ['mười', 'not_a_number'], ['12a', 'not_a_number'], ['1e3', 'not_a_number'], ['=A1', 'not_a_number'],
  ])('“%s” is %s', (typed, read) => {
    expect(readCount(typed)).toBe(read)
  })
})

describe('grades and years', () => {
  it('are read from the name of a class', () => {
    expect(['6A1', 'Lớp 10 Toán', '12', 'Mầm', '2026A'].map(gradeInName)).toEqual(['6', '10', '12', null, null])
  })

  it('follow the levels of the school', () => {
    expect(gradesOf(['upper_secondary'])).toEqual(['10', '11', '12'])
    expect(levelOfGrade('age5')).toBe('kindergarten')
    expect(levelOfGrade('')).toBeNull()
  })

  it('turn in August; the usual day lies in the school year', () => {
    expect([schoolYearOf('2026-07-31'), schoolYearOf('2026-08-01')]).toEqual([2025, 2026])
    expect([usualDay(2026, { month: 9, day: 30 }), usualDay(2026, { month: 5, day: 31 })]).toEqual(['2026-09-30', '2027-05-31'])
  })

  it('add what is known; what nobody knows stays unknown', () => {
    const sums = sumOf([row({ enrolled: 30, enrolledFemale: null }), row({ enrolled: 12 })])
    expect([sums.enrolled, sums.enrolledFemale]).toEqual([42, null])
  })
})
