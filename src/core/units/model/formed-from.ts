/** How much of an old unit went over. */
export type Share = 'whole' | 'rest' | 'part'

/** An old unit as the official text names it. */
export interface Mention {
  readonly type: 'phường' | 'xã' | 'thị trấn' | 'huyện' | 'tỉnh' | 'thành phố' | null
  readonly name: string
  /** Written behind it in brackets, to tell it from another one of its name. */
  readonly district: string | null
  readonly share: Share
}

const AREA = String.raw`diện tích (?:tự nhiên|TN)`
const PEOPLE = String.raw`(?:,| và)? ?(?:toàn b[ộố] )?quy mô dân số`

/** What the text says before the units that it is about, and the mark that it is replaced with. */
const SCOPES: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`(?:sắp xếp )?một phần ${AREA}(?:${PEOPLE})?(?: của)*`, 'gi'), ', ‹part› '],
  [new RegExp(`toàn bộ ${AREA}(?:${PEOPLE})?(?: của)*`, 'gi'), ', ‹whole› '],
  [/phần còn l[ạa]i (?:củ?a? )?/gi, ', ‹rest› '],
]

const SCOPE_MARK = /^‹(part|whole|rest)› */
const TYPE_WORD = /^(phường|xã|thị trấn|huyện|tỉnh|thành phố) +/i

/**
 * Reads of which old units a new one was formed: “Phường A, Xã B (huyện C), một phần diện tích tự nhiên, quy mô dân số
 * của các phường D, E, phần còn lại của Xã F sau khi sắp xếp”.
 *
 * “một phần …” and “phần còn lại …” of “các phường …” hold for every unit behind them, up to the next such word; without
 * “các” for one unit and those that follow without a type; in brackets for one unit. A list of units of one type may name
 * the type once.
 *
 * @returns null for “giữ nguyên”: the unit goes on as it was
 * @source the lists of the resolutions of the Standing Committee of the National Assembly of 16/6/2025
 */
export function readFormedFrom(text: string): Mention[] | null {
  const plain = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (/^giữ nguyên\b/i.test(plain)) return null
  const mentions: Mention[] = []
  let share: Share = 'whole'
  let holdsForAll = true
  let type: Mention['type'] = null
  for (const piece of pieces(plain)) {
    const mark = SCOPE_MARK.exec(piece)
    const words = piece.replace(SCOPE_MARK, '')
    if (mark) {
      share = mark[1] as Share
      holdsForAll = /^(?:của )*các /.test(words)
      type = null
    } else if (!holdsForAll && TYPE_WORD.test(words)) share = 'whole'
    const mention = readPiece(words, share, type)
    if (!mention) continue
    type = mention.type
    mentions.push(mention)
  }
  return mentions
}

/** The text cut at commas and “và”, not within brackets, each scope at the beginning of a piece. */
function pieces(text: string): string[] {
  const brackets: string[] = []
  const outside = text
    .replace(/\([^()]*\)/g, (bracket) => `#${brackets.push(bracket) - 1}#`)
    .replace(/ ?sau khi sắp xếp(?: theo quy định tại khoản \d+ Điều này)?/gi, '')
    .replace(/\. Từ ngày .*$/s, '')
  const marked = SCOPES.reduce((rest, [pattern, mark]) => rest.replace(pattern, mark), outside)
  return marked
    .split(/,|;| và /)
    .map((piece) => piece.replace(/#(\d+)#/g, (_, index: string) => ` ${brackets[Number(index)]!} `).replace(/\s+/g, ' ').trim())
    .filter(Boolean)
}

function readPiece(piece: string, scope: Share, inherited: Mention['type']): Mention | null {
  const brackets = [...piece.matchAll(/\(([^()]*)\)/g)].map((found) => found[1]!.trim())
  let name = piece.replace(/\([^()]*\)/g, ' ').replace(/\s+/g, ' ').trim().replace(/^(?:(?:và|của|các) +)+/g, '')
  let type = inherited
  // The type often stands twice, the name now and then: “xã Yên Định Xã Yên Định”.
  for (let word = TYPE_WORD.exec(name); word; word = TYPE_WORD.exec(name)) {
    type = word[1]!.toLowerCase() as Mention['type']
    name = name.slice(word[0].length).replace(/^(?:(?:của|các) +)+/g, '')
  }
  const again = /\s(?:Phường|Xã|Thị trấn) (.+)$/.exec(name)
  if (again) name = again[1]!
  if (name === '' || name === 'TPHCM') return name === '' ? null : { type: 'thành phố', name: 'Hồ Chí Minh', district: null, share: scope }
  const isRest = brackets.some((bracket) => /^phần còn lại/i.test(bracket))
  const district = brackets.find((bracket) => /^(?:huyện|quận|thị xã|thành phố|tp\.?|tỉnh) /i.test(bracket)) ?? null
  return { type, name, district, share: isRest ? 'rest' : scope }
}
