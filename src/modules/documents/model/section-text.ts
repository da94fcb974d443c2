import type { Item, TextItem } from '@songhanh/vanban/model'

const INDENT = '  '
const MARKER = /^(-|\+|•|\*|\d{1,2}[.)]|[a-zđ]\))\s+(?=\S)/u
const TABLE = /^⟦(\d+)⟧$/u

/**
 * What stands under a heading as lines to be typed over: a paragraph a line, two spaces before a bullet of the next
 * level, `⟦1⟧` where the first table stands.
 */
export function toLines(items: readonly Item[]): string {
  let tables = 0
  return items.flatMap((item) => ('table' in item ? [`⟦${++tables}⟧`] : textLines(item, ''))).join('\n')
}

function textLines(item: TextItem, indent: string): string[] {
  const text = item.text.replace(/\s+/gu, ' ').trim()
  return [indent + (item.marker === null ? text : `${item.marker} ${text}`), ...item.items.flatMap((own) => textLines(own, indent + INDENT))]
}

interface Open {
  readonly depth: number
  readonly item: Draft
}

type Draft = { marker: string | null; text: string; items: Draft[] }

/**
 * The items that these lines stand for. Tables are taken from `before`; one whose line was deleted is gone.
 *
 * A line that is indented, or begins with “+” after a “-”, belongs under the line before.
 */
export function fromLines(lines: string, before: readonly Item[]): Item[] {
  const tables = before.filter((item) => 'table' in item)
  const items: (Draft | Item)[] = []
  let open: Open[] = []
  for (const line of lines.split('\n')) {
    const text = line.trim()
    if (text === '') continue
    const table = TABLE.exec(text)
    if (table) {
      const own = tables[Number(table[1]) - 1]
      if (own) items.push(own)
      open = []
      continue
    }
    const marker = MARKER.exec(text)?.[1] ?? null
    const item: Draft = { marker, text: marker === null ? text : text.slice(marker.length).trim(), items: [] }
    const indent = Math.floor((line.length - line.trimStart().length) / INDENT.length)
    const isUnder = indent === 0 && marker === '+' && open[0]?.item.marker === '-'
    const depth = isUnder ? 1 : Math.min(indent, open.length)
    open = open.slice(0, depth)
    const parent = open.at(-1)
    if (parent) parent.item.items.push(item)
    else items.push(item)
    open.push({ depth, item })
  }
  return items
}
