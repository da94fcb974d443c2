import { measuresOf } from '#core/facts/store.ts'
import { totalsOf, type TotalRow } from '#core/facts/totals.ts'
import { figuresFor, groundOf } from '#modules/indicators/public.ts'
import { untyped } from '#platform/db/connect.ts'
import { partsOf, type Form } from '../model/form.ts'
import type { IndicatorFigure, Sources, Total } from '../model/sources.ts'
import { earlierSpan, snapshotSpan, type Span } from '../model/spans.ts'
import { recordLines } from '../record-store.ts'
import type { ReportRow } from '../report-store.ts'
import type { RoundRow } from '../round-store.ts'
import { unitOn, type Tx } from '../store.ts'

/** What a report of a unit in a round is filled from, as it stands now. */
export async function gatherSources(tx: Tx, report: Pick<ReportRow, 'unitId'>, round: RoundRow): Promise<Sources> {
  const { level } = await unitOn(tx, report.unitId, round.treeOn)
  // A school speaks of itself; whoever has units below speaks of these as well.
  const scope = level === 'school' ? 'own' : 'below'
  const asked = { unitId: report.unitId, scope, line: round.line } as const
  const window = { from: round.windowFrom, to: round.windowTo }
  const earlier = earlierSpan(window)
  const now = await tableTotals(tx, round.form, asked, window)
  const before = await tableTotals(tx, round.form, asked, earlier)
  const figures = await indicatorFigures(tx, round.form, asked, window)
  const previousFigures = await indicatorFigures(tx, round.form, asked, earlier)
  return { totals: now.totals, previousTotals: before.totals, figures, previousFigures, units: now.units, records: await recordLines(tx, report.unitId, kindsOf(round.form), window.from, window.to) }
}

function kindsOf(form: Form): string[] {
  return [...new Set(partsOf(form).flatMap((part) => (part.kind === 'told' ? part.kinds : [])))]
}

interface Asked {
  readonly unitId: string
  readonly scope: 'own' | 'below'
  readonly line: 'administrative' | 'professional'
}

/** Indicators that a form asks for, as far as they are defined for the unit on the last day. */
async function indicatorFigures(tx: Tx, form: Form, asked: Asked, { from, to }: Span): Promise<IndicatorFigure[]> {
  const codes = new Set(partsOf(form).flatMap((part) => (part.kind === 'figures' ? part.codes : [])))
  if (codes.size === 0) return []
  const ground = await groundOf(tx, asked.unitId, to)
  const definitions = ground.definitions.filter(({ code }) => codes.has(code))
  const names = new Map(definitions.map(({ code, name }) => [code, name.vi]))
  const figures = await figuresFor(tx, ground, definitions, { ...asked, from, to, tree: 'then', withoutMissing: true })
  return figures.map(({ code, version, number, value, state, part, whole, known, units, byHand }) => ({
    code, version, name: names.get(code) ?? code, unit: number, value, isNone: state === 'none', part, whole, known, units, byHand,
  }))
}

/** Totals of the measures that the tables of a form ask for. */
async function tableTotals(tx: Tx, form: Form, asked: Asked, span: Span): Promise<{ totals: Total[]; units: number }> {
  const codes = new Set(partsOf(form).flatMap((part) => (part.kind === 'table' ? part.table.rows.flatMap(({ measure }) => measure ?? []) : [])))
  const declared = (await measuresOf(untyped(tx))).filter(({ code }) => codes.has(code))
  const sums = declared.filter(({ over }) => over === 'sum').map(({ code }) => code)
  const snapshots = declared.filter(({ over }) => over === 'last').map(({ code }) => code)
  const common = { ...asked, tree: 'then', withoutMissing: true } as const
  const summed = sums.length > 0 ? await totalsOf(untyped(tx), { ...common, ...span, measures: sums }) : null
  const snapped = snapshots.length > 0 ? await totalsOf(untyped(tx), { ...common, ...snapshotSpan(span), measures: snapshots }) : null
  const wanted = (rows: readonly TotalRow[] | undefined, measures: readonly string[]) => (rows ?? []).filter(({ measure }) => measures.includes(measure))
  return { totals: [...wanted(summed?.rows, sums), ...wanted(snapped?.rows, snapshots)], units: summed?.units ?? snapped?.units ?? 1 }
}
