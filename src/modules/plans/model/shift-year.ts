import type { ObservanceDays } from '#modules/calendar/public.ts'
import { moveToYear } from './days.ts'
import type { PlanNode } from './plan-node.ts'
import { daysOf } from './when.ts'

/** A cited document keeps its date: what follows “số 12/KH-UBND ngày …”. */
const CITED_DATE = /(?:số\s*\d[\w/\-ĐƯƠĂÂđ&.]*\s+)ngày\s+\d{1,2}\/\d{1,2}\/\d{4}/giu

/**
 * Last year's lines for another year: days of the plan move, observances and quarters are taken anew, “năm 2025” and
 * “15/10/2025” are rewritten. Citations, periods (2021-2025) and goals “đến năm …” stay; links to the old superior's
 * points fall away.
 *
 * @param observances  those of the year `to`, as they hold for the unit
 */
export function shiftToYear(nodes: readonly PlanNode[], from: number, to: number, observances: ObservanceDays): readonly PlanNode[] {
  const by = to - from
  const day = (text: string | null): string | null => (text === null ? null : moveToYear(text, Number(text.slice(0, 4)) + by))
  return nodes.map((node) => {
    const hasTime = node.startOn !== null || node.dueOn !== null
    const time = node.when && hasTime ? daysOf(node.when, to, observances) : { startOn: day(node.startOn), dueOn: day(node.dueOn) }
    const product = node.product === null ? null : textForYear(node.product, from, to)
    return { ...node, ...time, text: textForYear(node.text, from, to), product, covers: [] }
  })
}

/** A sentence of last year's plan, said of this year. */
export function textForYear(text: string, from: number, to: number): string {
  const kept: string[] = []
  const hidden = text.replace(CITED_DATE, (citation) => {
    kept.push(citation)
    return `\uE000${kept.length - 1}\uE001`
  })
  const next = new RegExp(`(?<!(?:đến|tới|giai đoạn|từ)\\s(?:hết\\s)?)(năm\\s+)(${from}|${from + 1})(?![\\d-]|\\s*[-–]\\s*\\d)`, 'giu')
  const dated = new RegExp(`(\\b\\d{1,2}/(?:\\d{1,2}/)?)(${from}|${from + 1})(?!\\d|/)`, 'g')
  const move = (_whole: string, before: string, year: string): string => before + String(Number(year) + to - from)
  return hidden.replace(next, move).replace(dated, move).replace(/\uE000(\d+)\uE001/g, (_mark, index: string) => kept[Number(index)] ?? '')
}
