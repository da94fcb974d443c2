import type { Transaction } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import type { Observance, ObservanceCode } from './contract.ts'
import { observancesOf } from './model/observances.ts'
import { nationalObservances } from './reference/observances.ts'
import { wordsFor } from './store.ts'

/** First and last day of every observance of the nation's list in one year. */
export type ObservanceDays = Readonly<Record<ObservanceCode, { readonly from: PlainDate; readonly to: PlainDate }>>

/**
 * The days of the observances in a year as they hold for a unit: the word of the nearest superior goes before the
 * nation's. One that is not kept has its days all the same.
 */
export async function observanceDaysFor<DB>(tx: Transaction<DB>, unitId: string, year: number, today: PlainDate): Promise<ObservanceDays> {
  return daysBy(observancesOf(year, nationalObservances(year), await wordsFor(tx, unitId, today)))
}

/** The days of the observances in a year as the nation has them, where no unit is known. */
export function nationalObservanceDays(year: number): ObservanceDays {
  return daysBy(observancesOf(year, nationalObservances(year), []))
}

/** The list has every code of the nation, which the type says. */
function daysBy(observances: readonly Observance[]): ObservanceDays {
  return Object.fromEntries(observances.flatMap(({ code, from, to }) => (code === null ? [] : [[code, { from, to }]]))) as unknown as ObservanceDays
}
