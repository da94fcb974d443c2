import type { Assignment, Item, Section, TextItem } from '../model.ts'
import { countWords, squeeze } from '../vietnamese.ts'
import { isPartyHeading, namesParty, splitSubject, withoutRequest } from './parties.ts'
import { allSections, isTable, sentences } from './walk.ts'

/** Duties in a run-on paragraph: clauses that “;” or the end of a sentence divides; a list after a colon is one duty. */
export function splitDuties(text: string): readonly string[] {
  return sentences(text).flatMap((sentence) => {
    const colon = sentence.search(/:\s/)
    const head = colon < 0 ? sentence : sentence.slice(0, colon)
    const clauses = head.split(/;\s*/)
    const last = colon < 0 ? [] : [`${clauses.pop() ?? ''}${sentence.slice(colon)}`]
    return [...clauses, ...last]
  }).map((duty) => squeeze(duty).replace(/[\s.;]+$/u, '')).filter((duty) => duty !== '')
}

const textItems = (items: readonly Item[]): readonly TextItem[] => items.flatMap((item) => (isTable(item) ? [] : [item]))

function dutiesOf(section: Section): readonly string[] {
  const items = textItems(section.items)
  if (section.children.length > 0) return [...items.map((item) => item.text), ...section.children.map((child) => child.title)]
  const [only] = items
  if (items.length === 1 && only && only.marker === null && only.items.length === 0) return splitDuties(only.text)
  return items.map((item) => item.text)
}

/** A heading that is a sentence: the party is its subject. */
function saysMore(title: string): boolean {
  return countWords(title) > 25 || /(?:như sau|sau đây|nội dung sau|sau)$|\s(?:chủ trì, phối hợp|có trách nhiệm|chịu trách nhiệm|là (?:cơ quan|đơn vị|đầu mối))\s/iu.test(title)
}

/** “Đề nghị Ủy ban nhân dân xã phối hợp” → “Ủy ban nhân dân xã”. */
function nameIn(title: string): string {
  return withoutRequest(title).replace(/\s+(?:chủ trì|phối hợp|thực hiện|chủ trì, phối hợp|phối hợp thực hiện)$/u, '')
}

/** “Tổ chuyên môn xây dựng kế hoạch …” is a task, not a name. */
function opensWithDuty(title: string): boolean {
  const subject = splitSubject(title)
  return subject !== null && countWords(subject.duty) > 8
}

const PARTY_AND_COLON = /^([^:;.]{2,140}?)\s*:\s+(?=\S)/u

/** A bullet “- Party: …” or a sentence with the party as its subject. */
function assignmentOf(item: TextItem): Assignment | null {
  const colon = PARTY_AND_COLON.exec(`${item.text} `)
  const head = colon?.[1]
  if (colon && head !== undefined && namesParty(head) && splitSubject(head) === null) {
    const rest = item.text.slice(colon[0].length)
    const duties = item.items.length > 0 ? item.items.map((child) => child.text) : splitDuties(rest)
    return { party: withoutRequest(head), duties }
  }
  const [first = '', ...others] = sentences(item.text)
  const found = splitSubject(first)
  if (!found) return null
  const nested = item.items.map((child) => child.text)
  return { party: withoutRequest(found.party), duties: nested.length > 0 ? nested : [...splitDuties(found.duty), ...others.flatMap(splitDuties)] }
}

/** One entry per party that the organisation of the work gives duties to. */
export function readAssignments(sections: readonly Section[], docType: string | null): readonly Assignment[] {
  const found: Assignment[] = []
  const directive = docType !== null && /^Chỉ thị/u.test(docType)
  const headed = new Set<Section>()
  for (const { section, path } of allSections(sections)) {
    const above = path.slice(0, -1)
    if (above.some((outer) => headed.has(outer))) continue
    // The forms of an appendix give no duties.
    if (path[0]?.kind === 'appendix' && path[0].label !== null) continue
    const organising = section.kind === 'organisation' || directive
    const addressed = /^(?:đối với|doi voi|trách nhiệm của|trach nhiem cua)\s/iu.test(section.title) && isPartyHeading(section.title) && (section.kind === 'tasks' || organising)
    // “TRÁCH NHIỆM CỦA CÁC BÊN”: its parts are the parties.
    const gathers = section.children.length > 0 && section.children.every((child) => isPartyHeading(child.title))
    const asTask = section.kind === 'tasks' && section.runIn !== true && above.length > 0 && isPartyHeading(section.title) && (countWords(section.title) <= 25 ? !opensWithDuty(section.title) : false)
    if (section.runIn === true && organising) {
      const [item] = textItems(section.items)
      const full = item && !item.text.startsWith(section.title.slice(0, 12)) ? `${section.title}: ${item.text}` : (item?.text ?? section.title)
      const assignment = assignmentOf({ marker: null, text: full, items: [] })
      if (assignment) found.push(assignment)
      headed.add(section)
      continue
    }
    if (!gathers && ((organising && above.length > 0 && isPartyHeading(section.title)) || (addressed) || asTask || (directive && isPartyHeading(section.title)))) {
      const subject = saysMore(section.title) ? splitSubject(section.title) : null
      found.push({ party: subject ? withoutRequest(subject.party) : nameIn(section.title), duties: dutiesOf(section) })
      headed.add(section)
      continue
    }
    if (organising) found.push(...textItems(section.items).flatMap((item) => assignmentOf(item) ?? []))
  }
  return found
}
