/**
 * The letters that number points, in the order of the Vietnamese alphabet: with `đ`, without f, j, w, z.
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I: điểm dùng chữ cái tiếng Việt theo thứ tự bảng chữ cái
 */
export const POINT_LETTERS = 'abcdđeghiklmnopqrstuvxy'

const NUMERALS = [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']] as const

/** A whole number from 1 to 3999 in Roman numerals: 4 → `IV`. Empty for 0 and less; larger ones are written as 3999. */
export function romanOf(value: number): string {
  let rest = Math.min(Math.max(value, 0), 3999)
  let result = ''
  for (const [worth, numeral] of NUMERALS) {
    result += numeral.repeat(Math.floor(rest / worth))
    rest %= worth
  }
  return result
}

/** The letter of a point by its order from 1: 5 → `đ`; after the 23rd `a1`, `b1` … */
export function letterOf(order: number): string {
  const round = Math.floor((order - 1) / POINT_LETTERS.length)
  return `${POINT_LETTERS.charAt((order - 1) % POINT_LETTERS.length)}${round === 0 ? '' : round}`
}
