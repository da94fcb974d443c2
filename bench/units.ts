import { sql, type Kysely } from 'kysely'
import type { Operation } from '#platform/operation.ts'
import type { Request } from '#core/access/request.ts'
import { asPerson } from '#core/access/operation.ts'
import { importAdminUnits } from '#core/units/import/import-admin-units.ts'
import { importUnits } from '#core/units/import/import-units.ts'
import getTree from '#core/units/operations/get-tree.ts'
import getUnit from '#core/units/operations/get-unit.ts'
import listChildren from '#core/units/operations/list-children.ts'
import searchUnits from '#core/units/operations/search-units.ts'
import { createProduct } from '#app/product.ts'
import { uuidv7 } from '#platform/ids.ts'
import { median, type Bench, type Figure } from './measure.ts'
import { benchDatabase, generateSector } from './sector.ts'
import { vaultOf } from '#platform/vault.ts'

const bench: Bench = {
  title: 'Unit tree of national size',
  async run() {
    const { db, close } = await benchDatabase()
    try {
      return await measureTree(db)
    } finally {
      await close()
    }
  },
}
export default bench

async function measureTree(db: Kysely<unknown>): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  const measure = async (what: string, runs: number, work: () => Promise<unknown>, limit?: number) => {
    figures.push(await median(what, work, { runs, warmUp: runs > 1 ? 1 : 0, ...(limit === undefined ? {} : { limit }) }))
  }

  const { ministry, departments, units } = await db.connection().execute(generateSector)
  await sql`analyze`.execute(db)
  await measure(`derive who stands above whom, all ${units} units`, 3, () => sql`select units.derive_ancestors(null)`.execute(db))
  await sql`analyze`.execute(db)
  await measure('derive it for one Department', 5, () => sql`select units.derive_ancestors(array[${departments[3]!}]::uuid[])`.execute(db))

  const officer = requestOf(db, departments[3]!, 'department_officer')
  const minister = requestOf(db, ministry, 'ministry_officer')
  for (const name of ['writable', 'readable', 'superior']) {
    await measure(`units.${name}() of a Department`, 30, () => asPerson(officer, null, (tx) => sql`select count(*) from ${sql.raw(`units.${name}()`)}`.execute(tx)))
  }

  const search = (what: string, request: Request, input: object) => measure(`search ${what}`, 30, () => (searchUnits as Operation<Request>).run(request, input), 150)
  await search('“thach ban”', minister, { text: 'thach ban' })
  await search('“truong” (nearly all)', minister, { text: 'truong' })
  await search('“t”', minister, { text: 't' })
  await search('“hoc” (half of all, never at the beginning)', minister, { text: 'hoc' })
  await search('“mn hoa sua”, below a Department', officer, { text: 'mn hoa sua', below: departments[3]! })
  await search('nothing typed', minister, {})
  await search('nothing typed, schools below a Department', officer, { level: 'school', below: departments[3]! })
  await search('“thach ban”, closed ones too', minister, { text: 'thach ban', closed: 'true' })

  await measure('a unit as of last year', 30, () => getUnit.run(officer, { unitId: departments[3]!, day: '2025-06-30' }))
  await measure('children of a Department, first 100', 30, () => listChildren.run(officer, { unitId: departments[3]!, limit: 100 }))
  await measure('tree of a day, Department and all below', 10, () => getTree.run(officer, { rootId: departments[3]!, day: '2025-06-30', depth: 8 }))
  await measure('tree of a day, the nation', 5, () => getTree.run(minister, { rootId: ministry, day: '2025-06-30', depth: 8 }))

  await measure('the real administrative units', 1, () => importAdminUnits(minister))
  await measure('import of 20,000 schools from CSV, dry run', 1, () => importUnits(minister, schools(20_000), { dryRun: true }))
  await measure('import of 20,000 schools from CSV', 1, () => importUnits(minister, schools(20_000), { dryRun: false }))
  return figures
}

function schools(count: number): Uint8Array {
  const rows = Array.from({ length: count }, (_, at) => `B-${at};Trường Tiểu học Mơ ${at};commune${1 + (at % 3321)};01/01/2026`)
  return new TextEncoder().encode(['Mã;Tên đơn vị;Đơn vị quản lý hành chính;Từ ngày', ...rows].join('\n'))
}

export function requestOf(db: Kysely<unknown>, unitId: string, role: 'department_officer' | 'ministry_officer'): Request {
  return {
    db,
    // Nothing here queues a job.
    jobs: { enqueue: async () => undefined, publish: async () => undefined, start: async () => undefined, drain: async () => undefined, stop: async () => undefined },
    vault: vaultOf('missing'),
    policy: createProduct().policy,
    actor: { accountId: uuidv7(), personId: uuidv7(), sessionId: uuidv7(), grants: [{ unitId, role, line: 'either' }] },
    now: new Date('2026-03-02T02:00:00Z'),
    newId: () => uuidv7(),
    entrance: { url: 'http://localhost', guardedRoles: [] },
    sessionLimits: { idleMs: 0, absoluteMs: 0 },
  }
}
