import { describe, expect, test } from 'vitest'
import { aReading } from './a-reading.ts'
import { headOf, issuerKeys, lessonsOf, takenBack, withHabits, type Habit } from './habits.ts'

const read = aReading({ issuer: 'SỞ GIÁO DUC VÀ ĐÀO TẠO SÔNG MƠ', symbol: 'KH-SGDDT', parentIssuer: null })
const right = aReading()

/** What is remembered after the first document was corrected. */
const habits = lessonsOf(headOf(read), headOf(right)).map((lesson, at): Habit => ({ ...lesson, id: `h${at}`, issuerKeys: issuerKeys(headOf(read), headOf(right)) }))

describe('what a person corrected', () => {
  test('is learned field by field, of a symbol the letters of the issuer', () => {
    expect(habits.map(({ field, found, corrected }) => [field, found, corrected])).toEqual([
      ['header.issuer', 'SỞ GIÁO DUC VÀ ĐÀO TẠO SÔNG MƠ', 'SỞ GIÁO DỤC VÀ ĐÀO TẠO SÔNG MƠ'],
      ['header.parentIssuer', null, 'UBND TỈNH SÔNG MƠ'],
      ['header.symbol', 'SGDDT', 'SGDĐT'],
    ])
    expect(lessonsOf(headOf(right), headOf(right))).toEqual([])
  })

  test('is put right in the issuer’s next document, whatever its type', () => {
    const next = { ...read, header: { ...read.header, docType: 'Báo cáo', symbol: 'BC-SGDDT', number: '7' } }
    const { reading, applied } = withHabits(next, habits)
    expect(reading.header).toMatchObject({ issuer: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO SÔNG MƠ', parentIssuer: 'UBND TỈNH SÔNG MƠ', symbol: 'BC-SGDĐT', number: '7' })
    expect(applied.map(({ field, from, to }) => [field, from, to])).toContainEqual(['header.symbol', 'BC-SGDDT', 'BC-SGDĐT'])
  })

  test('leaves alone what was read otherwise, and other issuers', () => {
    expect(withHabits(right, habits).applied).toEqual([])
    expect(withHabits(aReading({ issuer: 'TRƯỜNG THPT MẪU', symbol: 'KH-SGDDT' }), habits).applied).toEqual([])
    expect(withHabits(aReading({ issuer: null }), habits).applied).toEqual([])
  })

  test('and then put back is taken back', () => {
    const { applied } = withHabits(read, habits)
    expect(takenBack(applied, headOf(right))).toEqual([])
    expect(takenBack(applied, headOf(aReading({ symbol: 'KH-SGDDT' }))).map(({ field }) => field)).toEqual(['header.symbol'])
  })
})
