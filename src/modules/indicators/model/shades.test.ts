import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PROVINCES } from '#core/units/model/provinces.ts'
import { ARCHIPELAGOS, PROVINCE_TILES } from '../reference/province-tiles.ts'
import { classesOf, classOf } from './shades.ts'

test('figures fall into classes on round numbers', () => {
  expect(classesOf([52.1, 55, 71.3, 91])).toEqual([48, 56, 64, 72, 80])
  expect(classesOf([0, 3])).toEqual([0, 1, 2, 3, 4])
  expect(classesOf([])).toBeNull()
})

test('figures over the whole range use the darkest shade as well', () => {
  const classes = classesOf([21, 40, 79])!
  expect(classes).toEqual([15, 30, 45, 60, 75])
  expect([21, 79].map((value) => classOf(value, classes))).toEqual([0, 4])
})

test('the same figure everywhere is one class', () => {
  expect(classOf(41, classesOf([41, 41, 41])!)).toBe(0)
})

test('any figure has a class, and no smaller figure a darker one', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 34 }), (values) => {
      const classes = classesOf(values)!
      const found = [...values].sort((a, b) => a - b).map((value) => classOf(value, classes))
      expect(found.every((at) => at >= 0 && at < 5)).toBe(true)
      expect(found).toEqual([...found].sort((a, b) => a - b))
    }),
  )
})

test('every province of today has a tile of its own, and both archipelagos stand beside theirs', () => {
  expect(Object.keys(PROVINCE_TILES).sort()).toEqual(Object.keys(PROVINCES).sort())
  expect(new Set(Object.values(PROVINCE_TILES).map(String)).size).toBe(34)
  for (const { province, place } of ARCHIPELAGOS) {
    expect(PROVINCES[province]).toBeDefined()
    expect(Object.values(PROVINCE_TILES).every(([column, row]) => Math.abs(row - place[1]) >= 1 || column <= place[0] - 1)).toBe(true)
  }
})
