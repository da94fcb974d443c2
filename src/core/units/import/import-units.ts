import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import { writeAudit } from '#core/audit/store.ts'
import { asSystem, commandFor, queryFor } from '#core/access/operation.ts'
import type { Request } from '#core/access/request.ts'
import { dayOf, type PlainDate } from '#platform/clock.ts'
import { untyped } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { MOST_ROWS, readSheet, UnreadableSheet } from '#platform/sheets.ts'
import { importUnits as importContract, previewUnitImport, type ImportOutcome } from '../contract.ts'
import { stepsBetween } from '../model/change.ts'
import type { UnitTables } from '../tables.ts'
import { deriveAncestors, insertSuccessions, lockTree } from '../tree-store.ts'
import { columnOf, findHeading, HEADINGS } from './columns.ts'
import { changeBatch, foreignCodes, insertBatch, knownAreas, knownUnits } from './import-store.ts'
import { planImport, type ImportPlan, type PlannedRow } from './plan.ts'
import type { Fault, ImportRow } from './rows.ts'

export interface ImportOptions {
  readonly dryRun: boolean
  /** Writes the good rows although others are faulty. */
  readonly takeGood?: boolean
}

interface ReadFile {
  readonly digest: string
  readonly rows: readonly ImportRow[]
  readonly ignoredColumns: readonly string[]
}

/**
 * Imports units for the command line: as the program itself, into the whole tree.
 *
 * Nothing is written on a dry run, nor while a row is faulty, unless the caller takes the good ones.
 *
 * @param bytes  an XLSX or CSV file with the headings of the template
 * @throws AppError `invalid` `units.import_file_*` for a file that is no such table
 */
export async function importUnits(request: Request, bytes: Uint8Array, options: ImportOptions): Promise<ImportOutcome> {
  const file = await readFile(bytes)
  return asSystem<UnitTables, ImportOutcome>(request, (tx) =>
    run({ tx, file, options, rootId: null, today: dayOf(request.now), newId: request.newId, account: async (unitId, after) =>
      writeAudit(untyped(tx), { unitId, accountId: null, at: request.now, action: importContract.name, entity: unitId, after }) }),
  )
}

/** What an import below `unitId` would do for the person of the request. @throws AppError */
export async function previewImport(request: Request, unitId: string, bytes: Uint8Array): Promise<ImportOutcome> {
  const file = await readFile(bytes)
  const operation = queryFor<UnitTables>()(previewUnitImport, async (ctx, input) => {
    await ctx.allow('units.import', input.unitId)
    return run({ tx: ctx.tx, file, options: { dryRun: true }, rootId: input.unitId, today: ctx.today, newId: ctx.newId, account: async () => undefined })
  })
  return operation.run(request, { unitId })
}

/** Imports below a unit what the person saw in the preview. @throws AppError `conflict` when the file is another one */
export async function commitImport(request: Request, bytes: Uint8Array, input: { unitId: string; digest: string; take: string }): Promise<ImportOutcome> {
  const file = await readFile(bytes)
  const operation = commandFor<UnitTables>()(importContract, async (ctx, { unitId, digest, take }) => {
    await ctx.allow('units.import', unitId)
    if (digest !== file.digest) throw new AppError('conflict', 'units.import_other_file')
    const account = (_: string, after: unknown) => ctx.audit({ unitId, action: importContract.name, entity: unitId, after })
    return run({ tx: ctx.tx, file, options: { dryRun: false, takeGood: take === 'good' }, rootId: unitId, today: ctx.today, newId: ctx.newId, account })
  })
  return operation.run(request, input)
}

async function readFile(bytes: Uint8Array): Promise<ReadFile> {
  const sheet = await readSheet(bytes).catch((cause: unknown) => {
    if (!(cause instanceof UnreadableSheet)) throw cause
    throw new AppError('invalid', `units.import_file_${cause.fault}`, { most: MOST_ROWS }, { cause })
  })
  const heading = findHeading(sheet.map((row) => row.cells))
  if (!heading) throw new AppError('invalid', 'units.import_file_no_heading', { name: HEADINGS.name })
  const columns = [...heading.places]
  const rows = sheet
    .slice(heading.index + 1)
    .map(({ number, cells }) => ({ row: number, cells: Object.fromEntries(columns.map(([column, at]) => [column, cells[at] ?? ''])) }))
    .filter((row) => Object.values(row.cells).some((cell) => cell !== ''))
  if (rows.length === 0) throw new AppError('invalid', 'units.import_file_empty')
  const ignoredColumns = sheet[heading.index]!.cells.filter((cell) => cell !== '' && columnOf(cell) === null)
  return { digest: createHash('sha256').update(bytes).digest('hex'), rows, ignoredColumns }
}

