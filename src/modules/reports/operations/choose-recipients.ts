import type { PlainDate } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import { isAsked, type Audience } from '../model/audience.ts'
import { unitsBelowOn, type BelowRow } from '../round-store.ts'
import type { Tx } from '../store.ts'
import type { RoundLine } from '../tables.ts'

/**
 * Who is asked by a round, and who would have been but is closed or elsewhere today.
 * @throws AppError `invalid` when a list names a unit that does not stand below
 */
export async function chooseRecipients(
  tx: Tx,
  round: { unitId: string; line: RoundLine; treeOn: PlainDate; audience: Audience },
  today: PlainDate,
): Promise<{ recipients: BelowRow[]; gone: BelowRow[] }> {
  const { here, gone } = await unitsBelowOn(tx, round.unitId, round.line, round.treeOn, today)
  const { audience } = round
  if (audience.by === 'list') {
    const known = new Set([...here, ...gone].map(({ unitId }) => unitId))
    const strange = audience.unitIds.filter((id) => !known.has(id))
    if (strange.length > 0) throw new AppError('invalid', 'reports.recipient_elsewhere', { count: strange.length })
  }
  return { recipients: here.filter((unit) => isAsked(audience, unit)), gone: gone.filter((unit) => isAsked(audience, unit)) }
}
