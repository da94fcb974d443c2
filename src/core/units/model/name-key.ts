import { foldVietnamese } from '#platform/i18n/search.ts'

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/**
 * A name for comparison between official lists: case, blanks, apostrophes, and where in the syllable the tone stands do
 * not count; the tone itself and the other marks do: Hoá = Hòa is false, Hoá = Hóa is true.
 */
export function nameKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/['’`´‘]/g, '')
    .split(/[\s\-–.]+/)
    .filter(Boolean)
    .map(syllableKey)
    .join(' ')
}

function syllableKey(syllable: string): string {
  const letters = syllable.normalize('NFD')
  const tone = letters.match(TONES)?.join('') ?? ''
  return letters.replace(TONES, '').normalize('NFC') + tone
}

/**
 * A name without anything in which two spellings of a minority language's name differ: marks, blanks, hyphens, y for i,
 * and the short form of “nông trường”.
 */
export function looseKey(name: string): string {
  return foldVietnamese(name)
    .replace(/^n\.?t\.? /, 'nong truong ')
    .replace(/[^a-z0-9]/g, '')
    .replace(/y/g, 'i')
}

/** How many letters must be put in, taken out or replaced to make `a` out of `b`. */
export function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [row, letter] of [...a].entries()) {
    const current = [row + 1]
    for (let at = 1; at <= b.length; at++) {
      current.push(Math.min(above[at]! + 1, current[at - 1]! + 1, above[at - 1]! + (letter === b[at - 1] ? 0 : 1)))
    }
    above = current
  }
  return above[b.length]!
}
