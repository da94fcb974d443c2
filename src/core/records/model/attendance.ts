import { foldVietnamese } from '#platform/i18n/search.ts'
import type { Audience, Ethnicity, Sex } from './kind.ts'
import type { Attendee } from './record.ts'

const SEX_WORDS: Readonly<Record<string, Sex>> = { nu: 'F', female: 'F', f: 'F', gai: 'F', nam: 'M', male: 'M', m: 'M', trai: 'M' }

/**
 * Names as they were pasted or typed: one person a line, columns by tab, semicolon or comma in any order of sex, people
 * and class; a leading number is dropped. Who is Kinh is of the majority, every other people named is a minority.
 *
 * @param audience  whom the list is of
 */
export function parseAttendance(text: string, audience: Audience): Attendee[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*\d+\s*[.)\t;,-]\s*/, '').trim())
    .filter((line) => line !== '' && !/^(stt|tt|ho va ten|ho ten)\b/.test(foldVietnamese(line)))
    .map((line) => attendeeOf(line.split(/[\t;,]/).map((cell) => cell.trim()).filter(Boolean), audience))
    .filter(({ fullName }) => /\p{L}/u.test(fullName))
}

/** `nữ`, `Nam`, `F` …; null for any other word. */
export function sexIn(text: string): 'F' | 'M' | null {
  const found = SEX_WORDS[foldVietnamese(text)]
  return found === 'F' || found === 'M' ? found : null
}

/** Kinh is the majority; any other people by its name, or `DTTS`, a minority; null for any other word. */
export function ethnicityIn(text: string): 'majority' | 'minority' | null {
  const folded = foldVietnamese(text).replace(/^dan toc (?!thieu so)/, '')
  if (folded === 'kinh') return 'majority'
  return PEOPLES.has(folded) ? 'minority' : null
}

function attendeeOf([fullName = '', ...rest]: readonly string[], audience: Audience): Attendee {
  let sex: Sex = ''
  let ethnicity: Ethnicity = ''
  const others: string[] = []
  for (const cell of rest) {
    const [foundSex, foundEthnicity] = [sexIn(cell), ethnicityIn(cell)]
    if (foundSex && sex === '') sex = foundSex
    else if (foundEthnicity) ethnicity = foundEthnicity
    else others.push(cell)
  }
  return { fullName: fullName.slice(0, 200), audience, sex, ageGroup: '', ethnicity, group: others.join(', ').slice(0, 200) || null }
}

/** Names of the ethnic minorities that lists in schools use most, folded. */
const PEOPLES = new Set([
  'dtts', 'dan toc thieu so', 'tay', 'thai', 'muong', 'khmer', 'khmer nam bo', 'kho me', 'mong', "h'mong", 'hmong', 'nung', 'dao', 'hoa', 'gia rai', 'jrai',
  'e de', 'ba na', 'xo dang', 'san chay', 'san diu', 'cham', 'co ho', "k'ho", 'hre', 'mnong', 'raglai', 'ra glai', 'xtieng', 'stieng', 'bru van kieu', 'van kieu',
  'tho', 'giay', 'co tu', 'gie trieng', 'ma', 'kho mu', 'co', 'ta oi', 'cho ro', 'khang', 'xinh mun', 'ha nhi', 'chu ru', 'lao', 'la chi', 'la ha', 'phu la',
  'la hu', 'lu', 'lo lo', 'chut', 'mang', 'pa then', 'co lao', 'cong', 'bo y', 'si la', 'pu peo', 'brau', 'o du', 'ro mam', 'ngai',
])
