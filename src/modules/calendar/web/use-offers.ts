import { useCan } from '#core/access/web/session.ts'
import type { AgendaEntry } from '#core/agenda/contract.ts'
import type { PlainDate } from '#platform/clock.ts'
import { hasWorkNear } from '../model/months.ts'

interface Offers {
  entries: readonly AgendaEntry[]
  today: PlainDate
  onOffer: (observance: AgendaEntry) => void
}

/** What opens the offers for an entry: an observance that is still to come and has no work near it, for who records activities. */
export function useOffers({ entries, today, onOffer }: Offers): (entry: AgendaEntry) => (() => void) | undefined {
  const can = useCan()
  return (entry) =>
    entry.kind === 'observance' && (entry.until ?? entry.day) >= today && can('activities.edit') && !hasWorkNear(entry, entries) ? () => onOffer(entry) : undefined
}
