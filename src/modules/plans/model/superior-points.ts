import type { Deadline, DocumentModel, Item, Section, Table, Target, TextItem } from '@songhanh/vanban/model'
import { addresseeOf } from './addressees.ts'
import { ownDutyOf, type OwnDuty } from './own-duties.ts'
import type { UnitKind } from './roles.ts'
import { taskRows } from './task-table.ts'
import { topicsOf, type TopicId } from './topics.ts'
import { digestOf, fold, likeness } from './wording.ts'

/**
 * `heading` a task of the superior, `item` what stands under it, `duty` laid on units by name, `target` a number to be
 * reached, `report` a report to be sent by a day.
 */
export type PointKind = 'heading' | 'item' | 'duty' | 'target' | 'report'

/** One thing in a superior's plan that a subordinate's plan has to answer. */
export interface SuperiorPoint {
  /** Digest of label path and text: the same text at the same place has the same id. */
  readonly id: string
  readonly kind: PointKind
  /** Where it stands: `II.4`, `II.4 – gạch 5`, `III – điểm a`. */
  readonly labelPath: string
  /** The point above it, which is answered when those under it are. */
  readonly parentId: string | null
  readonly text: string
  /** Strongest first; of a heading without cues those of its items. */
  readonly topics: readonly TopicId[]
  /** The party named, for duties. */
  readonly addressedTo: string | null
  readonly target: Pick<Target, 'subject' | 'op' | 'value' | 'unit'> | null
  readonly deadline: Pick<Deadline, 'date' | 'qualifier'> | null
  /** The superior's own duty: proposed as not meant for the subordinate until a person decides. */
  readonly ownDuty?: OwnDuty
  /** Changed or new since the plan answered an earlier version: open until a person answers it anew. */
  readonly isReopened?: boolean
}

type Draft = Omit<SuperiorPoint, 'id' | 'parentId' | 'topics' | 'isReopened' | 'ownDuty'> & { readonly children: readonly Draft[] }

/**
 * The points of a superior's plan, in reading order, parents before their children.
 *
 * Headings and items of task sections, duties of the units in the organisation, targets and report dates. Purposes,
 * requirements, budget and what the organisation lays on the superior's own offices are no points; a task that only the
 * superior can do is one, marked as its own duty.
 *
 * @param kind  the kind of the subordinate; null takes the duties of units of every kind
 */
export function superiorPoints(document: DocumentModel, kind: UnitKind | null = null): readonly SuperiorPoint[] {
  const tasks = document.sections.flatMap((section) => taskDrafts(section, [], kind))
  const reports = reportDrafts(document)
  const duties = dutyDrafts(document, reports, kind)
  const targets = document.targets.filter((target) => target.value !== null)
  const withTargets = tasks.map((draft) => withNumbers(draft, targets))
  const placed = new Set(flatten(withTargets).flatMap((draft) => (draft.target ? [targetKey(draft.target)] : [])))
  const looseTargets = targets.filter((target) => !placed.has(targetKey(target)))
  const { issuer, issuerName } = document.header
  return settle([...withTargets, ...duties, ...looseTargets.map(targetDraft), ...reports], (text) => ownDutyOf(text, issuerName ?? issuer, kind))
}

/** The points that have none under them: what is counted. */
export function leafPoints(points: readonly SuperiorPoint[]): readonly SuperiorPoint[] {
  const parents = new Set(points.map((point) => point.parentId))
  return points.filter((point) => !parents.has(point.id))
}

function taskDrafts(section: Section, above: readonly string[], kind: UnitKind | null): readonly Draft[] {
  const path = section.label === null ? above : [...above, section.label]
  const inner = (): readonly Draft[] => section.children.flatMap((child) => taskDrafts(child, path, kind))
  if (section.kind === 'appendix') return [...tableDrafts(section.items, path.join('.'), kind), ...inner()]
  if (section.kind !== 'tasks' && section.kind !== 'schedule') {
    return section.children.filter((child) => child.kind === 'tasks').flatMap((child) => taskDrafts(child, path, kind))
  }
  if (isForOthers(section.title, kind)) return []
  const label = path.join('.')
  const children = [...itemDrafts(section.items, label), ...tableDrafts(section.items, label, kind), ...inner()]
  if (section.depth === 1 && children.length > 0) return children
  if (section.runIn === true) return [aDraft('heading', label, runInText(section.title, children.map((child) => child.text).join(' ')))]
  return [{ ...aDraft('heading', label, section.title), children }]
}

