import type { PlainDate } from '#platform/clock.ts'
import type { CellEntry, Entries } from './entries.ts'
import { figurePlaces, partsOf, type Form } from './form.ts'

interface AskedReport {
  readonly form: Form
  readonly windowFrom: PlainDate
  readonly windowTo: PlainDate
}

/**
 * One entry serves two superiors: texts of the same part and figures of the same code that the unit wrote in a report
 * over the same window come into a new one. What is written there already stays.
 * @returns `taken`: how many texts and figures came over
 */
export function takeOver(
  into: AskedReport,
  entries: Entries,
  others: readonly { readonly report: { readonly entries: Entries; readonly changedAt: Date }; readonly round: AskedReport }[],
): { entries: Entries; taken: number } {
  const texts: Record<string, string> = { ...entries.texts }
  const cells: Record<string, CellEntry> = { ...entries.cells }
  const askedTexts = partsOf(into.form).filter(({ kind }) => kind === 'text').map(({ key }) => key)
  let taken = 0
  const same = others.filter(({ round }) => round.windowFrom === into.windowFrom && round.windowTo === into.windowTo)
  // The one that was written last comes first.
  for (const { report, round } of same.toSorted((a, b) => b.report.changedAt.getTime() - a.report.changedAt.getTime())) {
    for (const key of askedTexts) {
      const text = report.entries.texts[key]
      if (texts[key] !== undefined || !text?.trim()) continue
      texts[key] = text
      taken++
    }
    const byCode = new Map(figurePlaces(round.form).map(({ key, code }) => [code, report.entries.cells[key]]))
    for (const { key, code } of figurePlaces(into.form)) {
      const entry = byCode.get(code)
      if (cells[key] !== undefined || !entry) continue
      cells[key] = entry
      taken++
    }
  }
  return { entries: { ...entries, texts, cells }, taken }
}
