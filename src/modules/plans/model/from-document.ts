import type { DocumentModel, Item, Section, SectionKind, TextItem } from '@songhanh/vanban/model'
import { aNode, type NodeKind, type PlanNode, type PlanPart } from './plan-node.ts'
import { kindAt, MAX_DEPTH, treeOf } from './plan-tree.ts'
import { pathsOf } from './numbering.ts'
import { positionsBetween } from './position.ts'
import type { UnitKind } from './roles.ts'
import { runInText, targetNamedIn } from './superior-points.ts'
import { partyNamed, taskRows, type TaskRow } from './task-table.ts'
import { topicsOf } from './topics.ts'
import { fold, likeness } from './wording.ts'

export interface ReadContext {
  readonly newId: () => string
  /** The kind of unit, to know its roles by their names. */
  readonly kind?: UnitKind | null
}

/** A line to become a node, with what stands under it. */
export interface Outline {
  readonly text: string
  readonly kind: NodeKind
  readonly part?: PlanPart | null
  readonly row?: TaskRow
  readonly children: readonly Outline[]
}

const PART_OF: Readonly<Record<SectionKind, PlanPart>> = {
  purpose: 'purpose',
  requirements: 'requirements',
  objectives: 'objectives',
  tasks: 'tasks',
  schedule: 'tasks',
  budget: 'budget',
  organisation: 'organisation',
  appendix: 'other',
  other: 'other',
}

/**
 * A plan read from a document: sections, items and rows of task tables become nodes; an appendix with assignments gives
 * its tasks leader, helpers, time, product and money, found by the place that the row names, else by its words.
 */
export function fromDocument(document: DocumentModel, context: ReadContext): readonly PlanNode[] {
  const body = document.sections.filter((section) => section.kind !== 'appendix')
  const nodes = nodesOf(body.map((section) => outlineOf(section, null)), context).map((node) => {
    const target = targetNamedIn(node.text, document.targets)
    if (node.kind === 'section' || !target) return node
    return { ...node, target: { text: target.subject, indicator: null, op: target.op, value: target.value, unit: target.unit } }
  })
  const rows = document.sections
    .filter((section) => section.kind === 'appendix')
    .flatMap((section) => section.items.flatMap((item) => ('table' in item ? taskRows(item.table) : [])))
  return withRows(nodes, rows, context)
}

/** Nodes of outlines, ids and places given; what is deeper than level 5 stands at level 5. */
export function nodesOf(outlines: readonly Outline[], context: ReadContext, part: PlanPart | null = null): readonly PlanNode[] {
  const nodes: PlanNode[] = []
  const add = (siblings: readonly Outline[], parent: PlanNode | null, depth: number, above: PlanPart | null): void => {
    const flat = depth === MAX_DEPTH ? siblings.flatMap(flattened) : siblings
    const keys = positionsBetween(null, null, flat.length)
    flat.forEach((outline, order) => {
      const kind = kindAt(outline.kind, depth, parent?.kind ?? null)
      const topic = kind === 'task' ? (topicsOf(outline.text)[0] ?? null) : null
      const ownPart = outline.part !== undefined && outline.part !== above ? outline.part : null
      const bare = aNode({ id: context.newId(), parentId: parent?.id ?? null, position: keys[order] ?? 'V', kind, part: ownPart, text: outline.text, topic })
      const node = outline.row ? withRow(bare, outline.row, context) : bare
      nodes.push(node)
      if (depth < MAX_DEPTH) add(outline.children, node, depth + 1, ownPart ?? above)
    })
  }
  add(outlines, null, 1, part)
  return nodes
}

function flattened(outline: Outline): readonly Outline[] {
  return [{ ...outline, children: [] }, ...outline.children.flatMap(flattened)]
}

function outlineOf(section: Section, above: PlanPart | null): Outline {
  const own = PART_OF[section.kind]
  const part = own === 'other' && above !== null ? above : own
  if (section.runIn === true) {
    const text = section.items.map((item) => ('text' in item ? item.text : '')).join(' ')
    return { text: runInText(section.title, text.trim()), kind: lineKind(part), part, children: section.children.map((child) => outlineOf(child, part)) }
  }
  const children = [...section.items.flatMap((item) => itemOutlines(item, part)), ...section.children.map((child) => outlineOf(child, part))]
  const isTask = children.length === 0 && above !== null && part === 'tasks'
  return { text: section.title, kind: isTask ? 'task' : 'section', part, children }
}

function itemOutlines(item: Item, part: PlanPart): readonly Outline[] {
  if ('table' in item) return taskRows(item.table).map((row) => ({ text: row.text, kind: 'task', row, children: [] }))
  return item.text.trim() === '' ? [] : [textOutline(item, lineKind(part))]
}

function textOutline(item: TextItem, kind: NodeKind): Outline {
  return { text: item.text, kind, children: item.items.map((child) => textOutline(child, 'point')) }
}

function lineKind(part: PlanPart): NodeKind {
  return part === 'tasks' ? 'task' : 'point'
}

/** A row and a line are the same task when their words are at least this much alike. */
const SAME_TASK = 0.5

function withRows(nodes: readonly PlanNode[], rows: readonly TaskRow[], context: ReadContext): readonly PlanNode[] {
  if (rows.length === 0) return nodes
  const paths = pathsOf(treeOf(nodes))
  const byPath = new Map(nodes.map((node) => [paths.get(node.id), node]))
  const rowOf = new Map<string, TaskRow>()
  for (const row of rows) {
    const placed = row.path === null ? undefined : byPath.get(row.path)
    const same = placed && begins(placed.text, row.text) ? placed : nodes.find((node) => node.kind !== 'section' && !rowOf.has(node.id) && (begins(node.text, row.text) || likeness(node.text, row.text) >= SAME_TASK))
    if (same && !rowOf.has(same.id)) rowOf.set(same.id, row)
  }
  return nodes.map((node) => {
    const row = rowOf.get(node.id)
    return row ? withRow({ ...node, kind: node.kind === 'point' ? 'task' : node.kind }, row, context) : node
  })
}

function begins(text: string, start: string): boolean {
  return fold(text).startsWith(fold(start).slice(0, 60))
}

function withRow(node: PlanNode, row: TaskRow, { kind = null }: ReadContext): PlanNode {
  const { startOn, dueOn, when, product, budget } = row
  return {
    ...node,
    lead: row.lead === null ? null : partyNamed(row.lead, kind),
    supporting: row.supporting.map((name) => partyNamed(name, kind)),
    startOn,
    dueOn,
    when,
    product,
    budget,
  }
}