/** A heading and the text that follows it in the same paragraph, which may repeat it. */
export function runInText(title: string, text: string): string {
  return text === '' || title === '' || text.startsWith(title) ? text || title : `${title}: ${text}`
}

function itemDrafts(items: readonly Item[], above: string): readonly Draft[] {
  const texts = items.filter((item): item is TextItem => 'text' in item)
  let dashes = 0
  let paragraphs = 0
  return texts.flatMap((item) => {
    const numbered = /^(?:([a-zđ])[.)]|(\d+(?:\.\d+)*)[.)]?)$/iu.exec(item.marker ?? '')
    const label = numbered?.[1] ?? numbered?.[2]
    const place =
      label !== undefined ? `${above}.${label}` : item.marker === null ? `${above} – đoạn ${++paragraphs}` : `${above} – gạch ${++dashes}`
    const isLeadIn = item.marker === null && item.text.trimEnd().endsWith(':')
    if (isLeadIn && item.items.length === 0) return []
    return [{ ...aDraft('item', place, item.text), children: itemDrafts(item.items, place) }]
  })
}

function tableDrafts(items: readonly Item[], above: string, kind: UnitKind | null): readonly Draft[] {
  return items.flatMap((item) => ('table' in item ? rowDrafts(item.table, above, kind) : []))
}

function rowDrafts(table: Table, above: string, kind: UnitKind | null): readonly Draft[] {
  return taskRows(table).flatMap(({ text, lead }, index) => {
    if (lead !== null && addresseeOf(lead, kind) !== 'units') return []
    return [{ ...aDraft('item', `${above} – dòng ${index + 1}`, text), addressedTo: lead }]
  })
}

function dutyDrafts(document: DocumentModel, reports: readonly Draft[], kind: UnitKind | null): readonly Draft[] {
  const organisation = document.sections.find((section) => section.kind === 'organisation')
  const above = organisation?.label ?? 'Tổ chức thực hiện'
  const inTasks = new Set(
    flatten(document.sections.flatMap((section) => taskDrafts(section, [], kind))).map((draft) => fold(draft.text)),
  )
  let order = 0
  return document.assignments
    .filter((assignment) => addresseeOf(assignment.party, kind) === 'units')
    .flatMap((assignment) => assignment.duties.map((duty) => ({ duty, party: assignment.party })))
    .filter(({ duty }) => !inTasks.has(fold(duty)))
    .map(({ duty, party }) => ({ duty: withoutReportDates(duty, reports), party }))
    .filter(({ duty }) => duty !== '')
    .map(({ duty, party }) => ({ ...aDraft('duty', `${above} – nhiệm vụ ${++order}`, duty), addressedTo: party }))
}

function reportDrafts(document: DocumentModel): readonly Draft[] {
  const othersDuties = document.assignments
    .filter((assignment) => addresseeOf(assignment.party) !== 'units')
    .flatMap((assignment) => assignment.duties)
  let order = 0
  return document.deadlines
    .filter((deadline) => deadline.kind === 'report' && !othersDuties.some((duty) => contains(duty, deadline.text)))
    .map(({ text, date, qualifier }) => ({ ...aDraft('report', `Báo cáo ${++order}`, text), deadline: { date, qualifier } }))
}

function targetDraft({ subject, op, value, unit }: Target, index: number): Draft {
  return { ...aDraft('target', `Chỉ tiêu ${index + 1}`, subject), target: { subject, op, value, unit } }
}

/** The target that a sentence names: its value and most words of its subject. */
export function targetNamedIn(text: string, targets: readonly Target[]): Target | null {
  return targets.find(({ subject, value }) => value !== null && new RegExp(`(^|\\D)0*${value}(\\D|$)`).test(text) && contains(text, subject)) ?? null
}

/** Gives an item the target that its own words name. */
function withNumbers(draft: Draft, targets: readonly Target[]): Draft {
  const target = targetNamedIn(draft.text, targets)
  const children = draft.children.map((child) => withNumbers(child, targets))
  if (!target || draft.kind === 'heading') return { ...draft, children }
  const { subject, op, value, unit } = target
  return { ...draft, children, target: { subject, op, value, unit } }
}

/** A duty without the sentences about report dates, which are points of their own; empty when little is left. */
function withoutReportDates(duty: string, reports: readonly Draft[]): string {
  const isDated = (text: string): boolean =>
    reports.some(({ deadline }) => deadline !== null && printedIn(text, deadline.date))
  if (!/báo cáo/iu.test(duty) || !isDated(duty)) return duty
  const sentences = duty.split(/(?<=[.;])\s+/).filter((sentence) => !isDated(sentence))
  const rest = sentences.join(' ').replace(/[;:]\s*$/, '')
  return rest.split(/\s+/).length >= 6 ? rest : ''
}

