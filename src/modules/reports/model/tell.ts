import { formatDay } from '#platform/i18n/day.ts'
import { formatNumber } from '#platform/i18n/number.ts'
import type { Source } from './body.ts'
import type { ToldPart } from './form.ts'
import type { RecordLine } from './sources.ts'

export interface ToldSentence {
  readonly key: string
  readonly text: string
  readonly sources: readonly Source[]
}

/** How a number of records of a kind is told: the words before the number and those after it. */
const DEEDS: Readonly<Record<string, readonly [string, string]>> = {
  communication: ['Tổ chức', 'cuộc truyền thông, phổ biến về bình đẳng giới'],
  publication: ['Đăng tải, phát hành', 'tin, bài, sản phẩm truyền thông'],
  training_held: ['Tổ chức', 'lớp tập huấn, bồi dưỡng'],
  training_attended: ['Cử người dự', 'lớp tập huấn, bồi dưỡng'],
  lesson: ['Thực hiện', 'hoạt động dạy học có lồng ghép giới'],
  contest: ['Tổ chức', 'cuộc thi, hội thi'],
  club: ['Tổ chức', 'buổi sinh hoạt câu lạc bộ'],
  model: ['Xây dựng, giới thiệu', 'mô hình, điển hình'],
  counselling: ['Thực hiện', 'buổi tư vấn học đường'],
  visit: ['Tổ chức', 'lần thăm hỏi, hỗ trợ'],
  action_month: ['Tổ chức', 'hoạt động hưởng ứng Tháng hành động vì bình đẳng giới'],
  meeting: ['Tổ chức', 'cuộc họp về công tác bình đẳng giới'],
  cooperation: ['Thực hiện', 'hoạt động phối hợp, giao lưu'],
  parents_event: ['Tổ chức', 'hoạt động dành cho cha mẹ học sinh'],
  safe_school: ['Thực hiện', 'biện pháp xây dựng trường học an toàn'],
  other: ['Thực hiện', 'hoạt động khác'],
}

/** Only counts may be told of these, never a title; nor do they need evidence. */
export const COUNTS_ONLY: ReadonlySet<string> = new Set(['counselling'])

const GROUPS: readonly (readonly [readonly string[], string])[] = [
  [['pupils'], 'lượt học sinh'],
  [['managers', 'teachers', 'staff'], 'lượt cán bộ, giáo viên, nhân viên'],
  [['parents'], 'lượt cha mẹ học sinh'],
  [['community'], 'lượt người dân trong cộng đồng'],
]

const EXAMPLES = 3

/**
 * Sentences of a part, made of the records of its kinds. Every number in them is a count of these records, a sum of
 * their head-counts or costs, or the day of one of them.
 */
export function tell(part: ToldPart, records: readonly RecordLine[]): ToldSentence[] {
  return part.kinds.flatMap((kind) => {
    const those = records.filter((record) => record.kind === kind).toSorted((a, b) => (a.onDay < b.onDay ? -1 : 1))
    if (those.length === 0) return []
    const sources = those.map(sourceOf)
    const sentences: ToldSentence[] = [{ key: `${part.key}#${kind}`, text: summary(kind, those), sources }]
    const titled = COUNTS_ONLY.has(kind) ? [] : examplesOf(those)
    if (titled.length > 0) {
      const ids = new Set(titled.map(({ id }) => id))
      sentences.push({ key: `${part.key}#${kind}.titles`, text: `${titled.length < those.length ? 'Tiêu biểu' : 'Gồm'}: ${titled.map(example).join('; ')}.`, sources: sources.filter(({ id }) => ids.has(id)) })
    }
    return sentences
  })
}

/** A title of counselling is kept to those who may read the record. */
export function sourceOf({ id, kind, title, onDay }: RecordLine): Source {
  return { table: 'records.record', id, label: COUNTS_ONLY.has(kind) ? '' : title, onDay }
}

function summary(kind: string, records: readonly RecordLine[]): string {
  const [before, after] = DEEDS[kind] ?? DEEDS['other']!
  const heads = records.flatMap((record) => record.heads)
  const sum = (those: typeof heads) => those.reduce((total, { contacts }) => total + contacts, 0)
  const all = sum(heads)
  const told = `${before} ${counted(records.length)} ${after}`
  const cost = costOf(records)
  if (all === 0) return `${told}.${cost}`

  const women = sum(heads.filter(({ sex }) => sex === 'F'))
  const men = sum(heads.filter(({ sex }) => sex === 'M'))
  const sexes = women + men === all ? ` (${formatNumber(women)} nữ, ${formatNumber(men)} nam)` : ''
  const groups = GROUPS.map(([audiences, words]) => ({ words, count: sum(heads.filter(({ audience }) => audiences.includes(audience))) })).filter(({ count }) => count > 0)
  const only = groups.length === 1 && groups[0]!.count === all ? groups[0]! : null
  if (only) return `${told} với ${formatNumber(all)} ${only.words}${sexes}.${cost}`
  const among = groups.length > 0 ? `, trong đó có ${groups.map(({ words, count }) => `${formatNumber(count)} ${words}`).join(', ')}` : ''
  return `${told} với ${formatNumber(all)} lượt người tham gia${sexes}${among}.${cost}`
}

function costOf(records: readonly RecordLine[]): string {
  const known = records.flatMap(({ costVnd }) => (costVnd === null ? [] : [costVnd]))
  const total = known.reduce((sum, cost) => sum + cost, 0)
  return total > 0 ? ` Kinh phí đã ghi nhận: ${formatNumber(total)} đồng.` : ''
}

/** The records with most people, in the order of their days. */
function examplesOf(records: readonly RecordLine[]): RecordLine[] {
  return records
    .filter(({ title }) => title.trim() !== '')
    .toSorted((a, b) => contactsOf(b) - contactsOf(a))
    .slice(0, EXAMPLES)
    .toSorted((a, b) => (a.onDay < b.onDay ? -1 : 1))
}

function example(record: RecordLine): string {
  const contacts = contactsOf(record)
  const people = contacts > 0 ? `, ${formatNumber(contacts)} lượt người` : ''
  return `“${quoted(record.title)}” (ngày ${formatDay(record.onDay)}${people})`
}

/** A title within quotation marks: its own become single ones. */
function quoted(title: string): string {
  return title.trim().replace(/[“"]([^”"]*)[”"]/g, '‘$1’')
}

function contactsOf(record: RecordLine): number {
  return record.heads.reduce((total, { contacts }) => total + contacts, 0)
}

/** As official documents write a small number: “02 cuộc”. */
function counted(value: number): string {
  return value < 10 ? `0${value}` : formatNumber(value)
}
