import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '#core/access/operation.ts'
import { drainTotals } from '#core/facts/drain.ts'
import { freeze } from '#core/facts/freeze.ts'
import { totalsOf } from '#core/facts/totals.ts'
import { uuidv7 } from '#platform/ids.ts'
import { writeXlsx } from 'hucre/xlsx'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { readBookFile } from './import/read-file.ts'
import { bookFile } from './import/write-file.ts'
import getBook from './operations/get-book.ts'
import saveBook from './operations/save-book.ts'
import summarize from './operations/summarize.ts'

let world: World
beforeAll(async () => {
  world = await aWorld(new Date('2027-06-05T02:00:00Z'))
})

const aClass = (numbers: Record<string, number | null>, name = '10A1', grade = '10') => ({ id: uuidv7(), grade, name, numbers })
const start = (unitId: string) => ({ unitId, schoolYear: 2026, kind: 'start' as const, onDay: '2026-09-30', state: 'final' as const, revision: 0, dropouts: [] })
const end = (unitId: string) => ({ ...start(unitId), kind: 'end' as const, onDay: '2027-05-31' })

async function aSchool() {
  const sector = await aSector(world)
  return { ...sector, clerk: await world.person(sector.highSchool, ['clerk']), officer: await world.person(sector.department, ['department_officer']) }
}

const cellsOf = async (unitId: string, measure: string) => {
  await drainTotals(world.as(null))
  const { rows } = await asSystem(world.as(null), (tx) => totalsOf(tx, { unitId, from: '2026-09-01', to: '2027-08-31', scope: 'below', line: 'professional', tree: 'then', measures: [measure] }))
  return rows.map(({ sex, ethnicity, detail, value }) => `${sex}/${ethnicity}/${detail} ${value}`)
}

