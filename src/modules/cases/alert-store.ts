import { groupBy } from '#core/units/model/group-by.ts'
import { notify, type Notifier } from '#modules/notifications/public.ts'
import type { SeatRow } from './store.ts'
import type { CasesDb } from './tables.ts'

/** Says to those who sit in a case that something waits, each in the unit of the seat; and nothing else: mail is read by others. */
export async function tellSeats(notifier: Notifier<CasesDb>, seats: readonly Pick<SeatRow, 'unitId' | 'accountId'>[], once: string, key: 'cases.notice_waiting' | 'cases.notice_soon' | 'cases.notice_late' | 'cases.notice_glass' | 'cases.notice_glass_second' = 'cases.notice_waiting', href = '/viec-rieng'): Promise<void> {
  for (const [unitId, of] of groupBy(seats, (seat) => [seat.unitId])) {
    await notify(notifier, { unitId, to: { accountIds: of.map(({ accountId }) => accountId) }, topic: 'work', once, text: { key, params: {} }, href })
  }
}
