import type { PlainDate } from '#platform/clock.ts'
import type { Observance, ObservanceCode } from '../contract.ts'
import type { Certainty } from '../reference/observances.ts'

/** An observance of the nation's list. `MM-DD`. */
export interface National {
  readonly code: ObservanceCode
  readonly name: string
  readonly nameEn: string
  readonly fromDay: string
  readonly toDay: string
  readonly certainty: Certainty
  readonly source: string
  /** Of the year in question. */
  readonly theme: string | null
  readonly themeSource: string | null
}

/** The word of a unit at some distance above the unit that asks: 0 is the unit itself. */
export interface Word {
  readonly id: string
  readonly unitId: string
  readonly distance: number
  readonly code: string | null
  readonly year: number | null
  readonly name: string
  readonly fromDay: string
  readonly toDay: string
  readonly theme: string | null
  readonly dropped: boolean
  readonly certainty: Certainty
  readonly source: string
}

/**
 * The observances of `year` as they hold for a unit, by day. Of several words on the same observance that of the nearest
 * unit holds, and of one unit's words the one for this year. What is not kept comes marked, so that it can be taken back.
 */
export function observancesOf(year: number, national: readonly National[], words: readonly Word[]): Observance[] {
  const holding = words.filter((word) => word.year === null || word.year === year).sort((a, b) => a.distance - b.distance || Number(a.year === null) - Number(b.year === null))
  const changed = new Map<string, Word>()
  for (const word of holding) if (word.code !== null && !changed.has(word.code)) changed.set(word.code, word)
  const all = national.map((row) => {
    const word = changed.get(row.code)
    return word ? fromWord(year, word, row) : fromNation(year, row)
  })
  const own = holding.filter(({ code }) => code === null).map((word) => fromWord(year, word))
  return [...all, ...own].sort((a, b) => a.from.localeCompare(b.from) || b.to.localeCompare(a.to) || a.name.localeCompare(b.name, 'vi'))
}

function fromNation(year: number, row: National): Observance {
  return {
    code: row.code,
    changeId: null,
    byUnitId: null,
    thisYearOnly: false,
    name: row.name,
    nameEn: row.nameEn,
    from: dayIn(year, row.fromDay),
    to: dayIn(year, row.toDay),
    theme: row.theme,
    themeSource: row.themeSource,
    isCertain: row.certainty === 'stated',
    source: row.source,
    dropped: false,
  }
}

function fromWord(year: number, word: Word, row?: National): Observance {
  return {
    code: row?.code ?? null,
    changeId: word.id,
    byUnitId: word.unitId,
    thisYearOnly: word.year !== null,
    name: word.name,
    nameEn: row && row.name === word.name ? row.nameEn : null,
    from: dayIn(year, word.fromDay),
    to: dayIn(year, word.toDay),
    theme: word.theme ?? row?.theme ?? null,
    // What the word itself stands on is its source; another's theme keeps its own.
    themeSource: word.theme ? null : (row?.themeSource ?? null),
    isCertain: word.certainty === 'stated',
    source: word.source,
    dropped: word.dropped,
  }
}

/** `MM-DD` of a year; 29 February is the 28th where there is none. */
export function dayIn(year: number, monthDay: string): PlainDate {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return `${year}-${monthDay === '02-29' && !isLeap ? '02-28' : monthDay}`
}
