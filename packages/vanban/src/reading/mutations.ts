/** A change of a document's text that leaves its content alone. */
export interface Mutation {
  readonly change: (text: string) => string
  /** The change takes diacritics away: what is read is compared without them. */
  readonly bare?: true
}

/** Numbers from 0 to 1, the same ones for the same seed. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const withoutMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
const ofLines = (change: (line: string) => string) => (text: string): string => text.split('\n').map(change).join('\n')
const HEADING = /^\s*(?:\*\*)?\s*(?:(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*)[.)/]\s+(?=\p{Lu})|Phần\s|Chương\s|Mục\s|Điều \d)\s*\S.{0,100}[^.;:,\s]\s*$/u
const BULLET = /^(\s*)[-–+•*]\s+(?=\S)/u

function wrap(line: string, width: number): string[] {
  const lines: string[] = []
  for (const word of line.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** The text is broken into lines already: breaking it once more would part what belongs together. */
function isWrapped(text: string): boolean {
  const lengths = text.split('\n').map((line) => line.trim().length).filter((length) => length > 0).sort((a, b) => a - b)
  return (lengths[Math.floor(0.97 * (lengths.length - 1))] ?? 0) <= 140
}

/** Lines inserted between others, never within the first and last dozen. */
function insertEvery(text: string, step: number, make: (page: number) => readonly string[]): string {
  const lines = text.split('\n')
  const from = Math.min(40, lines.length >> 2)
  return lines.flatMap((line, i) => (i > from && i < lines.length - 30 && i % step === 0 ? [line, ...make(i / step)] : [line])).join('\n')
}

