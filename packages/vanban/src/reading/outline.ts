import type { Item, Section, SectionKind, Table, TextItem } from '../model.ts'
import { countWords, isUpperCase, squeeze } from '../vietnamese.ts'
import { isText, type Entry, type TextEntry } from './flow.ts'
import { RANKS, readBullet, readLabel, type Label } from './labels.ts'
import { kindOf } from './section-kinds.ts'

/** A labelled paragraph and everything that hangs under it. */
interface Node {
  readonly label: Label | null
  readonly entry: TextEntry
  readonly children: Node[]
  readonly content: Entry[]
}

const ROOT_ENTRY: TextEntry = { kind: 'text', text: '', bold: false }
const HEADING_WORDS = 18
/** A heading without a number may be longer, with a longer paragraph below it. */
const PLAIN_HEADING_WORDS = 30

/** Lines of a signature in a form. */
const SIGNS = /^(?:TM|KT|TL|TUQ)\s*\.|^(?:HIỆU TRƯỞNG|GIÁM ĐỐC|CHỦ TỊCH|THƯ KÝ|CHỦ TRÌ|TỔ TRƯỞNG|TRƯỞNG|PHÓ|NGƯỜI|ĐẠI DIỆN|XÁC NHẬN)(?:\s|\(|$)|^nơi nhận/iu

/** A short line without number and without end: a heading whose number the extraction lost, or that never had one. */
function looksLikeHeading(entry: Entry | undefined): boolean {
  if (!isText(entry) || readBullet(entry.text) || readLabel(entry.text)) return false
  const { text } = entry
  if (!/^[\p{Lu}“"]/u.test(text) || /[.;,!…]$/u.test(text) || countWords(text) > PLAIN_HEADING_WORDS || countWords(text) < 2) return false
  if (SIGNS.test(text)) return false
  if (text.endsWith(':')) return entry.bold && text.indexOf(':') === text.length - 1
  return !/[:;]\s/.test(text) && !/\d{1,2}\/\d{1,2}\/\d{4}/.test(text)
}

function isPlainHeading(entries: readonly Entry[], i: number): boolean {
  const [before, entry, after] = [entries[i - 1], entries[i], entries[i + 1]]
  if (!isText(entry) || !looksLikeHeading(entry) || !after || looksLikeHeading(after) || looksLikeHeading(before)) return false
  if (isText(before) && readLabel(before.text)?.style === 'appendix') return false
  if (isText(before) && /[:,]$/.test(before.text) && readLabel(before.text) === null) return false
  if (!isText(after)) return entry.bold || isUpperCase(entry.text)
  const label = readLabel(after.text)
  if (label && label.rank <= RANKS.article) return false
  return entry.bold || isUpperCase(entry.text) || ((readBullet(after.text) !== null || label !== null) && countWords(entry.text) <= HEADING_WORDS) || after.text.length > entry.text.length * 1.5
}

function plainLabel(entry: TextEntry, rank: number): Label {
  return { style: 'plain', rank, label: '', printed: '', value: null, rest: entry.text }
}

/** “*” sets a heading where dashes follow it, a bullet elsewhere. */
function isStarHeading(entries: readonly Entry[], i: number): boolean {
  const [entry, after] = [entries[i], entries[i + 1]]
  if (!isText(entry) || !isText(after) || readBullet(entry.text)?.glyph !== '*') return false
  const next = readBullet(after.text)?.glyph
  return countWords(entry.text) <= HEADING_WORDS && next !== undefined && next !== '*' && !/[.;]$/.test(entry.text)
}

/** “Phụ lục 6: …”, “Phụ lục 7: …” one below the other are a list of appendices, not the appendices. */
function isListedAppendix(entries: readonly Entry[], i: number): boolean {
  const isAppendix = (entry: Entry | undefined): boolean => isText(entry) && readLabel(entry.text)?.style === 'appendix'
  return isAppendix(entries[i]) && (isAppendix(entries[i - 1]) || isAppendix(entries[i + 1]))
}

/** Hangs every paragraph under the label it belongs to. */
function buildTree(entries: readonly Entry[]): Node {
  const root: Node = { label: null, entry: ROOT_ENTRY, children: [], content: [] }
  const open: Node[] = [root]
  const push = (label: Label, entry: TextEntry): void => {
    while (open.length > 1 && (open.at(-1)?.label?.rank ?? -1) >= label.rank) open.pop()
    // “Mục đích … 2. Yêu cầu”: the first heading has lost its number, the second is its sibling.
    const lost = open.at(-1)
    if (lost?.label?.style === 'plain' && label.style === 'decimal' && (label.value ?? 1) > 1 && lost.children.length === 0) open.pop()
    const node: Node = { label, entry, children: [], content: [] }
    open.at(-1)?.children.push(node)
    open.push(node)
  }
  const numbersOpen = entries.some((entry) => isText(entry) && readLabel(entry.text)?.rank === RANKS.decimal)
  entries.forEach((entry, i) => {
    const read = isText(entry) && !isListedAppendix(entries, i) ? readLabel(entry.text) : null
    // “1)” stands below “1.”, and in its place where there is none.
    const label = read?.style === 'closedNumber' && !numbersOpen ? { ...read, rank: RANKS.decimal } : read
    if (isText(entry) && label) push(label, entry)
    else if (isText(entry) && isStarHeading(entries, i)) {
      push({ style: 'letter', rank: RANKS.letter + 0.5, label: '*', printed: '*', value: null, rest: readBullet(entry.text)?.rest ?? '' }, entry)
    } else if (isText(entry) && isPlainHeading(entries, i)) {
      const numbered = open.some((node) => node.label !== null && node.label.rank >= RANKS.decimal)
      push(plainLabel(entry, numbered ? RANKS.letter + 0.6 : RANKS.plain), entry)
    } else open.at(-1)?.content.push(entry)
  })
  return root
}

const RUN_IN = /^([^:;.]{3,140}?)\s*:\s+(?=\S)/u
const NO_HEAD = /(?:như sau|cụ thể|sau đây|bao gồm|gồm|trong đó|là|ví dụ|lưu ý)$/iu

interface RunIn {
  readonly head: string
  readonly text: string
}

/** “Công tác kiểm tra, giám sát: Kiểm tra …”: a short head before its own text. */
function readRunIn(rest: string): RunIn | null {
  const match = RUN_IN.exec(rest)
  if (!match) return null
  const head = match[1] ?? ''
  if (countWords(head) > 14 || NO_HEAD.test(head)) return null
  return { head, text: rest.slice(match[0].length) }
}

const hangs = (node: Node): boolean => node.children.length > 0 || node.content.length > 0

/** Labels of one series are sections together or items together. */
function areSections(series: readonly Node[]): boolean {
  if (series.some(hangs)) return true
  const rank = series[0]?.label?.rank ?? 0
  if (rank <= RANKS.article) return true
  const heads = series.filter((node) => readRunIn(node.label?.rest ?? '') !== null).length
  if (heads === series.length && rank < RANKS.letter) return true
  return rank < RANKS.letter && series.length > 0 && series.every((node) => isBareHeading(node))
}

/** A heading under which nothing stands: bold, or without the full stop of a sentence and short. */
function isBareHeading(node: Node): boolean {
  const rest = node.label?.rest ?? ''
  return node.entry.bold && !/[.;!]$/.test(rest) && readRunIn(rest) === null
}

const TITLE_LENGTH = 80

/** The first words of a paragraph that stands for a heading. */
function firstWords(text: string): string {
  if (text.length <= TITLE_LENGTH) return text
  const cut = text.slice(0, TITLE_LENGTH + 1)
  return cut.slice(0, cut.lastIndexOf(' ')).replace(/[\s,;:(“]+$/u, '')
}

const cleanTitle = (text: string): string => squeeze(text).replace(/[\s.;:]+$/u, '')

const HEAD_CELL = /^(?:stt|tt|số tt|số thứ tự|thứ tự|thời gian|nội dung|nhiệm vụ|hoạt động|tên|ngày|đơn vị|cơ quan|họ và tên|chỉ tiêu|tiêu chí|người|địa điểm|ghi chú|thành phần|sản phẩm|kết quả)(?:[\s,/(:]|$)/iu

/** The first row is the head when it names columns, or when numbers begin right below it. */
function splitHead(rows: readonly (readonly string[])[]): Table {
  const [first = [], second] = rows
  const cells = first.filter((cell) => cell !== '')
  const short = cells.length > 1 && cells.every((cell) => countWords(cell) <= 12 && !/[.;]$/.test(cell))
  const named = cells.filter((cell) => HEAD_CELL.test(cell)).length
  const numbered = /^\d{1,2}\.?$/.test(second?.[0] ?? '') && !/^\d/.test(first[0] ?? '')
  const isHead = short && second !== undefined && (named >= 2 || numbered)
  if (!isHead) return { head: [], rows }
  const height = continuesHead(first, second) ? 2 : 1
  return { head: rows.slice(0, height), rows: rows.slice(height) }
}

/** A second row of the head names only columns below a cell that spans several. */
function continuesHead(first: readonly string[], second: readonly string[]): boolean {
  const isBelowSpan = (column: number): boolean => column > 0 && (first[column] === '' || first[column + 1] === '')
  const filled = second.flatMap((cell, column) => (cell === '' ? [] : [column]))
  return filled.length > 1 && filled.every(isBelowSpan) && first.every((cell, column) => cell !== '' || (second[column] ?? '') !== '') && !filled.some((column) => /^\d/.test(second[column] ?? ''))
}

/** Nests bullets: a sign that has not been seen yet opens a deeper level. */
function nestItems(entries: readonly Entry[]): readonly Item[] {
  interface Open {
    readonly glyph: string
    readonly item: { marker: string | null; text: string; items: TextItem[] }
  }
  const items: Item[] = []
  let open: Open[] = []
  for (const entry of entries) {
    if (!isText(entry)) {
      items.push({ table: splitHead(entry.rows) })
      open = []
      continue
    }
    const bullet = readBullet(entry.text)
    const label = bullet ? null : readLabel(entry.text)
    const item = { marker: bullet?.printed ?? label?.printed ?? null, text: bullet?.rest ?? label?.rest ?? entry.text, items: [] as TextItem[] }
    if (!bullet) {
      items.push(item)
      open = label ? [{ glyph: label.style, item }] : []
      continue
    }
    const level = open.findIndex(({ glyph }) => glyph === bullet.glyph)
    const upward = bullet.glyph === '-' && level < 0 && open[0]?.glyph === '+'
    if (level >= 0) open = open.slice(0, level)
    else if (upward) open = []
    const parent = open.at(-1)
    if (parent) parent.item.items.push(item)
    else items.push(item)
    open.push({ glyph: bullet.glyph, item })
  }
  return items
}

interface Body {
  readonly leadIns: readonly string[]
  readonly items: readonly Item[]
}

/** A paragraph that only introduces what follows is no item. */
function readBody(content: readonly Entry[], childrenFollow: boolean): Body {
  const leadIns: string[] = []
  const kept = content.filter((entry, i) => {
    if (!isText(entry) || readBullet(entry.text) || readLabel(entry.text) || !/:$/.test(entry.text)) return true
    const last = i === content.length - 1
    if (last && !childrenFollow) return true
    leadIns.push(entry.text)
    return false
  })
  return { leadIns, items: nestItems(kept) }
}

/** Short lines in a row are the cells of a table that the extraction has laid out flat. */
const FLAT_TABLE_LINES = 6

function isCell(entry: Entry | undefined): boolean {
  return isText(entry) && !readBullet(entry.text) && !readLabel(entry.text) && !/[.;:]$/.test(entry.text)
}

export function foldFlatTables(content: readonly Entry[]): readonly Entry[] {
  const result: Entry[] = []
  for (let i = 0; i < content.length; ) {
    let end = i
    while (isCell(content[end])) end += 1
    if (end - i >= FLAT_TABLE_LINES) {
      result.push({ kind: 'table', rows: content.slice(i, end).map((entry) => [isText(entry) ? entry.text : '']) })
      i = end
    } else {
      result.push(...content.slice(i, Math.max(end, i + 1)))
      i = Math.max(end, i + 1)
    }
  }
  return result
}

interface Parts {
  readonly sections: readonly Section[]
  /** Paragraphs of the series that turned out to be items. */
  readonly loose: readonly Entry[]
}

function toSections(nodes: readonly Node[], depth: number, parent: SectionKind | null): Parts {
  const sections: Section[] = []
  const loose: Entry[] = []
  for (const series of splitSeries(nodes)) {
    if (!areSections(series)) loose.push(...series.map((node) => node.entry))
    else sections.push(...series.map((node) => toSection(node, depth, parent)))
  }
  return { sections, loose }
}

/** Siblings with the same style of label, next to each other. */
function splitSeries(nodes: readonly Node[]): readonly (readonly Node[])[] {
  const series: Node[][] = []
  for (const node of nodes) {
    const last = series.at(-1)
    if (last && last[0]?.label?.rank === node.label?.rank) last.push(node)
    else series.push([node])
  }
  return series
}

function toSection(node: Node, depth: number, parent: SectionKind | null): Section {
  const { label } = node
  const rest = label?.rest ?? ''
  const name = label && label.style !== 'plain' ? label.label : null
  if (!hangs(node)) {
    const runIn = readRunIn(rest)
    const sentence = /[.;!]$/.test(rest) || runIn !== null || (label?.style === 'article' && rest !== '')
    const title = runIn ? runIn.head : sentence ? firstWords(rest) : rest
    const items: readonly Item[] = sentence ? [{ marker: null, text: runIn?.text ?? rest, items: [] }] : []
    // “Điều 2. Quyết định này có hiệu lực …”: the words of a sentence say nothing of the part.
    const kind = label?.style === 'article' && sentence && runIn === null ? (parent ?? 'other') : kindOf(title, parent)
    return { label: name, title: cleanTitle(title), kind, depth, ...(sentence ? { runIn: true } : {}), items, children: [] }
  }
  const appendix = label?.style === 'appendix'
  const displaced = appendix ? node.children.flatMap(takeDisplaced) : []
  const { title, content } = appendix ? appendixTitle(rest, node.content) : { title: rest, content: node.content }
  const kind = appendix ? 'appendix' : kindOf(title, parent)
  const { sections, loose } = toSections(node.children, depth + 1, kind)
  const body = readBody([...content, ...displaced, ...loose], sections.length > 0)
  const leadIns = body.leadIns
  return {
    label: name,
    title: cleanTitle(title),
    kind,
    depth,
    ...(leadIns.length > 0 ? { leadIns } : {}),
    items: body.items,
    children: sections,
  }
}

const isFlatTable = (entry: Entry): boolean => !isText(entry) && entry.rows.every((row) => row.length === 1)

/** A table laid out flat after the bullets of a part belongs to the appendix itself: the extraction has moved it. */
function takeDisplaced(node: Node): readonly Entry[] {
  const moved = node.content.filter((entry, i) => isFlatTable(entry) && i > 0)
  for (const entry of moved) node.content.splice(node.content.indexOf(entry), 1)
  return [...moved, ...node.children.flatMap(takeDisplaced)]
}

/** The lines between “Phụ lục” and its text: the title, then “(Kèm theo …)”. */
function appendixTitle(rest: string, content: readonly Entry[]): { readonly title: string; readonly content: readonly Entry[] } {
  const lines = rest === '' ? [] : [rest]
  let next = 0
  for (; next < Math.min(content.length, 5); next += 1) {
    const entry = content[next]
    if (!isText(entry)) break
    if (/^\(\s*(?:ban hành |đính )?kèm theo/iu.test(entry.text)) {
      next += 1
      break
    }
    if (readBullet(entry.text) || /[.;:]$/.test(entry.text) || entry.text.length > 200) break
    if (lines.length > 0 && !isUpperCase(entry.text)) break
    lines.push(entry.text)
  }
  return { title: lines.join(' '), content: content.slice(next) }
}

/** The tree of headed parts of the body. */
export function readOutline(entries: readonly Entry[]): readonly Section[] {
  const root = buildTree(foldFlatTables(entries))
  const { sections, loose } = toSections(root.children, 1, null)
  const free = [...root.content, ...loose]
  if (free.length === 0 || sections.length > 0) return sections
  const body = readBody(free, false)
  return [{ label: null, title: '', kind: 'other', depth: 1, items: body.items, children: [] }]
}

/** A document within the document as one part, its own parts below. */
export function readPart(title: string, entries: readonly Entry[]): Section {
  const root = buildTree(foldFlatTables(entries))
  const { sections, loose } = toSections(root.children, 2, 'appendix')
  const body = readBody([...root.content, ...loose], sections.length > 0)
  return { label: null, title, kind: 'appendix', depth: 1, ...(body.leadIns.length > 0 ? { leadIns: body.leadIns } : {}), items: body.items, children: sections }
}