describe('a final count', () => {
  it('is counted by sex and minority, as far as that is known', async () => {
    const { highSchool, department, clerk } = await aSchool()
    const classes = [aClass({ enrolled: 40, enrolledFemale: 22, enrolledMinority: 10, enrolledMinorityFemale: 6 }), aClass({ enrolled: 35, enrolledFemale: 15 }, '10A2')]
    await saveBook.run(world.as(clerk), { ...start(highSchool), classes })
    expect(await cellsOf(department, 'pupils.enrolled')).toEqual(['F//upper_secondary 15', 'F/majority/upper_secondary 16', 'F/minority/upper_secondary 6', 'M//upper_secondary 20', 'M/majority/upper_secondary 14', 'M/minority/upper_secondary 4'])
    expect(await cellsOf(department, 'classes.total')).toEqual(['//upper_secondary 2'])
  })

  it('tells who left school and why; nobody is a known zero', async () => {
    const { highSchool, department, clerk } = await aSchool()
    const one = aClass({ enrolled: 40 })
    await saveBook.run(world.as(clerk), { ...end(highSchool), classes: [one], dropouts: [{ id: uuidv7(), classId: one.id, reason: 'marriage', sex: 'F', isMinority: true, pupils: 2 }] })
    expect(await cellsOf(department, 'pupils.dropped_out')).toEqual(['// 0', 'F/minority/marriage 2'])
    const { highSchool: other, department: itsDepartment, clerk: itsClerk } = await aSchool()
    await saveBook.run(world.as(itsClerk), { ...end(other), classes: [aClass({ enrolled: 40 })] })
    expect(await cellsOf(itsDepartment, 'pupils.dropped_out')).toEqual(['// 0'])
  })

  it('takes the place of the start of the year at its end, except where the start is asked for', async () => {
    const { highSchool, department, clerk } = await aSchool()
    await saveBook.run(world.as(clerk), { ...start(highSchool), classes: [aClass({ enrolled: 40, enrolledFemale: 20 })] })
    await saveBook.run(world.as(clerk), { ...end(highSchool), classes: [aClass({ enrolled: 38, enrolledFemale: 19, movedUp: 37, movedUpFemale: 19 })] })
    expect(await cellsOf(department, 'pupils.enrolled')).toEqual(['F//upper_secondary 19', 'M//upper_secondary 19'])
    expect(await cellsOf(department, 'pupils.enrolled_at_start')).toEqual(['F//upper_secondary 20', 'M//upper_secondary 20'])
    expect(await cellsOf(department, 'pupils.moved_up')).toEqual(['F//upper_secondary 19', 'M//upper_secondary 18'])
  })

  it('is refused while its numbers do not agree; a draft may be kept, and is not counted', async () => {
    const { highSchool, department, clerk } = await aSchool()
    const classes = [aClass({ enrolled: 40, enrolledFemale: 41 })]
    await expect(saveBook.run(world.as(clerk), { ...start(highSchool), classes })).rejects.toMatchObject({ code: 'learners.faults', params: { count: 1 } })
    await saveBook.run(world.as(clerk), { ...start(highSchool), state: 'draft', classes })
    expect(await cellsOf(department, 'pupils.enrolled')).toEqual([])
    const book = await getBook.run(world.as(clerk), { unitId: highSchool, schoolYear: 2026, kind: 'start' })
    expect(book).toMatchObject({ canEdit: true, snapshot: { state: 'draft', revision: 1, onDay: '2026-09-30' }, classes: [{ name: '10A1', numbers: { enrolled: 40, enrolledFemale: 41 } }] })
  })

  it('is refused for a day outside its part of the year, or ahead', async () => {
    const { highSchool, clerk } = await aSchool()
    const classes = [aClass({ enrolled: 40 })]
    await expect(saveBook.run(world.as(clerk), { ...start(highSchool), onDay: '2027-05-31', classes })).rejects.toMatchObject({ code: 'learners.day_outside' })
    await expect(saveBook.run(world.as(clerk), { ...end(highSchool), onDay: '2027-06-30', classes })).rejects.toMatchObject({ code: 'learners.day_ahead' })
  })

  it('does not overwrite what another has saved meanwhile', async () => {
    const { highSchool, clerk } = await aSchool()
    await saveBook.run(world.as(clerk), { ...start(highSchool), classes: [aClass({ enrolled: 40 })] })
    await expect(saveBook.run(world.as(clerk), { ...start(highSchool), classes: [aClass({ enrolled: 50 })] })).rejects.toMatchObject({ code: 'learners.changed_meanwhile' })
  })

  it('changes with a reason once reports stand on it, and tells them', async () => {
    const { highSchool, clerk } = await aSchool()
    const saved = await saveBook.run(world.as(clerk), { ...start(highSchool), classes: [aClass({ enrolled: 40 })] })
    await asSystem(world.as(null), (tx) => freeze(tx, { holderTable: 'reports.report', holderId: uuidv7(), unitId: highSchool, title: 'Báo cáo năm 2026', sources: [{ sourceTable: 'learners.snapshot', sourceId: saved.id, digest: 'x' }] }))
    const correction = { ...start(highSchool), revision: 1, classes: [aClass({ enrolled: 39 })] }
    await expect(saveBook.run(world.as(clerk), correction)).rejects.toMatchObject({ code: 'learners.reason_missing', params: { count: 1 } })
    await saveBook.run(world.as(clerk), { ...correction, reason: 'Ghi nhầm một học sinh chuyển trường' })
    const book = await getBook.run(world.as(clerk), { unitId: highSchool, schoolYear: 2026, kind: 'start' })
    expect(book).toMatchObject({ holders: [{ title: 'Báo cáo năm 2026' }], classes: [{ numbers: { enrolled: 39 } }] })
    const noted = await world.rows(sql<{ after: unknown }>`select after from audit.entry where action = 'learners.saveBook' and entity = ${saved.id} and after->>'reason' is not null`)
    expect(noted).toMatchObject([{ after: { reason: 'Ghi nhầm một học sinh chuyển trường' } }])
  })
})

describe('who may', () => {
  it('keep the register: those of the school; its superior looks at it and at all schools together', async () => {
    const { highSchool, department, primarySchool, clerk, officer } = await aSchool()
    const input = { ...start(highSchool), classes: [aClass({ enrolled: 40, enrolledFemale: 18 })] }
    await expect(saveBook.run(world.as(officer), input)).rejects.toMatchObject({ kind: 'forbidden' })
    const stranger = await world.person(primarySchool, ['clerk'])
    await expect(saveBook.run(world.as(stranger), input)).rejects.toMatchObject({ kind: 'not_found' })
    await saveBook.run(world.as(clerk), input)
    expect(await getBook.run(world.as(officer), { unitId: highSchool, schoolYear: 2026, kind: 'start' })).toMatchObject({ canEdit: false, classes: [{ name: '10A1' }] })
    await drainTotals(world.as(null))
    const together = await summarize.run(world.as(officer), { unitId: department, schoolYear: 2026, kind: 'start' })
    expect(together).toMatchObject({ known: 1, units: 2, missing: [{ unitId: primarySchool }] })
    expect(together.rows.filter(({ measure }) => measure === 'pupils.enrolled')).toEqual([
      { measure: 'pupils.enrolled', sex: 'F', ethnicity: '', value: 18 },
      { measure: 'pupils.enrolled', sex: 'M', ethnicity: '', value: 22 },
    ])
  })
})