const NATION = /^\W*C[ỘO]NG H[ÒO][AÀ] X[ÃA] H[ỘO]I/iu
/** The letterhead of a text that has one line after the other: left column, then right column. */
function letterheadOf(text: string): { left: string[]; right: string[]; before: string[]; after: string[] } | null {
  const lines = text.split('\n')
  const at = lines.findIndex((line, i) => i < 40 && NATION.test(line.trim()))
  if (at < 0) return null
  const to = lines.findIndex((line, i) => i > at && i < at + 14 && /,\s*ngày.*năm/iu.test(line)) + 1
  let from = at
  while (from > 0 && !/^#\s*source/.test(lines[from - 1] ?? '') && at - from < 10) from -= 1
  const filled = (part: readonly string[]): string[] => part.map((line) => line.trim()).filter((line) => line !== '' && !/^[-_—–=*\s]+$/u.test(line))
  const [left, right] = [filled(lines.slice(from, at)), filled(lines.slice(at, to > 0 ? to : at + 3))]
  if (to === 0 || left.length < 1 || left.length > 6 || right.length > 6 || [...left, ...right].some((line) => line.length > 110 || line.includes('|'))) return null
  return { left, right, before: lines.slice(0, from), after: lines.slice(to) }
}

function withLetterhead(text: string, merge: (rows: readonly (readonly [string, string])[]) => readonly string[]): string {
  const found = letterheadOf(text)
  if (found === null) return text
  const rows = Array.from({ length: Math.max(found.left.length, found.right.length) }, (_, i) => [found.left[i] ?? '', found.right[i] ?? ''] as const)
  return [...found.before, ...merge(rows), '', ...found.after].join('\n')
}

function noisy(text: string, seed: number, share: number): string {
  const next = random(seed)
  return Array.from(text.normalize('NFC'), (letter) => (/[à-ỹ]/iu.test(letter) && next() < share ? withoutMarks(letter) : letter)).join('')
}

const STAMP = ['Người ký: PHÒNG VĂN THƯ', 'Email: vanthu@example.vn', 'Cơ quan: Đơn vị ban hành', 'Thời gian ký: 12.03.2026 16:48:24 +07:00']

/** The same document as other programs hand it over: what a reading must not depend on. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'lines of 80 letters': { change: (text) => text.split('\n').flatMap((line) => (line.length > 90 && !line.includes('|') ? wrap(line.trim(), 80) : [line])).join('\n') },
  'lines of 60 letters, a blank line between paragraphs': { change: (text) => isWrapped(text) ? text : text.split('\n').flatMap((line) => (line.length > 70 && !line.includes('|') ? [...wrap(line.trim(), 60), ''] : [line, ''])).join('\n') },
  'a blank line after every line': { change: (text) => text.split('\n').join('\n\n') },
  'headings without diacritics': { bare: true, change: ofLines((line) => (HEADING.test(line) ? withoutMarks(line) : line)) },
  'headings in small letters': { change: ofLines((line) => (HEADING.test(line) && /\p{Lu}{2}.*\p{Lu}{2}/u.test(line) ? line.replace(/(\p{Lu})([\p{Lu}\s,]+)/gu, (whole, first: string, rest: string) => (/^\s*[IVX]+$/.test(whole) ? whole : first + rest.toLocaleLowerCase('vi'))) : line)) },
  'headings in bold of markdown': { change: ofLines((line) => (HEADING.test(line) && !line.includes('**') ? `**${line.trim()}**` : line)) },
  'headings of markdown': { change: ofLines((line) => (HEADING.test(line) && !line.includes('#') ? `## ${line.trim()}` : line)) },
  'escapes and entities of markdown': { change: ofLines((line) => line.replace(/^(\s*\d+)\.(?=\s)/, '$1\\.').replace(/^(\s*)([-+])(?=\s)/, '$1\\$2').replace(/&/g, '&amp;').replace(/ {2}/g, '&nbsp; ')) },
  'quoted lines of markdown': { change: ofLines((line) => (line.trim() === '' || line.startsWith('#') || line.includes('|') ? line : `> ${line}`)) },
  'round bullets': { change: ofLines((line) => line.replace(BULLET, (sign, space: string) => (sign.includes('+') ? `${space}◦ ` : `${space}• `))) },
  'bullets of symbol fonts': { change: ofLines((line) => line.replace(BULLET, (sign, space: string) => (sign.includes('+') ? `${space}\uf0a7 ` : `${space}\uf0b7 `))) },
  'bullets as arrows': { change: ofLines((line) => line.replace(BULLET, (sign, space: string) => (sign.includes('+') ? `${space}→ ` : `${space}⮚ `))) },
  'bullets without a blank': { change: ofLines((line) => line.replace(BULLET, (sign) => sign.trimEnd())) },
  'numbers without a blank': { change: ofLines((line) => line.replace(/^(\s*\d{1,2}\.)\s+(?=\p{Lu})/u, '$1')) },
  'numbers with a blank before the full stop': { change: ofLines((line) => line.replace(/^(\s*(?:\d{1,2}|[IVX]{1,4}))\.\s+(?=\p{L})/u, '$1 . ')) },
  'page numbers in the text': { change: (text) => insertEvery(text, 30, (page) => ['', String(page + 1), '']) },
  'pages with “Trang 2/9”': { change: (text) => insertEvery(text, 30, (page) => ['', `Trang ${page + 1}/19`, '']) },
  'pages with “- 2 -”': { change: (text) => insertEvery(text, 30, (page) => [`- ${page + 1} -`]) },
  'a stamp of signing in the text': { change: (text) => insertEvery(text, 45, () => STAMP) },
  'a stamp of signing at the head': { change: (text) => text.replace(/^(# source[^\n]*\n)?/, (line) => `${line}${STAMP.join('\n')}\n\n`) },
  'columns of the head side by side': { change: (text) => withLetterhead(text, (rows) => rows.map(([left, right]) => (right === '' ? left : `${left.padEnd(50)}      ${right}`))) },
  'columns of the head with one blank between': { change: (text) => withLetterhead(text, (rows) => rows.map(([left, right]) => `${left} ${right}`.trim())) },
  'columns of the head with tabs': { change: (text) => withLetterhead(text, (rows) => rows.map(([left, right]) => `${left}\t${right}`.trim())) },
  'lines of the head in turn': { change: (text) => withLetterhead(text, (rows) => rows.flat().filter((line) => line !== '')) },
  'right column of the head first': { change: (text) => withLetterhead(text, (rows) => [...rows.map(([, right]) => right), ...rows.map(([left]) => left)].filter((line) => line !== '')) },
  'straight quotes': { change: (text) => text.replace(/[“”]/g, '"') },
  'decomposed letters': { change: (text) => text.normalize('NFD') },
  'tone marks in the new place': { change: (text) => text.replace(/òa\b/g, 'oà').replace(/óa\b/g, 'oá').replace(/ủy/g, 'uỷ').replace(/ÒA\b/g, 'OÀ').replace(/Ủy/g, 'Uỷ') },
  'no-break blanks and soft hyphens': { change: (text) => text.replace(/ (?=\d)/g, '\u00a0').replace(/(\p{Ll}{3})(?=\p{Ll})/u, '$1\u00ad') },
  'long dashes in symbols': { change: (text) => text.replace(/(\/[\p{Lu}]+)-(?=\p{Lu})/gu, '$1–') },
  'one accent in a hundred lost': { bare: true, change: (text) => noisy(text, 20260308, 0.01) },
}
