import type { PlainDate } from '#platform/clock.ts'
import { formatDay } from '#platform/i18n/day.ts'
import type { ReportState } from './lifecycle.ts'

/** Fields of the text of a reminder. */
export const REMINDER_FIELDS = ['{trường}', '{hạn}', '{phần thiếu}'] as const

/** As a reminder begins; the officer changes it as it fits. */
export function usualReminder(title: string): string {
  return `Kính gửi {trường}: đề nghị đơn vị nộp “${title}” trước hết ngày {hạn}. Hiện còn: {phần thiếu}.`
}

export interface Owing {
  readonly unitName: string
  readonly dueOn: PlainDate
  readonly state: ReportState
  readonly toFill: number | null
  readonly filled: number | null
  readonly returnReason: string | null
}

/** The text of one unit. A text without a field says the same to everybody; what looks like an unknown field stays as it is. */
export function reminderFor(text: string, unit: Owing): string {
  return text.normalize('NFC').replaceAll('{trường}', unit.unitName).replaceAll('{hạn}', formatDay(unit.dueOn)).replaceAll('{phần thiếu}', lackingOf(unit))
}

/** What is still lacking, in words of the unit. */
export function lackingOf({ state, toFill, filled, returnReason }: Pick<Owing, 'state' | 'toFill' | 'filled' | 'returnReason'>): string {
  if (state === 'not_started') return 'chưa bắt đầu soạn báo cáo'
  if (state === 'review') return 'báo cáo đang chờ Thủ trưởng đơn vị ký'
  if (state === 'signed') return 'báo cáo đã ký, chưa gửi'
  if (state === 'returned') return `bổ sung theo yêu cầu: ${returnReason?.replace(/[.\s]+$/, '') ?? 'xem trong báo cáo'}`
  const open = toFill === null ? null : toFill - (filled ?? 0)
  return open ? `${open}/${toFill} mục chưa điền` : 'báo cáo đã điền đủ, chưa trình ký'
}
