/** A paragraph of pasted text. */
export interface PastedLine {
  readonly text: string
  /** Depth in lists of the source, 1 for the outer one; null outside lists. */
  readonly listDepth: number | null
  /** Cells, when the line is a row of a table. */
  readonly cells?: readonly string[]
}

const BLOCKS = /^(p|div|li|h[1-6]|tr|table|ul|ol|br|section|article|blockquote|dt|dd|pre|hr|body|html)$/
const HIDDEN = /^(style|script|head|title|xml|template|noscript|svg|math)$/

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  bull: '•',
  middot: '·',
}

/**
 * The paragraphs of an HTML fragment as Word, Google Docs or a browser puts it on the clipboard: text only, with the
 * depth of lists (nested `ul`/`ol`, or Word's `mso-list: … level2`) and the cells of tables. Nothing is executed or kept.
 */
export function htmlLines(html: string): readonly PastedLine[] {
  const lines: PastedLine[] = []
  let text = ''
  let lists = 0
  let wordLevel: number | null = null
  let cells: string[] | null = null
  let hidden: string | null = null
  const flush = (): void => {
    const words = tidy(text)
    text = ''
    if (words === '') return
    lines.push({ text: words, listDepth: wordLevel ?? (lists > 0 ? lists : null) })
  }
  for (const token of tokensOf(html)) {
    if (token.kind === 'text') {
      if (hidden === null) text += token.text
      continue
    }
    const { name, isEnd, attributes } = token
    if (hidden !== null) {
      if (isEnd && name === hidden) hidden = null
      continue
    }
    if (!isEnd && HIDDEN.test(name)) {
      hidden = name
      continue
    }
    if (name === 'td' || name === 'th') {
      if (isEnd && cells) cells.push(tidy(text))
      text = ''
      continue
    }
    if (cells && name !== 'tr') {
      text += ' '
      continue
    }
    if (!BLOCKS.test(name)) continue
    flush()
    if (name === 'tr') {
      if (isEnd && cells?.some((cell) => cell !== '')) lines.push({ text: cells.filter((cell) => cell !== '').join(' – '), listDepth: null, cells })
      cells = isEnd ? null : []
    }
    if (name === 'ul' || name === 'ol') lists = Math.max(0, lists + (isEnd ? -1 : 1))
    if (!isEnd) wordLevel = Number(/mso-list:[^;"']*level(\d)/i.exec(attributes)?.[1] ?? 0) || null
  }
  flush()
  return lines
}

type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tag'; readonly name: string; readonly isEnd: boolean; readonly attributes: string }

function tokensOf(html: string): readonly Token[] {
  const tokens: Token[] = []
  const plain = html.replace(/<!--[\s\S]*?-->/g, '').replace(/<!\[[^\]>]*\]>/g, '').replace(/<![^>]*>/g, '')
  const tag = /<(\/?)([a-zA-Z][\w:-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/g
  let from = 0
  for (const match of plain.matchAll(tag)) {
    if (match.index > from) tokens.push({ kind: 'text', text: decoded(plain.slice(from, match.index)) })
    const name = (match[2] ?? '').toLowerCase()
    tokens.push({ kind: 'tag', name, isEnd: match[1] === '/', attributes: match[3] ?? '' })
    from = match.index + match[0].length
  }
  if (from < plain.length) tokens.push({ kind: 'text', text: decoded(plain.slice(from)) })
  return tokens
}

function decoded(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

function tidy(text: string): string {
  return text.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim()
}
