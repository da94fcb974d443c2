import type { Block, Paragraph } from '../blocks.ts'
import { NATIONAL_TITLE } from './layout-table.ts'

/** The two halves of a line set with tabs or blanks: blanks are gone after normalising, so the words decide. */
const RIGHT_HALF =
  /^(?<left>.*\S)\s+(?<right>CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc|(?:\p{Lu}[\p{L}.]*[ ]){1,5}?\p{Lu}?[\p{L}.]*,\s*ngày[^;]*)$/u
const LETTERHEAD_LINES = 12
const LONGEST_LINE = 200

/**
 * A letterhead set line by line with tabs (“UBND XÃ A ⇥ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”) in reading order: the
 * left halves, then the right ones. Documents whose letterhead is a table, or comes in order, stay as they are.
 */
export function splitLetterheadLines(blocks: readonly Block[]): Block[] {
  const at = blocks.slice(0, LETTERHEAD_LINES).findIndex((block) => isDoubleTitle(block))
  if (at < 0) return [...blocks]
  const left: Paragraph[] = []
  const right: Paragraph[] = []
  let end = at
  for (const block of blocks.slice(at, at + LETTERHEAD_LINES)) {
    if (block.kind !== 'paragraph' || block.text.length > LONGEST_LINE) break
    const halves = RIGHT_HALF.exec(block.text)?.groups
    if (halves === undefined) break
    end += 1
    if (halves['left']) left.push({ ...block, text: halves['left'].trim() })
    if (halves['right']) right.push({ ...block, text: halves['right'].trim() })
  }
  return [...blocks.slice(0, at), ...left, ...right, ...blocks.slice(end)]
}

function isDoubleTitle(block: Block): boolean {
  return block.kind === 'paragraph' && block.text.length <= LONGEST_LINE && NATIONAL_TITLE.test(block.text) && RIGHT_HALF.test(block.text)
}
