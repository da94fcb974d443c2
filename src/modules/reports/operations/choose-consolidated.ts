import { measureOf } from '#core/facts/model/measure-of.ts'
import type { FigureKind } from '#core/facts/model/number-kinds.ts'
import { measuresOf } from '#core/facts/store.ts'
import { groundOf } from '#modules/indicators/public.ts'
import { untyped } from '#platform/db/connect.ts'
import { saidIn, type SaidInPart } from '../model/said.ts'
import { frozenFigures, reportsToChoose, saidParts } from '../consolidation-store.ts'
import { askedUnits, chooseReports, type ChosenReport, type MissingUnit, type Selection } from '../model/choose-reports.ts'
import { consolidate, ruleFor, type Consolidated, type FigureRule } from '../model/consolidate.ts'
import { cellPlaces, partsOf } from '../model/form.ts'
import type { RoundRow } from '../round-store.ts'
import type { Tx } from '../store.ts'

export interface SummedUp {
  readonly included: ChosenReport[]
  readonly missing: MissingUnit[]
  readonly figures: Consolidated[]
  /** What the included reports say in words. */
  readonly said: SaidInPart[]
}

/** The reports of a round summed up as they stand now, from the frozen figures of their versions. */
export async function sumUp(tx: Tx, round: RoundRow, selection: Selection): Promise<SummedUp> {
  const { included, missing } = chooseReports(await reportsToChoose(tx, round.id, selection.cutOff), selection)
  const figures = consolidate(await figureRules(tx, round), askedUnits(included, missing), await frozenFigures(tx, included))
  return { included, missing, figures, said: saidIn(await saidParts(tx, included)) }
}

/** What each figure of the form of a round is a number of. Figures entered by hand in tables are counts. */
async function figureRules(tx: Tx, round: RoundRow): Promise<FigureRule[]> {
  const declared = await measuresOf(untyped(tx))
  const { definitions } = await groundOf(untyped(tx), round.unitId, round.windowTo)
  const byCode = new Map(definitions.map((definition) => [definition.code, definition]))
  return partsOf(round.form).flatMap((part) => {
    if (part.kind === 'table') {
      return cellPlaces(part).map(({ key, code, row }) => ruleFor({ key, code }, (row.measure && measureOf(declared, row.measure)?.number) || 'count', { name: null, unit: null }))
    }
    if (part.kind !== 'figures') return []
    return part.codes.map((code) => {
      const definition = byCode.get(code)
      const unit = definition?.unit ?? 'count'
      const kind: FigureKind = unit === 'percent' || unit === 'index' ? 'ratio' : unit
      return ruleFor({ key: `${part.key}/${code}`, code }, kind, { name: definition?.name.vi ?? code, unit })
    })
  })
}
