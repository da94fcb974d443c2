import type { DocumentModel } from '../model.ts'
import { passages } from '../reading/walk.ts'
import { fold, squeeze } from '../vietnamese.ts'

/** A sentence of a document, for comparing. */
export interface Sentence {
  /** As printed. */
  readonly text: string
  /** Folded words; figures and days are all the same, since a copied sentence gets new ones. */
  readonly words: readonly string[]
}

/** Shorter sentences stand in every document. */
const FEWEST_WORDS = 7
const ABBREVIATED = /(?:\b(?:TP|Q|P|TT|ThS|TS|PGS|GS|Th|tr)|\d)$/u

/** “Một. Hai; ba.” as its clauses: a list in one paragraph is copied clause by clause. */
export function clausesOf(paragraph: string): readonly string[] {
  const parts: string[] = []
  let from = 0
  for (const { index } of paragraph.matchAll(/[.;!?](?=\s+\S)|\n/g)) {
    if (paragraph.charAt(index) === '.' && ABBREVIATED.test(paragraph.slice(from, index))) continue
    parts.push(paragraph.slice(from, index + 1))
    from = index + 1
  }
  return [...parts, paragraph.slice(from)].map(squeeze).filter((part) => part !== '')
}

/** Folded words without bullets and numbers of lists; every figure as “#”. */
export function wordsOf(text: string): readonly string[] {
  return (fold(text).match(/\p{L}+|\d[\d./,-]*/gu) ?? []).map((word) => (/^\d/.test(word) ? '#' : word))
}

/**
 * What must stand in a document whoever writes it: bases, the sentence that introduces the body, who is to carry it out,
 * what to do when difficulties arise, the closing.
 */
const BOILERPLATE: readonly RegExp[] = [
  /^(?:can cu|thuc hien (?:luat|nghi dinh|nghi quyet|quyet dinh|chi thi|ke hoach|cong van|thong tu|chuong trinh) so|theo de nghi|xet de nghi)\b/,
  /\b(?:xay dung|ban hanh) ke hoach\b.*\bnhu sau\b/,
  /^(?:tren day la|trong qua trinh (?:to chuc )?(?:thuc hien|trien khai)|qua trinh thuc hien neu co)\b/,
  /\bneu co (?:gi )?(?:kho khan|vuong mac|phat sinh)\b/,
  /^(?:de nghi|yeu cau) (?:cac |thu truong )?(?:don vi|truong|co quan|dong chi)\b.*\b(?:nghiem tuc|trien khai) (?:trien khai )?thuc hien\b/,
  /\b(?:chiu trach nhiem thi hanh|co hieu luc (?:thi hanh )?ke tu ngay)\b/,
  /^(?:noi nhan|kinh gui|luu)\b/,
]
/** A sentence that is mostly the name of a document is not the writer's own. */
const CITATION = /(?:luat|nghi dinh|nghi quyet|quyet dinh|chi thi|thong tu|ke hoach|cong van) so [^;,]*?(?:\/[a-z0-9&./-]+)(?: ngay [#\d/.\s]*(?:thang \d+ nam \d+)?)?(?: cua [^;,.]{3,60})?/g

export function isBoilerplate(text: string): boolean {
  const folded = fold(squeeze(text)).replace(/^[-–+*•\s\d.)]+/, '')
  if (BOILERPLATE.some((pattern) => pattern.test(folded.replace(/[,.;:]/g, '')))) return true
  const without = folded.replace(CITATION, '')
  return without.length < folded.length * 0.5
}

/** “Ban Vì sự tiến bộ của phụ nữ trường” in a column of who does it: a name, not a sentence. */
const NAME = /^(?!.*\b(?:to chuc|thuc hien|xay dung|tuyen truyen|phoi hop|bao cao|trien khai|chi dao|ra soat|kiem tra|tham muu|lap|gui|cu|chu tri)\b)(?:thuong truc |pho )?(?:ban|uy ban|so|phong|bo|truong|to|hoi|doan|lien doi|chi bo|hieu truong|cong doan|van phong|giao vien|cac (?:to|truong|phong|don vi|lop))\b[^.;]*$/

/** The sentences of a document that its writer answers for, in reading order; what is said twice stands once. */
export function sentencesOf(model: DocumentModel): readonly Sentence[] {
  const paragraphs = [...(model.situation ?? []), ...[...passages(model.sections)].filter(({ role }) => role !== 'heading').map(({ text }) => text)]
  const seen = new Set<string>()
  return paragraphs.flatMap(clausesOf).flatMap((text): Sentence[] => {
    const words = wordsOf(text)
    const key = words.join(' ')
    if (words.length < FEWEST_WORDS || seen.has(key) || isBoilerplate(text) || NAME.test(key)) return []
    seen.add(key)
    return [{ text, words }]
  })
}
