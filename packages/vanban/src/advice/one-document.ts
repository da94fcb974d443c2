import { fold } from '../vietnamese.ts'

/** A document as somebody names it: in a citation, in a register, in its own letterhead. */
export interface NamedDocument {
  readonly type: string
  readonly number: string
  readonly symbol: string
  /** A whole day, or null. */
  readonly date: string | null
  readonly issuer: string | null
  readonly title: string | null
}

/** “125/2021” + “NĐ-CP” as “125” + “2021/NĐ-CP”: the number ends at the first stroke, as in a letterhead. */
export function atFirstStroke(number: string, symbol: string): { readonly number: string; readonly symbol: string } {
  const [head = '', ...rest] = `${number}/${symbol}`.split('/')
  return { number: head.trim(), symbol: rest.join('/').trim() }
}

const MOST_KEPT = 4000

/** The same few numbers and titles are compared over and over. */
function remembered<T>(make: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    if (kept.size >= MOST_KEPT) kept.clear()
    const made = make(text)
    kept.set(text, made)
    return made
  }
}

/** “QĐ–BGDĐT” as “qd-bgddt”. */
export const symbolKey = remembered((symbol) => fold(symbol).replace(/\s/g, '').replace(/[–—]/g, '-'))
export const numberKey = remembered((number) => fold(number).replace(/\s/g, '').replace(/^0+(?=\d)/, ''))

export const SAME_TITLE = 0.5

const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\bubnd\b/g, 'uy ban nhan dan'],
  [/\bhdnd\b/g, 'hoi dong nhan dan'],
  [/\bgd ?(?:& ?|va )?dt\b/g, 'giao duc va dao tao'],
  [/\bvstbcpn\b|\bvstbpn\b|\bvi su tien bo cua phu nu\b/g, 'vi su tien bo phu nu'],
  [/\bttg\b/g, 'thu tuong'],
  [/\bbdg\b/g, 'binh dang gioi'],
  [/\bthu tuong chinh phu\b/g, 'thu tuong'],
]

interface Wording {
  readonly words: readonly string[]
  readonly pairs: ReadonlySet<string>
  /** Years that it names; a plan of 2025 is not that of 2026, though all other words are the same. */
  readonly years: readonly string[]
}

const wordingOf = remembered((text): Wording => {
  const words: readonly string[] = SHORT_FORMS.reduce((sum, [short, long]) => sum.replace(short, long), fold(text)).match(/[\p{L}\p{N}]+/gu) ?? []
  return { words, pairs: new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`)), years: words.filter((word) => /^(?:19|20)\d\d$/.test(word)) }
})

/** How much of the shorter text stands in the longer one, 0 to 1, in pairs of neighbouring words; 0 for texts of other years. */
export function shared(left: string, right: string): number {
  const [a, b] = [wordingOf(left), wordingOf(right)]
  if (a.years.length > 0 && b.years.length > 0 && !a.years.some((year) => b.years.includes(year))) return 0
  const [shorter, longer] = a.words.length <= b.words.length ? [a, b] : [b, a]
  if (shorter.pairs.size === 0) return shorter.words.length === 1 && longer.words.includes(shorter.words[0]!) ? 1 : 0
  let common = 0
  for (const pair of shorter.pairs) if (longer.pairs.has(pair)) common += 1
  return common / shorter.pairs.size
}

/** Words that bodies of one rank have in common. */
const RANKS = new Set('uy ban nhan dan hoi dong tinh thanh pho phuong xa quan huyen thi tran va'.split(' '))
const SAME_NAME = 0.6

/** “UBND tỉnh Sông Mơ” and “Ủy ban nhân dân tỉnh”; not the committees of two communes, nor a Ministry and a Department. */
export function isSameIssuer(left: string, right: string): boolean {
  const [a, b] = [wordingOf(left).words, wordingOf(right).words]
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a]
  if (` ${longer.join(' ')} `.includes(` ${shorter.join(' ')} `)) return true
  if (shorter[0] !== longer[0]) return false
  const [own, other] = [shorter, longer].map((words) => words.filter((word) => !RANKS.has(word))) as [string[], string[]]
  if (own.length === 0 || other.length === 0) return shared(left, right) >= SAME_TITLE
  const few = own.length <= other.length ? own : other
  const many = few === own ? other : own
  return few.filter((word) => many.includes(word)).length / few.length >= SAME_NAME
}

/** What is not known contradicts nothing. */
const alike = (left: string | null, right: string | null, least: number): boolean => left === null || right === null || shared(left, right) >= least
const surelyAlike = (left: string | null, right: string | null, least: number): boolean => left !== null && right !== null && shared(left, right) >= least


/** Whether two names mean one document, although a number, symbol or date in them may be wrong. */
export function isOneDocument(a: NamedDocument, b: NamedDocument): boolean {
  const isSameNumber = numberKey(a.number) === numberKey(b.number)
  const isSameSymbol = symbolKey(a.symbol) === symbolKey(b.symbol)
  const isSameDay = a.date !== null && a.date === b.date
  if (isSameNumber && isSameSymbol) return agreeUnderOneNumber(a, b, isSameDay)
  if (isSameSymbol && isSameDay) {
    // Two decisions of one day may be about the same thing in two classes or two years.
    return (a.issuer === null || b.issuer === null || isSameIssuer(a.issuer, b.issuer)) && surelyAlike(a.title, b.title, differInOneDigit(a.number, b.number) ? 0.55 : 0.85)
  }
  if (isSameNumber && fold(a.type) === fold(b.type)) {
    if (isSameDay) return isReordered(a.symbol, b.symbol) || alike(a.title, b.title, 0.55)
    return (a.date === null || b.date === null) && isReordered(a.symbol, b.symbol) && alike(a.title, b.title, SAME_TITLE)
  }
  return false
}

function agreeUnderOneNumber(a: NamedDocument, b: NamedDocument, isSameDay: boolean): boolean {
  // Bodies of one rank share symbols: 16/KH-UBND of two communes are two plans.
  const isOneIssuer = (a.issuer === null || b.issuer === null || isSameIssuer(a.issuer, b.issuer))
  if (isSameDay) return isOneIssuer || surelyAlike(a.title, b.title, 0.85)
  if (a.date === null || b.date === null) return isOneIssuer && alike(a.title, b.title, SAME_TITLE)
  // A symbol with its year is given once.
  if (/^\d{4}\//.test(a.symbol)) return isOneIssuer
  if (a.date.slice(0, 4) === b.date.slice(0, 4)) return isOneIssuer && alike(a.title, b.title, SAME_TITLE)
  return a.date.slice(5) === b.date.slice(5) && isOneIssuer && surelyAlike(a.title, b.title, 0.6)
}

const partsOf = (symbol: string): string => symbolKey(symbol).split(/[-/]/).toSorted().join(' ')

/** “KH-UBND” and “UBND-KH”. */
const isReordered = (left: string, right: string): boolean => partsOf(left) === partsOf(right)

/** 283 and 383, 605 and 650: one slip of the hand. */
function differInOneDigit(left: string, right: string): boolean {
  const [a, b] = [numberKey(left), numberKey(right)]
  if (a.length !== b.length) return false
  const differing = [...a].filter((sign, at) => sign !== b[at]).length
  return differing === 1 || (differing === 2 && [...a].toSorted().join('') === [...b].toSorted().join(''))
}
