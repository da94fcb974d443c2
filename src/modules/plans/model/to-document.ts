import { findObservances, mergeObservances } from '@songhanh/vanban/reading/observances'
import type { Assignment, Deadline, DocumentModel, Item, Section, SectionKind, Signer, Target, TextItem } from '@songhanh/vanban/model'
import { asLegalBasis, basisClause, type PlanBasis } from './bases.ts'
import type { PlainDate } from './days.ts'
import { abbreviationOf, closingOf, recipientsOf, signerOf } from './document-words.ts'
import { isLoneParagraph, labelOf, pathsOf } from './numbering.ts'
import type { PlanNode, PlanPart } from './plan-node.ts'
import { inReadingOrder, treeOf, type PlacedNode } from './plan-tree.ts'
import type { UnitKind } from './roles.ts'
import { partyName, printBudget, TASK_TABLE_HEAD } from './task-table.ts'
import { printWhen } from './when.ts'

export interface IssuingUnit {
  readonly name: string
  readonly kind: UnitKind
  /** The body printed above the name. */
  readonly parentIssuer: string | null
  /** The superior to whom the plan is sent. */
  readonly parentName: string | null
  readonly place: string | null
  /** Of the unit's document symbols; null takes a proposal from the name. */
  readonly abbreviation: string | null
}

export interface PlanDocument {
  readonly nodes: readonly PlanNode[]
  readonly unit: IssuingUnit
  readonly year: number
  readonly bases: readonly PlanBasis[]
  /** What the plan is about; the usual words when null. */
  readonly title?: string | null
  readonly number?: string | null
  /** Null leaves day and month blank. */
  readonly date?: PlainDate | null
  readonly signer?: Signer | null
  readonly recipients?: readonly string[] | null
}

const SECTION_KIND: Readonly<Record<PlanPart, SectionKind>> = {
  purpose: 'purpose',
  requirements: 'requirements',
  objectives: 'objectives',
  tasks: 'tasks',
  budget: 'budget',
  organisation: 'organisation',
  other: 'other',
}

const LONGEST_TASK = 200
const TASK_TABLE = 'Phân công nhiệm vụ năm'

/** The document without the appendix that repeats its tasks as a table: the rows are no further points of it. */
export function withoutTaskTable(model: DocumentModel): DocumentModel {
  return { ...model, sections: model.sections.filter((section) => section.kind !== 'appendix' || !section.title.startsWith(TASK_TABLE)) }
}

/** The plan as a document to be printed: head, preamble, sections I. 1. a), the table of assignments as an appendix. */
export function toDocument(plan: PlanDocument): DocumentModel {
  const { unit, year } = plan
  const tree = treeOf(plan.nodes)
  const title = plan.title ?? `Thực hiện công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm ${year}`
  const subject = title.charAt(0).toLowerCase() + title.slice(1)
  const table = assignmentTable(plan)
  const clauses = plan.bases.map(basisClause)
  return {
    header: {
      issuer: unit.name,
      parentIssuer: unit.parentIssuer,
      number: plan.number ?? null,
      symbol: `KH-${unit.abbreviation ?? abbreviationOf(unit.name)}`,
      place: unit.place,
      date: plan.date ?? String(year),
      docType: 'Kế hoạch',
      title,
    },
    legalBases: plan.bases.map(asLegalBasis),
    genericBases: [],
    preamble: clauses.map((clause, index) => `${clause}${index === clauses.length - 1 ? '.' : ';'}`),
    lead: `${unit.name} xây dựng Kế hoạch ${subject} như sau:`,
    sections: [...tree.map((root, index) => sectionOf(root, index + 1, root.part)), ...(table ? [table] : [])],
    closing: table ? closingOf(unit.kind, unit.name, subject) : closingOf(unit.kind, unit.name, subject).replace(/; phân công,[^.]*\./u, '.'),
    targets: plan.nodes.flatMap((node) => targetOf(node, year)),
    deadlines: plan.nodes.flatMap(deadlineOf),
    observances: mergeObservances(plan.nodes.flatMap(({ text }) => findObservances(text))),
    assignments: assignmentsOf(tree),
    recipients: plan.recipients ?? recipientsOf(unit.kind, unit.parentName),
    signer: plan.signer ?? signerOf(unit.kind),
    findings: [],
  }
}

