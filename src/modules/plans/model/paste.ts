import { aNode, type PlanNode, type PlanPart } from './plan-node.ts'
import { positionsBetween } from './position.ts'
import { topicsOf } from './topics.ts'
import { fold } from './wording.ts'

interface Line {
  readonly depth: number
  readonly isHeading: boolean
  readonly text: string
}

/** Labels in front of a line, by depth; the first that fits counts. */
const LABELS: readonly { readonly depth: number; readonly pattern: RegExp }[] = [
  { depth: 1, pattern: /^(?:(?:phần|mục)\s+)?([IVX]{1,5})[.):\s]\s*(?=\S)/u },
  { depth: 3, pattern: /^\d{1,2}\.\d{1,2}(?:\.\d{1,2})?[.)]?\s+/u },
  { depth: 2, pattern: /^\d{1,2}[.)]\s*(?=\D)/u },
  { depth: 3, pattern: /^[a-zđ]\)\s*/u },
  { depth: 4, pattern: /^[-–—•▪●*·]\s*/u },
  { depth: 5, pattern: /^[+o○▫]\s+/u },
]

const PART_CUES: readonly (readonly [PlanPart, RegExp])[] = [
  ['requirements', /^yeu cau/],
  ['purpose', /muc dich/],
  ['objectives', /muc tieu|chi tieu/],
  ['budget', /kinh phi/],
  ['organisation', /to chuc thuc hien|phan cong/],
  ['tasks', /noi dung|nhiem vu|giai phap|bien phap|hoat dong/],
]

/**
 * Lines of a plan out of text that was pasted from Word: I. / 1. / a) / - / + as in the form of the decree, wrapped
 * lines joined, table cells by tabs as text.
 *
 * @param newId  makes the ids
 * @returns nodes in reading order, their tree without gaps in depth
 */
export function nodesFromText(pasted: string, newId: () => string): readonly PlanNode[] {
  const lines = joinWrapped(pasted.normalize('NFC').replace(/\r\n?/g, '\n').split('\n'))
  const nodes: PlanNode[] = []
  const open: { id: string; depth: number }[] = []
  const children = new Map<string | null, number>()
  const positions = positionsBetween(null, null, Math.max(1, lines.length))
  for (const { depth, isHeading, text } of lines) {
    while (open.length > 0 && open.at(-1)!.depth >= depth) open.pop()
    const parentId = open.at(-1)?.id ?? null
    const order = children.get(parentId) ?? 0
    children.set(parentId, order + 1)
    const id = newId()
    const isTop = parentId === null
    nodes.push(
      aNode({
        id,
        parentId,
        position: positions[order]!,
        kind: isTop || isHeading ? 'section' : 'task',
        part: isTop ? partOf(text) : null,
        text,
        topic: isTop ? null : (topicsOf(text)[0] ?? null),
      }),
    )
    open.push({ id, depth })
  }
  return kindsByChildren(nodes)
}

/** A line without a label continues the one above, unless that one is finished. */
function joinWrapped(lines: readonly string[]): Line[] {
  const found: Line[] = []
  for (const raw of lines) {
    const text = raw.replace(/[\t\u00a0 ]+/g, ' ').trim()
    if (text === '') continue
    const label = LABELS.find(({ pattern }) => pattern.test(text))
    const last = found.at(-1)
    if (label) {
      const words = text.replace(label.pattern, '').trim()
      if (words !== '') found.push({ depth: label.depth, isHeading: label.depth === 1 || isHeadingText(words), text: words })
    } else if (last && !/[.;:!?…]$/u.test(last.text) && /^[\p{Ll}\d(“"]/u.test(text)) {
      found[found.length - 1] = { ...last, text: `${last.text} ${text}` }
    } else {
      found.push({ depth: 4, isHeading: false, text })
    }
  }
  return found
}

function isHeadingText(text: string): boolean {
  return text.length <= 200 && !/[.;]$/u.test(text)
}

/** What has lines under it is a heading down to the third level, what has none is a task, in purposes a paragraph. */
function kindsByChildren(nodes: readonly PlanNode[]): readonly PlanNode[] {
  const parents = new Set(nodes.map((node) => node.parentId))
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const topOf = (node: PlanNode): PlanNode => (node.parentId === null ? node : topOf(byId.get(node.parentId)!))
  const depthOf = (node: PlanNode): number => (node.parentId === null ? 1 : 1 + depthOf(byId.get(node.parentId)!))
  return nodes.map((node) => {
    if (node.parentId === null || (parents.has(node.id) && depthOf(node) <= 3)) return { ...node, kind: 'section' }
    const isWork = ['tasks', 'organisation', 'other'].includes(topOf(node).part ?? 'other')
    return { ...node, kind: isWork ? 'task' : 'point' }
  })
}

function partOf(title: string): PlanPart {
  const folded = fold(title)
  return PART_CUES.find(([, cue]) => cue.test(folded))?.[0] ?? 'other'
}