describe('the spreadsheet', () => {
  const grades = ['10', '11', '12']

  it('is taken in as it went out', async () => {
    const classes = [aClass({ enrolled: 40, enrolledFemale: 22, enrolledMinority: 0, disabled: 1, due: null }), aClass({ enrolled: 38 }, '12B', '12')]
    const dropouts = [{ id: uuidv7(), classId: classes[1]!.id, reason: 'economic' as const, sex: 'M' as const, isMinority: true, pupils: 1 }]
    const read = await readBookFile('end', grades, await bookFile('end', grades, classes, dropouts))
    expect(read.faults).toEqual([])
    expect(read.classes.map(({ grade, name, numbers }) => ({ grade, name, numbers }))).toMatchObject(classes.map(({ grade, name, numbers }) => ({ grade, name, numbers })))
    expect(read.dropouts).toMatchObject([{ classId: read.classes[1]!.id, reason: 'economic', sex: 'M', isMinority: true, pupils: 1 }])
  })

  const HEAD = ['Khối', 'Lớp', 'Sĩ số', 'Sĩ số – nữ', 'Sĩ số – dân tộc thiểu số', 'Sĩ số – nữ dân tộc thiểu số', 'Khuyết tật', 'Khuyết tật – nữ']
  const sheet = (rows: unknown[][], more: object = {}) => writeXlsx({ sheets: [{ name: 'SiSo', rows: [HEAD, ...rows] as never, ...more }] })
  const faultsOf = async (bytes: Uint8Array) => (await readBookFile('start', grades, bytes)).faults.map(({ cell, code }) => `${cell} ${code}`)

  it('is refused by cell: formula, text, negative, decimal, 10¹², merged', async () => {
    const bytes = await sheet(
      [['10', '10A', 40, 'mười', -3, 1.5, 1e12, 2], ['10', '10B', 41, 20, 1, 1, 1, 1], ['10', '10C', null, null, null, null, null, null]],
      { cells: new Map([['2,2', { formula: 'SUM(D3:E3)', formulaResult: 21 }]]), merges: [{ startRow: 2, startCol: 7, endRow: 3, endCol: 7 }] },
    )
    expect(await faultsOf(bytes)).toEqual(['D2 not_a_number', 'E2 negative', 'F2 decimal', 'G2 too_large', 'C3 formula', 'H3 merged', 'H4 merged'])
  })

  it('checks a line of totals and leaves it out', async () => {
    const bytes = await sheet([['10', '10A', 40, 20, null, null, null, null], ['10', '10B', 41, 21, null, null, null, null], ['', 'Tổng cộng', 81, 42, null, null, null, null]])
    const read = await readBookFile('start', grades, bytes)
    expect(read.classes).toHaveLength(2)
    expect(read.faults).toEqual([{ sheet: 'SiSo', cell: 'D4', code: 'total_differs', params: { value: '42', sum: 41 } }])
  })

  it('of the other point in the year, of another form, or no spreadsheet at all is said to be that', async () => {
    const lonely = await readBookFile('end', grades, await sheet([['10', '10A', 40, 20, 0, 0, 0, 0]]))
    expect(lonely.faults.map(({ code }) => code)).toContain('column_missing')
    expect((await readBookFile('start', grades, await writeXlsx({ sheets: [{ name: 'A', rows: [['STT', 'Họ tên'], [1, 'Người Mẫu']] }] }))).faults).toMatchObject([{ code: 'no_heading' }])
    expect((await readBookFile('start', grades, new TextEncoder().encode('abc'))).faults).toMatchObject([{ code: 'file_wrong_type' }])
    expect((await readBookFile('start', ['6'], await sheet([['10', '10A', 40, 20, 0, 0, 0, 0]]))).faults).toMatchObject([{ cell: 'A2', code: 'grade_not_taught' }])
  })
})
