import type { Block, RawDocument } from '@songhanh/vanban/blocks'

/** The text of a file as it was found, a paragraph a line, to be compared with what was understood. */
export function rawText(raw: RawDocument): string {
  return raw.blocks.map(blockText).join('\n')
}

function blockText(block: Block): string {
  if (block.kind === 'table') return block.rows.map((row) => row.join(' | ')).join('\n')
  return block.marker === undefined ? block.text : `${block.marker} ${block.text}`
}
