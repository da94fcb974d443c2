import type { Deadline, Section } from '../model.ts'
import { fold, squeeze } from '../vietnamese.ts'
import { findTimes, type FoundTime } from './time-expressions.ts'
import { isTable, sentences, type Passage } from './walk.ts'

/** “Thời gian thực hiện: …”: the line that says when. */
const TIME_LINE = /^[+*\s-]*(?:thời gian|thời hạn|tiến độ|lộ trình)(?:\s+[\p{L},]+){0,6}?\s*:\s*/iu
const TIME_HEADING = /^(?:về )?(?:thời gian|thời hạn|tiến độ|lộ trình)(?:\s+[\p{L},]+){0,8}$/iu
const PAPER = /báo cáo|gửi|nộp|hồ sơ|danh sách|văn bản|kế hoạch/iu
const SENDS = /báo cáo|gửi|nộp|(?<!(?:lộ|quá|chương|quy|tiến|lịch|hành|công)\s)trình\s|đăng ký/iu
const BEFORE = /(?:^|\s|\()trước\s+(?:ngày\s+)?$/iu
const BY = /(?:chậm nhất|muộn nhất|hạn cuối|hạn|xong|hết|hoàn thành|không quá|đến hết|đến|cuối)\s*(?:là\s*)?(?:vào\s*)?(?:trong\s*)?(?:trước\s*)?(?:ngày\s*)?$/iu
const FROM = /(?:^|\s)(?:từ|kể từ|bắt đầu từ|bắt đầu)\s*(?:ngày\s*)?$/iu
const MUST_BE_DONE = /hoàn thành|kết thúc|xong|tổ chức|tiến hành|triển khai|tổng kết|sơ kết|thực hiện|ban hành|dự kiến|diễn ra|khai mạc|phát động/iu
const PAST = /(?:^|\s)(?:đã|được thành lập|trước đây|vừa qua|hiệu lực)(?:\s|$)/iu
const PERIOD = /(?:giai đoạn|nhiệm kỳ|khóa|khoá|năm học)\s*$/iu

function qualifierOf(before: string, date: string): Deadline['qualifier'] {
  if (BEFORE.test(before)) return 'before'
  if (date.startsWith('../')) return 'by'
  if (date.endsWith('/..')) return 'from'
  if (FROM.test(before)) return date.includes('/') ? null : 'from'
  if (BY.test(before)) return 'by'
  return date.includes('/') ? null : 'on'
}

interface Context {
  readonly year: number | null
  /** Places in a text that are dates of cited documents or of observances. */
  readonly taken: (text: string) => readonly { readonly start: number; readonly end: number }[]
}

interface Timed {
  readonly kind: 'report' | 'activity'
  readonly date: string
  readonly qualifier: Deadline['qualifier']
  readonly text: string
}

const short = (text: string): string => squeeze(text).slice(0, 240)

function timesOf(text: string, context: Context): readonly FoundTime[] {
  const taken = context.taken(text)
  return findTimes(text, context.year).filter((time) => !taken.some(({ start, end }) => time.start < end && start < time.end) && !PERIOD.test(text.slice(0, time.start)))
}

const yearly = (text: string): boolean => /h[ằà]ng năm|mỗi năm/iu.test(text)
const everyYear = (time: FoundTime, text: string, context: Context): string => (time.yearless && context.year !== null && yearly(text) ? time.date.replaceAll(`${context.year}-`, '--') : time.date)

/** All dates of a line that says when something is done. */
function readTimeLine(text: string, action: string, context: Context): readonly Timed[] {
  return sentences(text).flatMap((sentence) => readTimes(sentence, action, context))
}

function readTimes(text: string, action: string, context: Context): readonly Timed[] {
  return timesOf(text, context).map((time) => {
    const open = !time.date.includes('/') && FROM.test(text.slice(0, time.start))
    const date = open ? `${time.date}/..` : time.date
    const qualifier = qualifierOf(text.slice(0, time.start), date)
    const kind = (qualifier === 'before' || qualifier === 'by') && SENDS.test(text) && PAPER.test(text) ? 'report' : 'activity'
    return { kind, date, qualifier, text: short(`${action}: ${text}`) }
  })
}

/** Dates in running text count only where the words set a term. */
function readProse(text: string, context: Context): readonly Timed[] {
  return sentences(text).flatMap((sentence) => {
    let previous: { end: number; entry: Timed } | null = null
    return timesOf(sentence, context).flatMap((time) => {
      const before = sentence.slice(0, time.start)
      const from = Math.max(before.lastIndexOf(';'), before.lastIndexOf(': ')) + 1
      const end = sentence.indexOf(';', time.end)
      const clause = sentence.slice(from, end < 0 ? sentence.length : end)
      const listed = previous !== null && /^\s*(?:và|,)\s*(?:trước\s+)?$/iu.test(sentence.slice(previous.end, time.start))
      const qualifier: Deadline['qualifier'] = listed && previous ? previous.entry.qualifier : qualifierOf(before, time.date)
      const date = everyYear(time, clause, context)
      const entry: Timed = { kind: SENDS.test(clause) && PAPER.test(clause) ? 'report' : 'activity', date, qualifier, text: short(clause) }
      if (!listed && !setsTerm(clause, before, time, qualifier)) return []
      previous = { end: time.end, entry }
      return [entry]
    })
  })
}

function setsTerm(clause: string, before: string, time: FoundTime, qualifier: Deadline['qualifier']): boolean {
  if (PAST.test(before.slice(-60))) return false
  const yearOnly = /^(?:\d{4}(?:\/\.\.)?|\.\.\/\d{4}-12-31)$/.test(time.date) && !/\d\s?[/-]\s?\d/.test(clause.slice(-40))
  if (yearOnly && !/(?:hoàn thành|kết thúc|xong)[^,;]{0,60}$/iu.test(before)) return false
  if (qualifier === 'before') return true
  if (qualifier === 'by') return /(?:chậm nhất|muộn nhất|hạn|xong|hoàn thành|hết)/iu.test(before.slice(-30))
  if (time.date.includes('/') && !time.date.includes('..')) return MUST_BE_DONE.test(clause) || /từ\s*(?:ngày\s*|tháng\s*)?$/iu.test(before)
  if (qualifier === 'from') return MUST_BE_DONE.test(clause)
  return /(?:vào|trong|dự kiến|ngày)\s*(?:khoảng\s*)?(?:tuần[^,;]{0,30})?$/iu.test(before) && MUST_BE_DONE.test(clause) && time.date.length >= 7
}

/** “Tháng 9:”, “Quý I”, “Tuần 1 (5/9 - 10/9)”: the row of a schedule. */
const ROW_TIME = /^(?:tháng|quý|từ|ngày|đến|năm|tuần|đầu|giữa|cuối|\d{1,2}\s?\/)/iu

/** “Đợt 1: Từ ngày 05/12/2025 đến ngày 20/02/2026”. */
const STAGE = /^(?:đợt|giai đoạn|bước|vòng)\s+(?:thứ\s+)?(?:\d{1,2}|[IVX]{1,4}|một|hai|ba|nhất)\s*[:(]\s*/iu

function isSchedule(path: readonly Section[]): boolean {
  return path.at(-1)?.kind === 'schedule' || path.some((section) => section.kind === 'schedule')
}

function rowsOfTable(section: Section, context: Context): readonly Timed[] {
  return section.items.flatMap((item) => {
    if (!isTable(item)) return []
    const [head, ...rest] = [...item.table.head, ...item.table.rows]
    const column = (head ?? []).findIndex((cell) => /^(?:thời gian|thời hạn|tiến độ|tháng|ngày)/iu.test(cell))
    if (column < 0) return []
    return rest.flatMap((row) => {
      const cell = row[column] ?? ''
      const action = row.filter((_, i) => i !== column).join(' ')
      const first = timesOf(cell, context)[0]
      return first ? [{ kind: 'activity' as const, date: first.date, qualifier: qualifierOf(cell.slice(0, first.start), first.date), text: short(`${cell}: ${action}`) }] : []
    })
  })
}

/** What is reported as done sets no terms. */
const REPORTED = /^(?:kết quả|tình hình|thực trạng|ưu điểm|tồn tại|hạn chế|đánh giá|khái quát|đặc điểm|những kết quả)/iu

function readPassage(passage: Passage, context: Context): readonly Timed[] {
  const { text, section, path } = passage
  const around = path.at(-2)?.title ?? section.title
  if (passage.role === 'cell' || path.some((outer) => outer.kind === 'other' && REPORTED.test(outer.title))) return []
  if (passage.role === 'heading') {
    const tableRows = rowsOfTable(section, context)
    if (STAGE.test(text)) return [...readTimeLine(text.replace(STAGE, ''), text, context), ...tableRows]
    const scheduleRow = isSchedule(path.slice(0, -1)) && ROW_TIME.test(text)
    return scheduleRow ? [...readTimeLine(text, section.items.flatMap((item) => (isTable(item) ? [] : [item.text])).join(' '), context).slice(0, 1), ...tableRows] : tableRows
  }
  const line = TIME_LINE.exec(text)
  if (line) return readTimeLine(text.slice(line[0].length), passage.parents.at(-1)?.text ?? (TIME_HEADING.test(section.title) ? around : section.title), context)
  if (TIME_HEADING.test(section.title) || passage.parents.some((parent) => TIME_LINE.test(`${parent.text.replace(/:?$/, '')}:`))) return readTimeLine(text, around, context)
  if (isSchedule(path)) {
    // Below a heading that is itself a row, days only subdivide its period.
    if (path.slice(1).some((inner) => ROW_TIME.test(inner.title)) && passage.section.title !== path[0]?.title) return readProse(text, context).filter((entry) => entry.kind === 'report')
    if (ROW_TIME.test(text)) return readTimeLine(text, '', context).slice(0, 1)
  }
  return readProse(text, context)
}

const sameAction = (a: Timed, b: Timed): boolean => a.kind === b.kind && a.date === b.date && (fold(a.text) === fold(b.text) || (a.kind === 'report' && overlap(a.text, b.text) > 0.5))

function overlap(a: string, b: string): number {
  const [left, right] = [new Set(fold(a).split(/\W+/)), new Set(fold(b).split(/\W+/))]
  return [...left].filter((word) => right.has(word)).length / Math.max(1, Math.min(left.size, right.size))
}

/** Terms of reports and dates of activities; a repeated statement of one deadline is one entry. */
export function readDeadlines(all: readonly Passage[], context: Context): readonly Deadline[] {
  const found: Timed[] = []
  for (const entry of all.flatMap((passage) => readPassage(passage, context))) {
    if (!found.some((other) => sameAction(other, entry))) found.push(entry)
  }
  return found
}
