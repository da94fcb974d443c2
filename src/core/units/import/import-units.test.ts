import { createHash } from 'node:crypto'
import Fastify from 'fastify'
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#core/access/request.ts'
import { AppError } from '#platform/errors.ts'
import { readSheet, writeSheets } from '#platform/sheets.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { unitRoutes } from '../http.ts'
import getUnit from '../operations/get-unit.ts'
import searchUnits from '../operations/search-units.ts'
import { commitImport, importUnits, previewImport } from './import-units.ts'
import { importTemplate } from './template.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let officer: Actor

beforeAll(async () => {
  world = await aWorld()
})

beforeEach(async () => {
  // Codes and names are looked up in the whole nation: each test has one of its own.
  await sql`truncate units.unit, units.unit_ancestor cascade`.execute(world.db)
  sector = await aSector(world)
  officer = await world.person(sector.department, ['department_officer'])
})

const table = (...rows: string[]) => new TextEncoder().encode(['Mã;Tên đơn vị;Đơn vị quản lý hành chính;Đơn vị quản lý chuyên môn;Từ ngày', ...rows].join('\n'))
const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const names = async (text: string) => (await searchUnits.run(world.as(officer), { text })).units.map((unit) => unit.name)

const twoCommunesAndASchool = table(
  'MN-1;Trường Mầm non Hoa Sữa;Xã Hiệp Mơ;Sở Giáo dục Sông Mơ;01/09/2025',
  ';Xã Hiệp Mơ;;Sở Giáo dục Sông Mơ;01/07/2025',
  ';Xã Núi Mơ;;Sở Giáo dục Sông Mơ;01/07/2025',
)

