import { withoutMarks } from '#platform/i18n/search.ts'

/** Lower case without diacritics and punctuation, single spaces: `Bình đẳng giới (8/3)` → `binh dang gioi 8 3`. */
export function fold(text: string): string {
  return withoutMarks(text).toLowerCase().replace(/[^\p{L}\p{N}%]+/gu, ' ').trim()
}

/** Syllables that carry no content of their own, folded. */
const EMPTY_SYLLABLES: ReadonlySet<string> = new Set(
  'va cac cua cho voi cung tai trong ngoai tren duoi den tu de la duoc co khong nhung mot theo ve vao ra bang nham tiep tuc tang cuong day manh thuc hien trien khai to chuc cong tac bao dam dam hieu qua chu trong tich cuc kip thoi nghiem tuc nam so ngay thang nay do khi neu hoac thi se da dang ban hanh quy dinh don vi'
    .split(' '),
)

/** Content syllables and pairs of neighbours: in Vietnamese a word is mostly two syllables. */
export function termsOf(text: string): ReadonlyMap<string, number> {
  const terms = new Map<string, number>()
  const count = (term: string, weight: number): void => {
    terms.set(term, (terms.get(term) ?? 0) + weight)
  }
  let previous: string | null = null
  for (const syllable of fold(text).split(' ')) {
    if (syllable === '') continue
    const isEmpty = EMPTY_SYLLABLES.has(syllable)
    if (!isEmpty) count(syllable, 0.4)
    if (previous !== null && !(isEmpty && EMPTY_SYLLABLES.has(previous))) count(`${previous} ${syllable}`, 1)
    previous = syllable
  }
  return terms
}

/** Share of the words that two texts have in common, 0–1 (Dice over syllables and pairs of syllables). */
export function likeness(a: string, b: string): number {
  const left = termsOf(a)
  const right = termsOf(b)
  let shared = 0
  let all = 0
  for (const [term, weight] of left) {
    all += weight
    shared += 2 * Math.min(weight, right.get(term) ?? 0)
  }
  for (const weight of right.values()) all += weight
  return all === 0 ? (fold(a) === fold(b) ? 1 : 0) : shared / all
}

const CITATION =
  /(?:Luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư|Kế hoạch|Công văn|Hướng dẫn|Thông báo|Chương trình|Đề án)\s+(?:số\s*)?\d+[\w/\-ĐƯƠĂÂđ&.\s]*?(?:ngày\s+[\d/.\s]+)?(?:\s+của\s+[^;.“”"]*?)?(?:\s+(?:về|V\/v)[^;.]*)?(?=[;.]|$)/giu

/** The text without the documents that it cites, so that a citation's subject does not pass for the matter. */
export function withoutCitations(text: string): string {
  return text.replace(CITATION, ' ').replace(/\s+/g, ' ').trim()
}

/** A short stable digest (53 bits, base 36) of a text; for identity, not for security. */
export function digestOf(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36).padStart(11, '0')
}
