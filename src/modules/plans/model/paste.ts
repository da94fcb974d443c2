import { nodesOf, type Outline, type ReadContext } from './from-document.ts'
import { htmlLines, type PastedLine } from './html-lines.ts'
import type { PlanNode, PlanPart } from './plan-node.ts'
import { applyChange, insertAfter, insertUnder, inReadingOrder, MAX_DEPTH, treeOf, type Change, type NodeChange, type PlacedNode } from './plan-tree.ts'
import { taskRows } from './task-table.ts'
import { fold } from './wording.ts'

export interface Pasted {
  /** `text/html` of the clipboard, when it has any. */
  readonly html?: string | null
  /** `text/plain`. */
  readonly text?: string | null
}

/** Signs with which lines begin; a line goes under the last one of a style that was open before it. */
const STYLES: readonly (readonly [string, RegExp])[] = [
  ['part', /^(?:phần|chương|mục)\s+(?:[IVX]+|\d+)[.:]?\s+/iu],
  ['roman', /^[IVX]{1,5}[.)]\s+(?=\S)/u],
  ['decimal3', /^\d{1,2}\.\d{1,2}\.\d{1,2}[.)]?\s+/u],
  ['decimal2', /^\d{1,2}\.\d{1,2}[.)]?\s+/u],
  ['number', /^(?:\d{1,2}[.)]|\(\d{1,2}\))\s*(?=\p{L}|[“"(])/u],
  ['letter', /^[a-zđ][.)]\s+(?=\S)/u],
  ['dash', /^[-–—]\s*(?=\S)/u],
  ['plus', /^\+\s*(?=\S)/u],
  ['dot', /^[•·▪■●*]\s*(?=\S)/u],
  ['ring', /^[o○◦§]\s+(?=\S)/u],
]

const PART_WORDS: readonly (readonly [RegExp, PlanPart])[] = [
  [/\bmuc dich|\byeu cau/, 'purpose'],
  [/\bmuc tieu|\bchi tieu/, 'objectives'],
  [/\bkinh phi/, 'budget'],
  [/\bto chuc thuc hien|\bphan cong/, 'organisation'],
  [/\bnoi dung|\bnhiem vu|\bgiai phap|\bhoat dong/, 'tasks'],
]

interface Marked {
  /** The sign that it begins with, and the depth of the list that it stood in; null for a plain paragraph. */
  readonly style: string | null
  readonly text: string
  readonly outline?: Outline
}

interface Open {
  readonly style: string
  readonly children: Outline[]
}

/**
 * Lines pasted from Word or elsewhere as nodes: a forest with `parentId` null at the top, in reading order.
 *
 * Numbers and bullets typed in the text give the levels and are taken off; lists of the source count where there are none.
 * Lines that were cut by the width of a page are joined again. Rows of a task table become tasks.
 *
 * @param part  of the plan into which is pasted; null reads it from the headings
 */
export function pastedNodes(pasted: Pasted, context: ReadContext, part: PlanPart | null = null): readonly PlanNode[] {
  const lines = pasted.html ? htmlLines(pasted.html) : textLines(pasted.text ?? '')
  const outlines = outlinesOf(marked(bodyOf(lines)), part)
  return part === null ? nodesOf(outlines, context) : relaxed(nodesOf(outlines, context, part), outlines)
}

/** Puts pasted nodes behind a line, each at the level that it had below the first; what is too deep stands at level 5. */
export function pasteAfter(nodes: readonly PlanNode[], afterId: string, pasted: readonly PlanNode[]): Change {
  let current = nodes
  let behind = afterId
  const put = (change: Change): boolean => {
    current = applyChange(current, change)
    return change.length > 0
  }
  const add = (placed: PlacedNode, parentId: string): void => {
    const fits = depthIn(current, parentId) < MAX_DEPTH
    const done = fits ? put(insertUnder(current, parentId, placed.node)) : put(insertAfter(current, parentId, placed.node))
    if (done) placed.children.forEach((child) => add(child, fits ? placed.node.id : parentId))
  }
  for (const root of treeOf(pasted)) {
    if (!put(insertAfter(current, behind, root.node))) continue
    behind = root.node.id
    root.children.forEach((child) => add(child, root.node.id))
  }
  const before = new Map(nodes.map((node) => [node.id, node]))
  return inReadingOrder(current).flatMap(({ node }): readonly NodeChange[] => {
    const old = before.get(node.id) ?? null
    return old === node ? [] : [{ before: old, after: node }]
  })
}

function depthIn(nodes: readonly PlanNode[], id: string): number {
  return inReadingOrder(nodes).find((row) => row.node.id === id)?.depth ?? MAX_DEPTH
}

/** Pasted under a heading, the top lines are no sections unless something hangs under them. */
function relaxed(nodes: readonly PlanNode[], outlines: readonly Outline[]): readonly PlanNode[] {
  const kinds = outlines.map((outline) => outline.kind)
  let root = -1
  return nodes.map((node) => (node.parentId === null ? { ...node, kind: kinds[++root] ?? node.kind, part: null } : node))
}

/** Text whose lines are all at most this long was cut by the width of a page. */
const WIDEST_CUT = 100