interface Run {
  readonly tx: Transaction<UnitTables>
  readonly file: ReadFile
  readonly options: ImportOptions
  readonly rootId: string | null
  readonly today: PlainDate
  readonly newId: () => string
  /** Writes the audit entry; `unitId` is a unit of the import where the caller names none. */
  readonly account: (unitId: string, after: unknown) => Promise<void>
}

async function run({ tx, file, options, rootId, today, newId, account }: Run): Promise<ImportOutcome> {
  if (!options.dryRun) await lockTree(tx)
  const units = await knownUnits(tx, rootId, today)
  const plan = withoutForeignCodes(
    planImport(file.rows, { units, areas: await knownAreas(tx, today), today, newId, mayFound: rootId === null }),
    await foreignCodes(tx, file.rows.flatMap((row) => row.cells.code || []), new Set(units.map((unit) => unit.id))),
  )
  const written = !options.dryRun && plan.good.length > 0 && (plan.faults.length === 0 || options.takeGood === true)
  const counts = countsOf(plan)
  if (written) await write(tx, plan.good)
  if (!options.dryRun) {
    // Without a root and with nothing written there is no unit that an entry could belong to.
    const unitId = rootId ?? (written ? plan.good[0]?.id : undefined)
    const ids = (action: PlannedRow['action']) => plan.good.filter((row) => row.action === action).map((row) => row.id)
    if (unitId) await account(unitId, { digest: file.digest, written, ...counts, createdIds: written ? ids('create') : [], changedIds: written ? ids('change') : [] })
  }
  return { digest: file.digest, rows: file.rows.length, ...counts, faults: plan.faults.map((fault) => ({ ...fault })), ignoredColumns: [...file.ignoredColumns], written }
}

/** A code belongs to one unit of the nation; the caller may not see whose it is. */
function withoutForeignCodes(plan: ImportPlan, foreign: ReadonlySet<string>): ImportPlan {
  const taken = plan.good.filter((row) => row.code !== null && foreign.has(row.code))
  if (taken.length === 0) return plan
  const lost = new Set(taken.map((row) => row.id))
  const faults: Fault[] = taken.map(({ row, code }) => ({ row, column: 'code', code: 'code_taken', params: { value: code ?? '' } }))
  const good: PlannedRow[] = []
  for (const row of plan.good.toSorted((a, b) => a.wave - b.wave)) {
    const { administrativeParentId, professionalParentId } = row.facts
    if (lost.has(row.id)) continue
    if (lost.has(administrativeParentId ?? '') || lost.has(professionalParentId ?? '')) {
      lost.add(row.id)
      faults.push({ row: row.row, column: 'professional', code: 'parent_faulty', params: { value: '', parentRow: row.row } })
    } else good.push(row)
  }
  return { good, faults: [...plan.faults, ...faults].sort((a, b) => a.row - b.row) }
}

function countsOf({ good, faults }: ImportPlan) {
  const count = (action: PlannedRow['action']) => good.filter((row) => row.action === action).length
  return { created: count('create'), changed: count('change'), same: count('same'), refused: new Set(faults.map((fault) => fault.row)).size }
}

/** New units wave by wave: what stands below a new unit may be written only once its place has been derived. */
async function write(tx: Transaction<UnitTables>, rows: readonly PlannedRow[]): Promise<void> {
  const created = rows.filter((row) => row.action === 'create')
  const changed = rows.filter((row) => row.action === 'change')
  const waves = Math.max(-1, ...created.map((row) => row.wave))
  for (let wave = 0; wave <= waves; wave++) {
    const batch = created.filter((row) => row.wave === wave)
    await insertBatch(tx, batch)
    await deriveAncestors(tx, batch.map((row) => row.id))
  }
  await changeBatch(tx, changed)
  await insertSuccessions(
    tx,
    changed.flatMap((row) => stepsBetween(row.before!, row.facts).map((kind) => ({ fromId: row.id, toId: row.id, onDay: row.from, kind, decision: null }))),
  )
  if (changed.length > 0) await deriveAncestors(tx, changed.map((row) => row.id))
}
