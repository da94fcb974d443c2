import type { NodeTarget, PlanPart } from '../model/plan-node.ts'
import type { RoleKey, UnitKind } from '../model/roles.ts'
import type { SystemId } from '../model/systems.ts'
import { topics, type TopicId } from '../model/topics.ts'
import type { When } from '../model/when.ts'

/** One line of a plan template. Texts may hold `{year}`, `{nextYear}`, `{name}`, `{parent}`: filled when drafting. */
export interface TemplateLine {
  readonly id: string
  /** A task has somebody and a time; a point is a paragraph (purpose, target, source of money). */
  readonly kind: 'task' | 'point'
  readonly text: string
  readonly topic: TopicId | null
  /** Rows of the field's work that the line serves. */
  readonly systems: readonly SystemId[]
  readonly lead: RoleKey | null
  readonly supporting: readonly RoleKey[]
  readonly when: When | null
  readonly product: string | null
  readonly target: NodeTarget | null
}

/** A numbered heading with its lines; of an organisation part: a party and its duties. */
export interface TemplateGroup {
  readonly id: string
  readonly title: string
  readonly lead: RoleKey | null
  readonly lines: readonly TemplateLine[]
}

export interface TemplateSection {
  readonly part: PlanPart
  readonly title: string
  /** A group with an empty title has its lines directly under the section. */
  readonly groups: readonly TemplateGroup[]
}

export interface PlanTemplate {
  readonly kind: UnitKind
  readonly sections: readonly TemplateSection[]
}

interface TaskFacts {
  readonly topic: TopicId
  readonly lead: RoleKey
  readonly by?: readonly RoleKey[]
  readonly when: When
  readonly product?: string
  readonly target?: NodeTarget
  /** Rows beyond those of the topic. */
  readonly also?: readonly SystemId[]
}

/** A thing to be done. */
export function task(id: string, text: string, facts: TaskFacts): TemplateLine {
  return {
    id,
    kind: 'task',
    text,
    topic: facts.topic,
    systems: [...new Set([...topics[facts.topic].systems, ...(facts.also ?? [])])],
    lead: facts.lead,
    supporting: facts.by ?? [],
    when: facts.when,
    product: facts.product ?? null,
    target: facts.target ?? null,
  }
}

/** A paragraph without a doer of its own. */
export function point(id: string, text: string, topic: TopicId | null = null, target: NodeTarget | null = null): TemplateLine {
  const systems: readonly SystemId[] = target ? ['S5'] : topic ? topics[topic].systems : []
  return { id, kind: 'point', text, topic, systems, lead: null, supporting: [], when: null, product: null, target }
}

/** A number to be reached; `indicator` is a code of the catalogue of indicators. */
export function goal(
  indicator: string | null,
  text: string,
  op: NodeTarget['op'],
  value: number,
  unit: string,
): NodeTarget {
  return { indicator, text, op, value, unit }
}

/** What a template does otherwise than the one it stands on. */
export interface Changes {
  readonly kind: UnitKind
  /** Words for `{learners}` and the like, put in at once. */
  readonly words: Readonly<Record<string, string>>
  readonly without?: readonly string[]
  /** Lines that say it otherwise, by id. */
  readonly instead?: readonly TemplateLine[]
  /** Lines added at the end of a group, by group id. */
  readonly more?: Readonly<Record<string, readonly TemplateLine[]>>
  readonly groupsWithout?: readonly string[]
  /** Roles that this kind of unit does not have; they are left out of the helpers. */
  readonly rolesWithout?: readonly RoleKey[]
  /** Headings that read otherwise, by group id. */
  readonly titles?: Readonly<Record<string, string>>
}

/**
 * A template made from another one.
 *
 * @throws Error when it names a line or group that the base does not have
 */
export function adapt(base: readonly TemplateSection[], changes: Changes): PlanTemplate {
  const groups = base.flatMap((section) => section.groups)
  const ids = new Set(groups.flatMap((group) => group.lines.map((line) => line.id)))
  const instead = new Map((changes.instead ?? []).map((line) => [line.id, line]))
  for (const id of [...instead.keys(), ...(changes.without ?? [])]) if (!ids.has(id)) throw new Error(`no line ${id}`)
  for (const id of [...Object.keys({ ...changes.more, ...changes.titles }), ...(changes.groupsWithout ?? [])]) {
    if (!groups.some((group) => group.id === id)) throw new Error(`no group ${id}`)
  }
  const adaptGroup = (group: TemplateGroup): TemplateGroup => ({
    ...group,
    title: withWords(changes.titles?.[group.id] ?? group.title, changes.words),
    lines: [
      ...group.lines.filter((line) => !(changes.without ?? []).includes(line.id)).map((line) => instead.get(line.id) ?? line),
      ...(changes.more?.[group.id] ?? []),
    ].map((line) => ({
      ...lineWithWords(line, changes.words),
      supporting: line.supporting.filter((role) => !(changes.rolesWithout ?? []).includes(role)),
    })),
  })
  return {
    kind: changes.kind,
    sections: base.map((section) => ({
      ...section,
      groups: section.groups.filter((group) => !(changes.groupsWithout ?? []).includes(group.id)).map(adaptGroup),
    })),
  }
}

/** All lines with the group and the section that they stand in. */
export function linesOf(
  template: PlanTemplate,
): readonly { readonly line: TemplateLine; readonly group: TemplateGroup; readonly section: TemplateSection }[] {
  return template.sections.flatMap((section) =>
    section.groups.flatMap((group) => group.lines.map((line) => ({ line, group, section }))),
  )
}

/** Replaces `{word}`; `{Word}` gives it a capital. Unknown names stay. */
export function withWords(text: string, words: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\p{L}+)\}/gu, (whole, name: string) => {
    const lower = name.charAt(0).toLowerCase() + name.slice(1)
    const word = words[name] ?? words[lower]
    if (word === undefined) return whole
    return name === lower ? word : word.charAt(0).toUpperCase() + word.slice(1)
  })
}

function lineWithWords(line: TemplateLine, words: Readonly<Record<string, string>>): TemplateLine {
  return {
    ...line,
    text: withWords(line.text, words),
    product: line.product === null ? null : withWords(line.product, words),
    target: line.target === null ? null : { ...line.target, text: withWords(line.target.text, words) },
  }
}
