import { AppError } from '#platform/errors.ts'
import type { CellEntry, Change } from './entries.ts'
import { cellPlaces, partsOf, type Form } from './form.ts'

/** Figures beyond this are a slip of the finger: the whole nation has fewer people and less money than that. */
export const MOST = 1_000_000_000_000

/**
 * Refuses edits that the form does not ask for, and numbers that none of its figures can be.
 * @throws AppError `invalid` with the place in `field`
 */
export function refuseStrange(form: Form, changes: readonly Change[]): void {
  const parts = new Map(partsOf(form).map((part) => [part.key, part]))
  const indicators = new Set<string>()
  const counts = new Set<string>()
  for (const part of parts.values()) {
    if (part.kind === 'figures') for (const code of part.codes) indicators.add(`${part.key}/${code}`)
    if (part.kind === 'table') for (const { key } of cellPlaces(part)) counts.add(key)
  }
  for (const change of changes) {
    const { kind, key } = change
    if (kind === 'notes') continue
    const isKnown =
      kind === 'texts' ? parts.get(key)?.kind === 'text' : kind === 'sentences' ? parts.get(key.split('#')[0]!)?.kind === 'told' && key.includes('#') : indicators.has(key) || counts.has(key)
    if (!isKnown) throw new AppError('invalid', 'reports.field_unknown', { field: key })
    if (kind === 'cells' && change.after) refuseNumbers(key, change.after, counts.has(key))
  }
}

function refuseNumbers(field: string, { state, value, estimate }: CellEntry, isCount: boolean): void {
  if (state === 'value' && value === null) throw new AppError('invalid', 'reports.figure_missing', { field })
  for (const figure of [value, estimate]) {
    if (figure === null) continue
    if (figure < 0) throw new AppError('invalid', 'reports.figure_negative', { field })
    if (isCount && !Number.isInteger(figure)) throw new AppError('invalid', 'reports.figure_decimal', { field })
    if (figure >= MOST) throw new AppError('invalid', 'reports.figure_too_big', { field })
  }
}
