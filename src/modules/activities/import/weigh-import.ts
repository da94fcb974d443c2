import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import { frozenBy } from '#core/facts/freeze.ts'
import type { SavedRecord } from '#core/records/store.ts'
import { canonicalJson } from '#platform/canonical-json.ts'
import type { TypedSheet } from '#platform/sheets.ts'
import type { ImportAnswer } from '../sheet-contract.ts'
import { activitiesByIds } from '../store.ts'
import type { ActivitiesDb } from '../tables.ts'
import { idsIn, type ReadRow, readSheets } from './read-sheets.ts'

const SAMPLE = 20

export interface Weighed {
  readonly answer: ImportAnswer
  /** What is to be written, each with what stands there now; none where anything is wrong. */
  readonly writes: readonly { readonly row: ReadRow; readonly id: string; readonly there: SavedRecord | undefined }[]
}

/** What a workbook would do to the activities of a unit, without doing it. */
export async function weighImport(tx: Transaction<ActivitiesDb>, unitId: string, sheets: readonly TypedSheet[]): Promise<Weighed> {
  const known = await activitiesByIds(tx, unitId, idsIn(sheets))
  const { rows, faults } = readSheets(sheets, known)
  // A row without an id that has been written before is the same activity: sending a file twice changes nothing.
  const ids = rows.map(({ kind, activity }) => activity.id || idOf(unitId, kind.code, activity.values))
  const written = await activitiesByIds(tx, unitId, ids.filter((id, at) => rows[at]!.what === 'fresh' && id !== ''))
  const settled = rows.map((row, at) => (row.what === 'fresh' && written.has(ids[at]!) ? { ...row, what: 'same' as const } : row))
  const reported: ImportAnswer['faults'] = []
  for (const { what, activity, sheet, row } of settled) {
    const holders = what === 'changed' ? await frozenBy(tx, 'records.record', activity.id) : []
    if (holders[0]) reported.push({ sheet, row, cell: `A${row}`, column: null, code: 'sheet_frozen', params: { title: holders[0].title } })
  }
  const all = [...faults, ...reported]
  const count = (wanted: ReadRow['what']) => settled.filter(({ what }) => what === wanted).length
  return {
    answer: {
      fresh: count('fresh'),
      changed: count('changed'),
      same: count('same'),
      faults: all.slice(0, 500),
      isDry: true,
      sample: settled.filter(({ what }) => what !== 'same').slice(0, SAMPLE).map(({ sheet, row, what, activity }) => ({ sheet, row, what, title: activity.values.title, onDay: activity.values.onDay })),
    },
    writes: all.length > 0 ? [] : settled.flatMap((row, at) => (row.what === 'same' ? [] : [{ row, id: ids[at]!, there: known.get(row.activity.id) }])),
  }
}

/** The id of a new activity out of what it says, in the form of a UUID of version 8 (RFC 9562 §5.8). */
function idOf(unitId: string, kind: string, values: ReadRow['activity']['values']): string {
  const hex = createHash('sha256').update(canonicalJson({ unitId, kind, values })).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
