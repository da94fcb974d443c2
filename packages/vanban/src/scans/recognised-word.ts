/** A word that was read off a picture; lengths in points of the picture, from its upper left corner. */
export interface RecognisedWord {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** 0 to 1, as the recogniser says. */
  readonly confidence: number
  /** The same for all words of one line. */
  readonly line: string
}

const LEVEL_WORD = '5'

/**
 * The words of a page from the table that tesseract prints (`tsv`).
 *
 * Columns: level, page, block, paragraph, line, word, left, top, width, height, confidence in per cent, text.
 */
export function wordsOfTsv(tsv: string): RecognisedWord[] {
  return tsv.split('\n').flatMap((row) => {
    const cells = row.split('\t')
    const [left = 0, top = 0, width = 0, height = 0, percent = -1] = cells.slice(6, 11).map(Number)
    const text = (cells[11] ?? '').normalize('NFC').trim()
    if (cells[0] !== LEVEL_WORD || text === '' || percent < 0) return []
    return [{ text, left, top, width, height, confidence: percent / 100, line: cells.slice(1, 5).join('.') }]
  })
}
