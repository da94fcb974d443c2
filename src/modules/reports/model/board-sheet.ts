import type { SheetToWrite } from '#platform/sheets.ts'
import { dayOf } from '#platform/clock.ts'
import { formatDay } from '#platform/i18n/day.ts'
import type { BoardRow } from '../board-contract.ts'
import type words from '../i18n/vi.json'
import type { MissingUnit } from './choose-reports.ts'

type Words = typeof words

/** The board of a round as a sheet: one line for every unit. */
export function boardSheet(rows: readonly BoardRow[], say: Words): SheetToWrite {
  const columns = [
    ['reports.column_unit', 44], ['reports.column_commune', 24], ['reports.column_state', 20], ['reports.column_filled', 12], ['reports.column_due', 12], ['reports.column_submitted', 12],
    ['reports.late', 10], ['reports.column_reminders', 10], ['reports.column_reminded', 12], ['reports.column_contact', 28], ['reports.phone', 16], ['reports.column_reason', 40],
  ] as const
  return {
    name: 'TinhHinhNop',
    columns: columns.map(([key, width]) => ({ header: say[key], width })),
    rows: rows.map((row) => [
      row.unitName,
      row.commune,
      say[`reports.state_${row.state}`],
      row.version > 0 ? '100%' : row.toFill ? `${Math.round(((row.filled ?? 0) / row.toFill) * 100)}%` : row.state === 'exempt' ? null : '0%',
      formatDay(row.dueOn),
      row.submittedAt && formatDay(dayOf(row.submittedAt)),
      row.isLate ? 'x' : null,
      row.reminders,
      row.remindedAt && formatDay(dayOf(row.remindedAt)),
      row.contact?.name ?? null,
      row.contact?.phone ?? null,
      row.exemptReason ?? row.returnReason ?? closedWords(row, say),
    ]),
  }
}

function closedWords({ closedOn, successors }: BoardRow, say: Words): string | null {
  return closedOn && `${say['reports.closed_since']} ${formatDay(closedOn)}${successors.length > 0 ? ` → ${successors.map(({ name }) => name).join(', ')}` : ''}`
}

/** Units that a consolidation lacks, with the reason. */
export function missingSheet(missing: readonly MissingUnit[], say: Words): SheetToWrite {
  return {
    name: 'ChuaCo',
    columns: [
      { header: say['reports.column_unit'], width: 44 },
      { header: say['reports.column_reason'], width: 40 },
    ],
    rows: missing.map(({ unitName, why }) => [unitName, say[`reports.why_${why}`]]),
  }
}
