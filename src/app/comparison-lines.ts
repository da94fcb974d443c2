import type { ChangedField, ChangedPassage, Difference, DocumentComparison } from '@songhanh/vanban/comparing/compare-documents'
import { formatDay } from '#platform/i18n/day.ts'

const FIELDS = {
  parentIssuer: 'Cơ quan chủ quản',
  issuer: 'Cơ quan ban hành',
  docType: 'Loại văn bản',
  number: 'Số',
  symbol: 'Ký hiệu',
  place: 'Địa danh',
  date: 'Ngày',
  title: 'Trích yếu',
  signer: 'Người ký',
} as const satisfies Record<ChangedField['field'], string>

const STATES = { changed: 'ĐỔI', added: 'THÊM', removed: 'BỎ' } as const satisfies Record<ChangedPassage['state'], string>

/** What differs between two documents as readable lines; one sentence when nothing does. */
export function comparisonLines({ header, passages, targets, deadlines, bases, recipients, same }: DocumentComparison): readonly string[] {
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['Thể thức', header.map(({ field, before, after }) => `${FIELDS[field]}: ${shown(before)} → ${shown(after)}`)],
    ['Nội dung', passages.flatMap(passageLines)],
    ['Chỉ tiêu', differenceLines(targets)],
    ['Mốc thời gian', differenceLines(deadlines)],
    ['Văn bản được viện dẫn', differenceLines(bases)],
    ['Nơi nhận', differenceLines(recipients)],
  ]
  const filled = parts.filter(([, lines]) => lines.length > 0)
  if (filled.length === 0) return [`Hai văn bản giống nhau: ${same} đoạn.`]
  return [...filled.flatMap(([title, lines]) => [title, ...lines.map((line) => `  ${line}`), '']), `Giống nhau: ${same} đoạn.`]
}

function shown(value: string | null): string {
  if (value === null) return '(không có)'
  return /^\d{4}-\d\d-\d\d$/.test(value) ? formatDay(value) : value
}

function passageLines({ state, place, before, after }: ChangedPassage): string[] {
  const head = `[${STATES[state]}]${place === '' ? '' : ` ${place}`}`
  return [head, ...(before === null ? [] : [`  - ${before}`]), ...(after === null ? [] : [`  + ${after}`])]
}

function differenceLines({ added, removed }: Difference): string[] {
  return [...removed.map((line) => `- ${line}`), ...added.map((line) => `+ ${line}`)]
}
