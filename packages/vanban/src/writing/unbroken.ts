/** A stretch of text; what is kept stays on one line. */
export interface Piece {
  readonly text: string
  readonly keep: boolean
}

/** Longer words, such as web addresses, may break: they would not fit a line or a cell. */
const LONGEST_KEPT = 40

/**
 * Cuts a text where no line may end: numbers and symbols of documents (`125/2021/NĐ-CP`), ranges (`2021-2030`) and
 * dates (`20-10`) are never broken at a hyphen or slash, nor are addresses. The texts of the pieces joined are the text.
 */
export function unbroken(text: string): readonly Piece[] {
  const pieces: { text: string; keep: boolean }[] = []
  for (const word of text.split(/(\s+)/u)) {
    if (word === '') continue
    const keep = isKept(word)
    const last = pieces.at(-1)
    if (last && !last.keep && !keep) last.text += word
    else pieces.push({ text: word, keep })
  }
  return pieces
}

function isKept(word: string): boolean {
  if (word.length > LONGEST_KEPT) return false
  const hyphenated = /[^\s-]-[^\s-]/u.test(word) && /\d|\p{Lu}.*\p{Lu}/u.test(word)
  const isAddress = /^[(“"]?(?:https?:\/\/|www\.)\S|^\S+@\S+\.\S/u.test(word)
  return hyphenated || isAddress || /\d\/\p{Lu}/u.test(word)
}