function printedIn(text: string, date: string): boolean {
  const parts = /(\d{2})-(\d{2})$/.exec(date)
  return parts !== null && new RegExp(`\\b0?${Number(parts[2])}\\s*/\\s*0?${Number(parts[1])}\\b`).test(text)
}

/** True when most words of `part` occur in `whole`. */
function contains(whole: string, part: string): boolean {
  const words = new Set(fold(whole).split(' '))
  const wanted = fold(part).split(' ')
  return wanted.length > 0 && wanted.filter((word) => words.has(word)).length / wanted.length >= 0.75
}

function isForOthers(title: string, kind: UnitKind | null): boolean {
  return /^\s*(đối với|giao|đề nghị)\s/iu.test(title) && addresseeOf(title, kind) !== 'units'
}

function aDraft(kind: PointKind, labelPath: string, text: string): Draft {
  return { kind, labelPath, text: text.trim(), addressedTo: null, target: null, deadline: null, children: [] }
}

function flatten(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.flatMap((draft) => [draft, ...flatten(draft.children)])
}

function targetKey({ subject, value, unit }: Pick<Target, 'subject' | 'value' | 'unit'>): string {
  return `${fold(subject)}|${value}|${unit ?? ''}`
}

function settle(drafts: readonly Draft[], ownDuty: (text: string) => OwnDuty | null): readonly SuperiorPoint[] {
  const used = new Map<string, number>()
  const points: SuperiorPoint[] = []
  const add = (draft: Draft, parentId: string | null): void => {
    const { children, ...rest } = draft
    const digest = digestOf(`${draft.kind}|${draft.labelPath}|${fold(draft.text)}`)
    const copies = used.get(digest) ?? 0
    used.set(digest, copies + 1)
    const id = copies === 0 ? digest : `${digest}-${copies + 1}`
    const own = topicsOf(draft.text)
    const topics = own.length > 0 ? own : topicsOf(children.map((child) => child.text).join('. '))
    const duty = children.length === 0 && (draft.kind === 'item' || draft.kind === 'heading') ? ownDuty(draft.text) : null
    points.push({ ...rest, id, parentId, topics: draft.kind === 'report' ? ['reporting'] : topics, ...(duty ? { ownDuty: duty } : {}) })
    for (const child of children) add(child, id)
  }
  for (const draft of drafts) add(draft, null)
  return points
}

/** What became of the points when the superior amended its plan. */
export interface PointChanges {
  /** Same words (the place may differ). */
  readonly unchanged: readonly PointPair[]
  readonly changed: readonly PointPair[]
  readonly added: readonly SuperiorPoint[]
  readonly removed: readonly SuperiorPoint[]
}

export interface PointPair {
  readonly old: SuperiorPoint
  readonly now: SuperiorPoint
}

/** Below this share of common words two points are not versions of one another. */
const SAME_POINT = 0.5

/** Compares the points of two versions of a plan, pairing them by wording, most alike first. */
export function changedPoints(before: readonly SuperiorPoint[], now: readonly SuperiorPoint[]): PointChanges {
  const pairs = before
    .flatMap((old, order) =>
      now.filter((point) => point.kind === old.kind).map((point) => ({ old, now: point, order, score: pairScore(old, point) })),
    )
    .filter((pair) => pair.score >= SAME_POINT)
    .sort((a, b) => b.score - a.score || a.order - b.order)
  const paired = new Map<string, PointPair>()
  const taken = new Set<string>()
  for (const pair of pairs) {
    if (taken.has(pair.now.id) || paired.has(pair.old.id)) continue
    taken.add(pair.now.id)
    paired.set(pair.old.id, { old: pair.old, now: pair.now })
  }
  const kept = [...before].flatMap((point) => paired.get(point.id) ?? [])
  return {
    unchanged: kept.filter(saysTheSame),
    changed: kept.filter((pair) => !saysTheSame(pair)),
    added: now.filter((point) => !taken.has(point.id)),
    removed: before.filter((point) => !paired.has(point.id)),
  }
}

function pairScore(a: SuperiorPoint, b: SuperiorPoint): number {
  return (a.id === b.id ? 1 : 0) + likeness(a.text, b.text) + (a.labelPath === b.labelPath ? 0.05 : 0)
}

function saysTheSame({ old, now }: PointPair): boolean {
  const meaning = (point: SuperiorPoint): string => JSON.stringify([fold(point.text), point.target, point.deadline])
  return meaning(old) === meaning(now)
}
