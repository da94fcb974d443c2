import type { Transaction } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import type { HandRow } from '../hand-contract.ts'
import { isBySex, isGiver } from '../model/hand.ts'
import { spansOf, yearSpan } from '../model/year.ts'
import { evidenceOfFigures, handFiguresOf } from '../hand-store.ts'
import { groundOf } from '../public.ts'
import { unitOn } from '../store.ts'
import type { IndicatorsDb } from '../tables.ts'

/** What a unit enters by hand in a year, with what it has entered. */
export async function handRowsOf(tx: Transaction<IndicatorsDb>, unitId: string, year: number, today: PlainDate): Promise<HandRow[]> {
  const unit = await unitOn(tx, unitId, today)
  const { from, to } = yearSpan(year)
  const { definitions } = await groundOf(tx, unitId, to)
  const figures = await handFiguresOf(tx, unitId, from, to)
  const told = await evidenceOfFigures(tx, figures.map(({ id }) => id))
  return definitions.flatMap((definition): HandRow[] => {
    const { code, name, unit: measure, hand } = definition
    const entered = figures.filter((figure) => figure.code === code)
    if (!hand || !(isGiver(definition, unit) || entered.length > 0)) return []
    const spans = spansOf(definition.periods, year).map((span) => {
      const figure = entered.find((one) => one.toDay === span.to)
      const more = figure && told.get(figure.id)
      return {
        ...span,
        figure: figure
          ? {
              id: figure.id, part: figure.part, whole: figure.whole, value: figure.value, partWomen: figure.partWomen, wholeWomen: figure.wholeWomen, valueWomen: figure.valueWomen, yes: figure.yes, isEstimate: figure.isEstimate, note: figure.note,
              file: more?.fileId && more.fileName ? { id: more.fileId, name: more.fileName } : null, byName: more?.byName ?? null, at: figure.changedAt,
            }
          : null,
      }
    })
    return [{ code, name: { ...name }, unit: measure, hand: structuredClone(hand) as HandRow['hand'], bySex: isBySex(definition), spans }]
  })
}