describe('importing units', () => {
  it('writes nothing on a dry run and says what it would do', async () => {
    const outcome = await previewImport(world.as(officer), sector.department, twoCommunesAndASchool)
    expect(outcome).toMatchObject({ rows: 3, created: 3, changed: 0, same: 0, refused: 0, faults: [], written: false, digest: digestOf(twoCommunesAndASchool) })
    expect(await names('hiep mo')).toEqual([])
  })

  it('writes what was shown, derives the places and accounts for it', async () => {
    const outcome = await commitImport(world.as(officer), twoCommunesAndASchool, { unitId: sector.department, digest: digestOf(twoCommunesAndASchool), take: 'all' })
    expect(outcome).toMatchObject({ created: 3, written: true })
    const school = (await searchUnits.run(world.as(officer), { text: 'MN-1' })).units[0]!
    const view = await getUnit.run(world.as(officer), { unitId: school.id })
    expect(view.superiors.map((superior) => superior.name)).toEqual(['Xã Hiệp Mơ', 'Sở Giáo dục Sông Mơ', 'Bộ Giáo dục Mẫu'])
    expect(view.provinceId).toBe('01')
    expect(await world.rows(sql`select action, after->'created' as created from audit.entry where unit_id = ${sector.department}`)).toEqual([{ action: 'units.importUnits', created: 3 }])
  })

  it('does nothing when it comes a second time', async () => {
    const input = { unitId: sector.department, digest: digestOf(twoCommunesAndASchool), take: 'all' }
    await commitImport(world.as(officer), twoCommunesAndASchool, input)
    expect(await commitImport(world.as(officer), twoCommunesAndASchool, input)).toMatchObject({ created: 0, changed: 0, same: 3 })
  })

  it('renames a known unit from the day of its row', async () => {
    await importUnits(world.as(null), twoCommunesAndASchool, { dryRun: false })
    const renamed = table('MN-1;Trường Mầm non Sao Mai;;;01/01/2026')
    expect(await importUnits(world.as(null), renamed, { dryRun: false })).toMatchObject({ changed: 1, written: true })
    const view = await getUnit.run(world.as(officer), { unitId: (await searchUnits.run(world.as(officer), { text: 'MN-1' })).units[0]!.id })
    expect(view.versions.map((version) => [version.name, version.from])).toEqual([['Trường Mầm non Sao Mai', '2026-01-01'], ['Trường Mầm non Hoa Sữa', '2025-09-01']])
    expect(view.successions.map((step) => step.kind)).toEqual(['rename'])
  })

  it('writes nothing while a row is faulty, and the good rows when the user takes them', async () => {
    const mixed = table(';Xã Hiệp Mơ;;Sở Giáo dục Sông Mơ;', ';Xã Núi Mơ;;Sở Không Có;')
    const input = { unitId: sector.department, digest: digestOf(mixed) }
    expect(await commitImport(world.as(officer), mixed, { ...input, take: 'all' })).toMatchObject({ created: 1, refused: 1, written: false })
    expect(await names('hiep mo')).toEqual([])
    const outcome = await commitImport(world.as(officer), mixed, { ...input, take: 'good' })
    expect(outcome).toMatchObject({ written: true, faults: [{ row: 3, column: 'professional', code: 'parent_unknown', params: { value: 'Sở Không Có' } }] })
    expect(await names('hiep mo')).toEqual(['Xã Hiệp Mơ'])
    expect(await names('nui mo')).toEqual([])
  })

  it('keeps an officer within the own subtree and hides whose a taken code is', async () => {
    const foreign = await world.unit({ level: 'department', name: 'Sở Giáo dục Núi Mơ', professional: sector.ministry, provinceId: '02' })
    await importUnits(world.as(null), table('XA-9;Xã Biển Mơ;;Sở Giáo dục Núi Mơ;'), { dryRun: false })
    const outcome = await previewImport(world.as(officer), sector.department, table('XA-9;Xã Biển Xanh;;Sở Giáo dục Sông Mơ;', ';Xã Hồ Mơ;;Sở Giáo dục Núi Mơ;'))
    expect(outcome.faults.map(({ row, code }) => [row, code])).toEqual([[2, 'code_taken'], [3, 'parent_unknown']])
    await expect(previewImport(world.as(officer), foreign, twoCommunesAndASchool)).rejects.toMatchObject({ kind: 'not_found' })
    const principal = await world.person(sector.highSchool, ['principal'])
    await expect(previewImport(world.as(principal), sector.highSchool, twoCommunesAndASchool)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('refuses a commit of another file than the one that was checked', async () => {
    await expect(commitImport(world.as(officer), twoCommunesAndASchool, { unitId: sector.department, digest: digestOf(new Uint8Array()), take: 'all' })).rejects.toMatchObject({ code: 'units.import_other_file' })
  })

  it('says what is wrong with a file that is no table of units', async () => {
    const faults = [
      [new Uint8Array(), 'units.import_file_empty'],
      [new TextEncoder().encode('a,b\n1,2'), 'units.import_file_no_heading'],
      [table(), 'units.import_file_empty'],
      [Uint8Array.from([0x50, 0x4b, 3, 4]), 'units.import_file_broken'],
    ] as const
    for (const [bytes, code] of faults) await expect(importUnits(world.as(null), bytes, { dryRun: true })).rejects.toMatchObject({ kind: 'invalid', code })
  })

  it('takes its own template, filled in as a spreadsheet', async () => {
    const [heading] = await readSheet(await importTemplate())
    const row = heading!.cells.map((cell) => ({ 'Tên đơn vị': 'Trường THCS Hồ Sen', 'Đơn vị quản lý hành chính': 'Phường Thạch Mơ', 'Đơn vị quản lý chuyên môn': 'Sở Giáo dục Sông Mơ', 'Công lập/tư thục': 'Tư thục' })[cell] ?? '')
    const filled = await writeSheets([{ name: 'DonVi', columns: heading!.cells.map((header) => ({ header, width: 10 })), rows: [row] }])
    expect(await importUnits(world.as(null), filled, { dryRun: false })).toMatchObject({ created: 1, ignoredColumns: [], written: true })
    expect((await searchUnits.run(world.as(officer), { text: 'ho sen' })).units).toMatchObject([{ ownership: 'private', schoolLevels: ['lower_secondary'] }])
  })
})

describe('the import over HTTP', () => {
  const serve = (actor: Actor | null) => {
    const app = Fastify()
    app.setErrorHandler((error, _request, reply) => reply.code(error instanceof AppError ? 422 : 500).send({ code: error instanceof AppError ? error.code : String(error) }))
    unitRoutes(app, null, async () => world.as(actor))
    return app
  }
  const form = (bytes: Uint8Array) => {
    const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="don-vi.csv"\r\ncontent-type: text/csv\r\n\r\n'
    return { payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--x--\r\n')]), headers: { 'content-type': 'multipart/form-data; boundary=x' } }
  }
  const url = () => `/api/units/${sector.department}`

  it('previews, then commits the same digest', async () => {
    const app = serve(officer)
    const preview = await app.inject({ method: 'POST', url: `${url()}/import-preview`, ...form(twoCommunesAndASchool) })
    expect(preview.json()).toMatchObject({ created: 3, written: false })
    const commit = await app.inject({ method: 'POST', url: `${url()}/import/${preview.json<{ digest: string }>().digest}/all`, ...form(twoCommunesAndASchool) })
    expect(commit.json()).toMatchObject({ created: 3, written: true })
    expect(await names('hoa sua')).toEqual(['Trường Mầm non Hoa Sữa'])
  })

  it('refuses what is too large, what has no file, and who has not signed in', async () => {
    const large = await serve(officer).inject({ method: 'POST', url: `${url()}/import-preview`, ...form(Buffer.alloc(16 * 1024 * 1024)) })
    expect([large.statusCode, large.json<{ code: string }>().code]).toEqual([413, 'units.import_file_too_large'])
    const empty = await serve(officer).inject({ method: 'POST', url: `${url()}/import-preview` })
    expect(empty.json()).toEqual({ code: 'units.import_no_file' })
    const stranger = await serve(null).inject({ method: 'POST', url: `${url()}/import-preview`, ...form(twoCommunesAndASchool) })
    expect(stranger.json()).toEqual({ code: 'access.sign_in_required' })
  })

  it('gives the template as a spreadsheet', async () => {
    const answer = await serve(null).inject({ url: '/api/unit-import-template.xlsx' })
    expect((await readSheet(answer.rawPayload))[0]!.cells.slice(0, 3)).toEqual(['Mã', 'Tên đơn vị', 'Cấp'])
  })
})