/** Lines of plain text; lines that a page's width cut are joined. */
function textLines(text: string): readonly PastedLine[] {
  const raws = text.replace(/\r\n?/g, '\n').split('\n').filter((raw) => raw.trim() !== '')
  const isPage = raws.length > 5 && raws.every((raw) => raw.trim().length <= WIDEST_CUT)
  const widest = Math.max(0, ...raws.map((raw) => raw.trim().length))
  const lines: PastedLine[] = []
  let width = 0
  for (const raw of raws) {
    const line = raw.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim().replace(/^#{1,6}\s+/, '').replace(/\*\*/g, '')
    const last = lines.at(-1)
    const isFull = isPage && width >= widest * 0.75
    width = raw.trim().length
    if (raw.includes('\t') && raw.split('\t').filter((cell) => cell.trim() !== '').length >= 3) {
      lines.push({ text: line, listDepth: null, cells: raw.split('\t').map((cell) => cell.trim()) })
    } else if (last && isCutOff(last.text, line, isFull)) lines[lines.length - 1] = { ...last, text: `${last.text} ${line}` }
    else lines.push({ text: line, listDepth: null })
  }
  return lines
}

function isCutOff(before: string, line: string, isFull: boolean): boolean {
  if (styleOf(line) !== null || isShouted(before) !== isShouted(line)) return false
  return (isFull || /^[\p{Ll}(“"\d]/u.test(line)) && !/[.;:!?…]$/u.test(before)
}

/** What stands between the first line of the body and “Nơi nhận”, without rules and the closing sentence. */
function bodyOf(lines: readonly PastedLine[]): readonly PastedLine[] {
  const end = lines.findIndex((line) => /^nơi nhận\s*:?$/iu.test(line.text))
  return (end < 0 ? lines : lines.slice(0, end)).filter((line) => /[\p{L}\d]/u.test(line.text) && !/^trên đây là .*\/\.?$/iu.test(line.text))
}

function styleOf(line: string): readonly [string, RegExp] | null {
  return STYLES.find(([, pattern]) => pattern.test(line)) ?? null
}

function marked(lines: readonly PastedLine[]): readonly Marked[] {
  const result: Marked[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (!line) continue
    if (line.cells) {
      const table = lines.slice(at).findIndex((other) => !other.cells)
      const rows = lines.slice(at, table < 0 ? undefined : at + table).map((row) => row.cells ?? [])
      result.push(...tableLines(rows))
      at += rows.length - 1
      continue
    }
    const style = styleOf(line.text)
    const text = style ? line.text.replace(style[1], '').trim() : line.text
    const key = line.listDepth === null ? (style?.[0] ?? null) : `${style?.[0] ?? ''}:${line.listDepth}`
    result.push({ style: key, text })
  }
  return result
}

function tableLines(rows: readonly (readonly string[])[]): readonly Marked[] {
  const [head, ...body] = rows
  const tasks = head ? taskRows({ head: [head], rows: body }) : []
  if (tasks.length > 0) {
    return tasks.map((row) => ({ style: null, text: row.text, outline: { text: row.text, kind: 'task', row, children: [] } }))
  }
  return rows.map((cells) => ({ style: null, text: cells.filter((cell) => cell !== '').join(' – ') }))
}

function outlinesOf(lines: readonly Marked[], part: PlanPart | null): readonly Outline[] {
  const top: Outline[] = []
  const stack: Open[] = []
  for (const line of lines) {
    if (line.style === null) {
      while (stack.at(-1)?.style.includes(':')) stack.pop()
      const open = stack.at(-1)
      const isHeading = part === null && line.outline === undefined && isShouted(line.text)
      const outline: Outline = line.outline ?? { text: line.text, kind: 'point', children: [] }
      if (isHeading || !open) {
        stack.length = 0
        const children: Outline[] = []
        top.push({ ...outline, kind: isHeading ? 'section' : outline.kind, children: isHeading ? children : outline.children })
        if (isHeading) stack.push({ style: 'shouted', children })
      } else open.children.push(outline)
      continue
    }
    const known = stack.findIndex((open) => open.style === line.style)
    if (known >= 0) stack.length = known
    const children: Outline[] = []
    const siblings = stack.at(-1)?.children ?? top
    siblings.push({ text: line.text, kind: 'point', children })
    stack.push({ style: line.style, children })
  }
  return top.map((outline) => settled(outline, part, 1))
}

/** Kinds and parts from what hangs where: headings have lines under them, tasks stand in the part of the tasks. */
function settled(outline: Outline, above: PlanPart | null, depth: number): Outline {
  const part = above ?? partNamed(outline.text)
  const isSection = outline.kind === 'section' || (outline.children.length > 0 && outline.row === undefined && depth <= 3)
  const children = outline.children.map((child) => settled(child, part, depth + 1))
  const isDoing = part === 'tasks' && outline.kind !== 'section'
  const kind = isSection ? 'section' : isDoing ? (depth <= 4 ? 'task' : 'point') : outline.kind
  return { ...outline, kind, part, children }
}

function partNamed(heading: string): PlanPart {
  const folded = fold(heading)
  return PART_WORDS.find(([words]) => words.test(folded))?.[1] ?? 'tasks'
}

/** A heading in capitals without a number, of two words at least. */
function isShouted(text: string): boolean {
  return text.length < 200 && /^\p{Lu}.*\s\p{Lu}/u.test(text) && text === text.toLocaleUpperCase('vi')
}
