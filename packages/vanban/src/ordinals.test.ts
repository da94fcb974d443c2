import { expect, test } from 'vitest'
import { letterOf, romanOf } from './ordinals.ts'

test('sections count in Roman numerals, as far as those go', () => {
  expect([1, 4, 9, 14, 40, 90, 400, 1994, 3999].map(romanOf)).toEqual(['I', 'IV', 'IX', 'XIV', 'XL', 'XC', 'CD', 'MCMXCIV', 'MMMCMXCIX'])
  expect([0, -3, 32_767].map(romanOf)).toEqual(['', '', 'MMMCMXCIX'])
})

test('points count in the letters of the Vietnamese alphabet, then again with a digit', () => {
  expect(Array.from({ length: 23 }, (_, index) => letterOf(index + 1)).join(' ')).toBe('a b c d đ e g h i k l m n o p q r s t u v x y')
  expect([24, 25, 46].map(letterOf)).toEqual(['a1', 'b1', 'y1'])
})