/** Levels 1 to 3 are sections where something hangs under them or beside them; the rest are items. */
function sectionOf(placed: PlacedNode, order: number, part: PlanPart): Section {
  const { node, depth, children } = placed
  const own = node.part ?? part
  const asSections = depth < 3 && children.some((child) => child.children.length > 0 || child.node.kind === 'section')
  return {
    label: labelOf(depth, order).replace(/[.)]$/, ''),
    title: node.text,
    kind: SECTION_KIND[own],
    depth,
    items: asSections ? [] : children.map((child, index) => itemOf(child, index + 1, placed)),
    children: asSections ? children.map((child, index) => sectionOf(child, index + 1, own)) : [],
  }
}

function itemOf(placed: PlacedNode, order: number, parent: PlacedNode): TextItem {
  return {
    marker: isLoneParagraph(parent, placed) ? null : labelOf(placed.depth, order),
    text: placed.node.text,
    items: placed.children.map((child, index) => itemOf(child, index + 1, placed)),
  }
}

/** Who does what by when: one row per task, with its place in the plan; null when no task says any of it. */
function assignmentTable({ nodes, unit, year }: PlanDocument): Section | null {
  const tree = treeOf(nodes)
  const paths = pathsOf(tree)
  const tasks = inReadingOrder(nodes).filter(({ node }) => node.kind === 'task' && (node.lead !== null || node.dueOn !== null || node.startOn !== null))
  if (tasks.length === 0) return null
  const rows = tasks.map(({ node }, index) => [
    String(index + 1),
    `${shortTask(node.text)} (mục ${paths.get(node.id) ?? ''})`,
    node.lead ? partyName(node.lead, unit.kind) : '',
    node.supporting.map((party) => partyName(party, unit.kind)).join('; '),
    printWhen(node.when, node.startOn, node.dueOn),
    node.product ?? '',
    printBudget(node.budget),
  ])
  const item: Item = { table: { head: [[...TASK_TABLE_HEAD]], rows, widths: [1.2, 7.4, 3.2, 3.2, 3, 3.4, 2.4] } }
  return { label: 'Phụ lục', title: `${TASK_TABLE} ${year}`, kind: 'appendix', depth: 1, landscape: true, items: [item], children: [] }
}

/** The first clause of a task, for the table; a very long one ends at a comma, since words are of several syllables. */
function shortTask(text: string): string {
  const clause = /^[^;:]*[^;:.]/u.exec(text)?.[0].trim() ?? text
  if (clause.length <= LONGEST_TASK) return clause
  const comma = clause.slice(0, LONGEST_TASK).lastIndexOf(',')
  return comma > LONGEST_TASK / 3 ? clause.slice(0, comma) : clause
}

function targetOf({ target }: PlanNode, year: number): readonly Target[] {
  if (!target) return []
  return [{ subject: target.text, op: target.op, value: target.value, unit: target.unit, period: String(year) }]
}

function deadlineOf(node: PlanNode): readonly Deadline[] {
  if (node.kind !== 'task' || node.dueOn === null) return []
  const isReport = node.topic === 'reporting'
  if (!isReport && node.when !== null && 'allYear' in node.when) return []
  const date = node.startOn !== null && node.startOn !== node.dueOn && !isReport ? `${node.startOn}/${node.dueOn}` : node.dueOn
  return [{ kind: isReport ? 'report' : 'activity', date, qualifier: 'by', text: shortTask(node.text) }]
}

function assignmentsOf(tree: readonly PlacedNode[]): readonly Assignment[] {
  return tree
    .filter((root) => root.part === 'organisation')
    .flatMap((root) => root.children)
    .filter((child) => child.children.length > 0)
    .map((child) => ({ party: child.node.text, duties: child.children.map((duty) => duty.node.text) }))
}
