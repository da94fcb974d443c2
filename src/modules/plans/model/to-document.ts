import type { DocumentModel, Item, Section, SectionKind, TextItem } from '@songhanh/vanban/model'
import { labelsOf } from './numbering.ts'
import type { PlanFrame } from './plan-frame.ts'
import type { Party, PlanNode, PlanPart } from './plan-node.ts'
import { inReadingOrder, treeOf, type PlacedNode } from './plan-tree.ts'
import { roleName, type UnitKind } from './roles.ts'
import { printWhen } from './when.ts'

export interface PlanAsDocument {
  readonly nodes: readonly PlanNode[]
  readonly frame: PlanFrame
  readonly unit: { readonly name: string; readonly kind: UnitKind | null; readonly parentName: string | null }
  readonly symbol: string | null
  /** Null before the plan is numbered and dated. */
  readonly number: string | null
  readonly issuedOn: string | null
}

const KIND_OF_PART = {
  purpose: 'purpose',
  requirements: 'requirements',
  objectives: 'objectives',
  tasks: 'tasks',
  budget: 'budget',
  organisation: 'organisation',
  other: 'other',
} as const satisfies Record<PlanPart, SectionKind>

/**
 * A plan as an official document: the body I. / 1. / a) / - / +, and who does what by when as an appendix.
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II và Mục V.6.b
 */
export function planToDocument(plan: PlanAsDocument): DocumentModel {
  const { frame, unit } = plan
  const tree = treeOf(plan.nodes)
  const labels = labelsOf(tree)
  const sections = tree.map((placed) => sectionOf(placed, labels))
  const appendix = assignmentsOf(plan)
  return {
    header: {
      issuer: unit.name.toLocaleUpperCase('vi'),
      issuerName: unit.name,
      parentIssuer: unit.parentName?.toLocaleUpperCase('vi') ?? null,
      number: plan.number,
      symbol: plan.symbol,
      place: frame.place,
      date: plan.issuedOn,
      docType: 'Kế hoạch',
      title: frame.docTitle,
    },
    legalBases: [],
    genericBases: [],
    preamble: frame.preamble,
    lead: frame.lead,
    sections: appendix ? [...sections, appendix] : sections,
    closing: frame.closing,
    targets: [],
    deadlines: [],
    observances: [],
    assignments: [],
    recipients: frame.recipients,
    signer: frame.signer,
    findings: [],
  }
}

function sectionOf(placed: PlacedNode, labels: ReadonlyMap<string, string>): Section {
  const { node, depth, children, part } = placed
  const isHeading = node.kind === 'section'
  // Among headings a plain line is printed as one too, or it would move in front of them.
  const mixed = children.some((child) => child.node.kind === 'section')
  const own: readonly Item[] = isHeading ? [] : [{ marker: null, text: node.text, items: [] }]
  return {
    label: (labels.get(node.id) ?? '').replace(/[.)]$/, '') || null,
    title: isHeading ? node.text : '',
    kind: KIND_OF_PART[part],
    depth,
    items: mixed ? own : [...own, ...children.map((child) => itemOf(child, labels))],
    children: mixed ? children.map((child) => sectionOf(child, labels)) : [],
  }
}

function itemOf({ node, children }: PlacedNode, labels: ReadonlyMap<string, string>): TextItem {
  return { marker: labels.get(node.id) || null, text: node.text, items: children.map((child) => itemOf(child, labels)) }
}

/** Heading of the appendix that repeats the tasks of the body as a table. */
const ASSIGNMENTS = 'Phân công nhiệm vụ, tiến độ và kinh phí thực hiện'

/** The document without the appendix that `planToDocument` adds: its rows are no further points. */
export function withoutAssignments(model: DocumentModel): DocumentModel {
  return { ...model, sections: model.sections.filter((section) => section.kind !== 'appendix' || section.title !== ASSIGNMENTS) }
}

const HEAD = ['TT', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Thời gian', 'Sản phẩm', 'Kinh phí (đồng)']
const WIDTHS = [1, 7, 3, 3, 3, 3, 2.4]

/** Who does what by when: the tasks that somebody leads or that have a time. */
function assignmentsOf({ nodes, unit }: PlanAsDocument): Section | null {
  const tasks = inReadingOrder(nodes)
    .filter(({ part, node }) => part === 'tasks' && node.kind === 'task' && (node.lead !== null || node.dueOn !== null))
    .map(({ node }) => node)
  if (tasks.length === 0) return null
  const rows = tasks.map((node, order) => [
    String(order + 1),
    withTarget(node),
    node.lead ? partyText(node.lead, unit.kind) : '',
    node.supporting.map((party) => partyText(party, unit.kind)).join(', '),
    printWhen(node.when, node.startOn, node.dueOn),
    node.product ?? '',
    node.budget?.amountVnd === null || node.budget?.amountVnd === undefined ? '' : printAmount(node.budget.amountVnd),
  ])
  return {
    label: 'Phụ lục',
    title: ASSIGNMENTS,
    kind: 'appendix',
    depth: 1,
    items: [{ table: { head: [HEAD], rows, widths: WIDTHS } }],
    children: [],
  }
}

/** The first sentence of a task and its number: the whole text stands in the body. */
function withTarget({ text, target }: PlanNode): string {
  const short = text.replace(/[.;]\s*$/u, '')
  if (!target || target.value === null) return short
  const op = { '=': '', '>=': 'từ ', '<=': 'không quá ', '<': 'dưới ', '>': 'trên ' }[target.op]
  return `${short} (${target.text ? `${target.text}: ` : ''}${op}${String(target.value).replace('.', ',')}${target.unit === '%' ? '%' : ` ${target.unit ?? ''}`})`.replace(/ \)$/u, ')')
}

function partyText(party: Party, kind: UnitKind | null): string {
  if (party.kind === 'role') return roleName(party.role, kind)
  return party.kind === 'person' ? party.name : party.text
}

/** 1.250.000, as official papers write amounts. */
function printAmount(amountVnd: number): string {
  return String(amountVnd).replace(/\B(?=(\d{3})+$)/g, '.')
}

