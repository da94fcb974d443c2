import { asSystem } from '#core/access/operation.ts'
import { checkTotals } from '#core/facts/check.ts'
import { totalsOf } from '#core/facts/totals.ts'
import { sql } from 'kysely'
import { cellsOf } from '#modules/reports/model/body.ts'
import getReportVersion from '#modules/reports/operations/get-report-version.ts'
import printReport from '#modules/reports/operations/print-report.ts'
import { MEASURES_DECLARED } from './declared.ts'
import { byHand, cellText, ownCells, sorted, type Asked, type OwnCells, type Span } from './ledger.ts'
import { spansOf, type Stage } from './year.ts'

export interface Proof {
  /** Numbers that were compared. */
  readonly compared: number
  /** What the product says otherwise than the sums by hand, in words. */
  readonly differences: readonly string[]
}

/** Every total at every level, then and now, own and below, against the sums by hand over what was entered. */
export async function proveTotals(stage: Stage): Promise<Proof> {
  const { world, ledger, options: { year } } = stage
  const entries = sorted(ledger)
  const differences: string[] = []
  let compared = 0
  for (const span of spansOf(year)) {
    const own = new Map([...ledger.units.keys()].map((id) => [id, ownCells(ledger, entries, MEASURES_DECLARED, id, span)]))
    await asSystem<unknown, void>(world.as(null), async (tx) => {
      for (const asked of questionsOf(stage, span)) {
        const told = await totalsOf(tx, asked)
        const hand = byHand(ledger, (id): OwnCells => own.get(id)!, MEASURES_DECLARED, asked)
        const place = `${asked.from}–${asked.to} ${ledger.units.get(asked.unitId)!.name} ${asked.scope} ${asked.line} ${asked.tree}`
        const compare = (what: string, product: unknown, expected: unknown) => {
          compared += 1
          if (JSON.stringify(product) !== JSON.stringify(expected)) differences.push(`${place} ${what}: ${JSON.stringify(product)} instead of ${JSON.stringify(expected)}`)
        }
        const rows = new Map(told.rows.map((row) => [cellText(row), row]))
        for (const text of new Set([...rows.keys(), ...hand.rows.keys()])) compare(text, pick(rows.get(text)), pick(hand.rows.get(text)))
        const wholes = new Map(told.measures.map((whole) => [whole.measure, whole]))
        for (const measure of new Set([...wholes.keys(), ...hand.wholes.keys()])) {
          compare(measure, { ...pick(wholes.get(measure)), of: wholes.get(measure)?.units }, { ...pick(hand.wholes.get(measure)), of: hand.wholes.get(measure)?.units })
        }
        compare('units', told.units, hand.units)
        compare('missing', told.missing.map(({ unitId }) => unitId).sort(), hand.missing)
      }
    })
  }
  return { compared, differences }
}

function pick(told: { value: number; known: number; positive: number } | undefined) {
  return told ? { value: told.value, known: told.known, positive: told.positive } : null
}

/** Of every unit what it has and what lies below it, on both lines, on the tree of then and of now. */
function questionsOf({ ledger }: Stage, { from, to }: Span): Asked[] {
  return [...ledger.units.values()].flatMap(({ id: unitId, level }) =>
    (['then', 'now'] as const).flatMap((tree): Asked[] => {
      const asked = { unitId, from, to, tree }
      const below = (['administrative', 'professional'] as const).filter((line) => level !== 'school' || line === 'professional')
      return [{ ...asked, scope: 'own', line: 'professional' }, ...below.map((line): Asked => ({ ...asked, scope: 'below', line }))]
    }),
  )
}

/** Frozen figures of every version: as they stood when the head signed, as they are printed, and as the sums by hand said then. */
export async function proveReports({ world, ledger, sector, given }: Stage): Promise<Proof> {
  const differences: string[] = []
  let compared = 0
  for (const { reportId, number, cells, byHand: expected, unitId } of given) {
    const place = `${ledger.units.get(unitId)!.name}, version ${number}`
    const frozen = new Map(cellsOf((await getReportVersion.run(world.as(sector.department.writer), { reportId, number })).body).map((cell) => [cell.key, cell]))
    const printed = new Map(cellsOf((await printReport.run(world.as(sector.department.writer), { reportId, number })).body).map((cell) => [cell.key, cell]))
    const kept = await asSystem<unknown, Map<string, number | null>>(world.as(null), async (tx) => {
      const found = await sql<{ key: string; value: number | null }>`select key, value::float8 as value from reports.figure where report_id = ${reportId} and number = ${number}`.execute(tx)
      return new Map(found.rows.map(({ key, value }) => [key, value]))
    })
    for (const { key, value } of cells) {
      const all = [value, frozen.get(key)?.value ?? null, printed.get(key)?.value ?? null, kept.get(key) ?? null, ...(expected.has(key) ? [expected.get(key)!] : [])]
      compared += all.length - 1
      if (new Set(all).size > 1) differences.push(`${place} ${key}: read, frozen, printed, kept, by hand: ${all.join(', ')}`)
    }
  }
  return { compared, differences }
}

/** The nightly recomputation finds nothing. */
export async function proveNight({ world }: Stage): Promise<Proof> {
  const id = await checkTotals(world.as(null))
  const found = await world.rows(sql<{ measure: string; unitId: string }>`select measure, unit_id from facts.difference where check_id = ${id}`)
  const [run] = await world.rows(sql<{ totals: number }>`select totals from facts.check_run where id = ${id}`)
  return { compared: run!.totals, differences: found.map(({ measure, unitId }) => `nightly check: ${measure} of ${unitId}`) }
}
