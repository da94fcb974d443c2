import type { Finding, Item, Section, TextItem } from '../model.ts'
import { RANKS, readLabel, type Label } from '../reading/labels.ts'
import { isTable } from '../reading/walk.ts'
import type { Subject } from './page-evidence.ts'

interface Numbered {
  readonly label: Label
  readonly quote: string
}

/** Numbers and letters that are skipped or used twice among siblings. */
export function checkNumbering({ model }: Subject): readonly Finding[] {
  return checkSiblings(model.sections, [])
}

function checkSiblings(sections: readonly Section[], items: readonly Item[]): readonly Finding[] {
  const headed = sections.flatMap((section) => ofSection(section) ?? [])
  const listed = items.flatMap((item) => (isTable(item) ? [] : (ofItem(item) ?? [])))
  return [
    ...checkSeries(headed),
    ...(headed.length === 0 ? checkSeries(listed) : []),
    ...checkNames(items),
    ...sections.flatMap((section) => checkSiblings(section.children, section.items)),
  ]
}

function ofSection(section: Section): Numbered | null {
  if (section.label === null) return null
  const label = readLabel(`${section.label}. x`) ?? readLabel(`${section.label}) x`) ?? readLabel(section.label)
  if (label === null) return null
  const mark = label.style === 'letter' ? ')' : '.'
  return { label, quote: `${section.label}${label.style === 'appendix' ? '' : mark} ${section.title.split(' ').slice(0, 10).join(' ')}` }
}

function ofItem(item: TextItem): Numbered | null {
  const label = item.marker === null || item.marker.startsWith('(') ? null : readLabel(`${item.marker} ${item.text}`)
  return label === null ? null : { label, quote: `${item.marker ?? ''} ${item.text.split(' ').slice(0, 8).join(' ')}` }
}

/** Runs of one style; a new run begins where the count starts again at one. */
function checkSeries(all: readonly Numbered[]): readonly Finding[] {
  const found: Finding[] = []
  const last = new Map<number, number>()
  const seen = new Map<number, Set<number>>()
  for (const { label, quote } of all) {
    const { rank, value } = label
    if (value === null) continue
    const used = seen.get(rank) ?? new Set<number>()
    const previous = last.get(rank)
    if (used.has(value) && !(value === 1 && rank > RANKS.roman)) {
      found.push({ code: 'numbering-duplicate', severity: 'error', quote, note: `“${label.label}” được dùng hai lần.` })
    } else if (value > (previous ?? 0) + 1) {
      found.push({ code: 'numbering-gap', severity: previous === undefined ? 'warning' : 'error', quote, note: previous === undefined ? `Đánh số bắt đầu từ “${label.label}”.` : `Thiếu số trước “${label.label}”.` })
    }
    if (value === 1) used.clear()
    seen.set(rank, used.add(value))
    last.set(rank, value)
  }
  return found
}

const NAMED = /^(Mục tiêu|Chỉ tiêu|Nhiệm vụ|Giải pháp|Nội dung|Bước|Đợt|Hoạt động|Nhóm|Tiêu chí|Yêu cầu)\s(\d{1,2})\s*[:.]/u

/** “Mục tiêu 2” followed by “Mục tiêu 4”. */
function checkNames(items: readonly Item[]): readonly Finding[] {
  const last = new Map<string, number>()
  const found: Finding[] = []
  for (const item of items) {
    const match = isTable(item) ? null : NAMED.exec(item.text)
    if (!match || isTable(item)) continue
    const [, name = '', number] = match
    const value = Number(number)
    const previous = last.get(name)
    const quote = item.text.split(' ').slice(0, 6).join(' ')
    if (previous !== undefined && value > previous + 1) found.push({ code: 'numbering-gap', severity: 'error', quote, note: `“${name} ${previous}” rồi đến “${name} ${value}”.` })
    if (previous !== undefined && value === previous) found.push({ code: 'numbering-duplicate', severity: 'error', quote, note: `“${name} ${value}” được dùng hai lần.` })
    last.set(name, value)
  }
  return found
}
