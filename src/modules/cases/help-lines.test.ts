import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '#core/access/request.ts'
import { aServer } from '#testing/server.ts'
import { aWorld, type World } from '#testing/world.ts'
import clearHelpLine from './operations/clear-help-line.ts'
import listHelpLines from './operations/list-help-lines.ts'
import setHelpLine from './operations/set-help-line.ts'

let world: World
let app: FastifyInstance
let officer: Actor
let department: string
let school: string

const line = { key: 'sunshine_house', phone: '1800 0000', nameVi: 'Nhà mẫu', nameEn: 'Sample house', from: '2026-03-01', until: null, source: 'Gọi thử', checkedOn: '2026-03-02', isCertain: true }

beforeAll(async () => {
  world = await aWorld()
  const ministry = await world.unit({ level: 'ministry', name: 'Bộ Mẫu', provinceId: '00' })
  department = await world.unit({ level: 'department', name: 'Sở Quảng Ninh mẫu', professional: ministry, provinceId: '22' })
  school = await world.unit({ name: 'Trường THPT Biển Mẫu', professional: department, provinceId: '22' })
  officer = await world.person(department, ['department_officer'])
  await world.person(school, ['case_handler'])
  app = await aServer(world)
})

const page = async () => (await app.inject({ url: `/giup-do/${school}` })).body

it('the Department corrects a number of its province: the public page shows it from that day, and the old one again afterwards', async () => {
  expect(await page()).toContain('1800 1769')
  await setHelpLine.run(world.as(officer), { unitId: department, ...line })
  expect(await page()).toContain('tel:18000000')
  expect(await page()).not.toContain('1800 1769')
  expect(await page()).toContain('kiểm tra lần cuối 02/03/2026')
  const { lines } = await listHelpLines.run(world.as(officer), { unitId: department })
  expect(lines.filter(({ isOwn }) => isOwn)).toMatchObject([{ key: 'sunshine_house', phone: '1800 0000', from: '2026-03-01', until: null }])
  await setHelpLine.run(world.as(officer), { unitId: department, ...line, phone: null })
  expect(await page()).not.toMatch(/1800 ?0000|1800 1769/)
  await clearHelpLine.run(world.as(officer), { unitId: department, key: line.key })
  expect(await page()).toContain('1800 1769')
  await expect(clearHelpLine.run(world.as(officer), { unitId: department, key: line.key })).rejects.toMatchObject({ code: 'cases.no_help_line' })
})

it('a house is shown with its address, the days on which it is open and the last check', async () => {
  await setHelpLine.run(world.as(officer), { unitId: department, ...line, key: 'house', address: 'Số 1, đường Mẫu', until: '2026-12-31' })
  expect(await page()).toContain('<small>Số 1, đường Mẫu</small><small>kiểm tra lần cuối 02/03/2026; hiệu lực 01/03/2026 – 31/12/2026</small>')
})

it('days that are turned round, checks to come and others than officers are refused', async () => {
  await expect(setHelpLine.run(world.as(officer), { unitId: department, ...line, until: '2026-02-01' })).rejects.toMatchObject({ code: 'cases.days_turned' })
  await expect(setHelpLine.run(world.as(officer), { unitId: department, ...line, checkedOn: '2026-03-03' })).rejects.toMatchObject({ code: 'cases.checked_ahead' })
  const head = await world.person(school, ['principal', 'case_handler'])
  await expect(setHelpLine.run(world.as(head), { unitId: school, ...line })).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(setHelpLine.run(world.as(officer), { unitId: school, ...line })).rejects.toMatchObject({ kind: 'forbidden' })
})
