import { sql } from 'kysely'
import { asSystem } from '#core/access/operation.ts'
import type { Actor } from '#core/access/request.ts'
import saveActivity from '#modules/activities/operations/save-activity.ts'
import { KINDS } from '#modules/activities/kinds/all.ts'
import traceFigure from '#modules/indicators/operations/trace-figure.ts'
import createRound from '#modules/reports/operations/create-round.ts'
import getBoard from '#modules/reports/operations/get-board.ts'
import getReport from '#modules/reports/operations/get-report.ts'
import listReports from '#modules/reports/operations/list-reports.ts'
import openRound from '#modules/reports/operations/open-round.ts'
import submitReport from '#modules/reports/operations/submit-report.ts'
import { cellsOf } from '#modules/reports/model/body.ts'
import { drainTotals } from '#core/facts/drain.ts'
import { uuidv7 } from '#platform/ids.ts'
import { aRound } from '#testing/rounds.ts'
import type { Builders } from '#testing/builders.ts'
import { activityValues } from '#testing/simulate/activity.ts'
import { diceOf } from '#testing/simulate/dice.ts'
import { throwAwayWorld } from '#testing/simulate/ground.ts'
import { signReady, writeReport } from '#testing/simulate/report.ts'
import { median, type Bench, type Figure } from './measure.ts'

const SCHOOLS = 1_500
/** Reports that are made ready to be handed in: some one by one, the rest at once. */
const READY = 40
const ONE_BY_ONE = 15
const SECONDS = 10
const AT_ONCE = 6

const bench: Bench = {
  title: `Reports of a Department with ${SCHOOLS} schools, half-year form`,
  async run() {
    await using world = await throwAwayWorld(new Date('2026-05-04T02:00:00Z'), [])
    return await measureReports(world)
  },
}
export default bench

interface School {
  readonly id: string
  readonly writer: Actor
  readonly head: Actor
}

async function measureReports(world: Builders): Promise<readonly Figure[]> {
  const { department, schools } = await aLargeDepartment(world)
  const officer = await world.person(department, ['department_officer'])
  await fillActivities(world, schools)
  await drainTotals(world.as(null))
  await sql`vacuum analyze`.execute(world.db)
  const { roundId } = await createRound.run(world.as(officer), aRound(department))
  await openRound.run(world.as(officer), { roundId })
  const ready: { reportId: string; school: School }[] = []
  for (const school of schools) ready.push({ reportId: await signed(world, school), school })
  await sql`vacuum analyze`.execute(world.db)

  const figures: Figure[] = []
  const add = (figure: Figure) => void figures.push(figure)
  const filled = cellsOf((await getReport.run(world.as(schools[0]!.writer), { reportId: ready[0]!.reportId })).body).length
  const submit = ({ reportId, school }: (typeof ready)[number]) => submitReport.run(world.as(school.head), { reportId })
  add(await median('a school opens its report: filled, checked, compared', (run) => getReport.run(world.as(ready[run]!.school.writer), { reportId: ready[run]!.reportId }), { runs: ONE_BY_ONE, warmUp: 2 }))
  add(await median(`a school hands in its report of ${filled} figures`, (run) => submit(ready[run]!), { runs: ONE_BY_ONE, warmUp: 2, limit: 100 }))

  const rest = ready.slice(ONE_BY_ONE + 2)
  const waiting = [...rest]
  const begin = performance.now()
  const work = async () => {
    for (let next = waiting.shift(); next && performance.now() - begin < SECONDS * 1_000; next = waiting.shift()) await submit(next)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  const done = rest.length - waiting.length
  const seconds = (performance.now() - begin) / 1_000
  add({ what: `${AT_ONCE} schools at a time hand in: milliseconds for each`, value: (seconds * 1_000) / done, unit: 'ms', limit: 10, note: `${(done / seconds).toFixed(1)} a second, ${done} reports in ${seconds.toFixed(1)} s, one process; 100 a second are wanted` })

  add(await median(`board of ${SCHOOLS} schools: first page, states, what comes next`, () => getBoard.run(world.as(officer), { roundId }), { runs: 21, warmUp: 2, limit: 200 }))
  await drainTotals(world.as(null))
  const trace = (unitId: string, actor: Actor) => traceFigure.run(world.as(actor), { unitId, code: 'C01', year: 2026 })
  add(await median('trace of a figure of a school: formula, records, evidence', (run) => trace(schools[run]!.id, schools[run]!.writer), { runs: 11, warmUp: 2, limit: 300 }))
  add(await median(`trace of a figure of the Department: formula, ${READY} units that gave something of ${SCHOOLS}`, () => trace(department, officer), { runs: 11, warmUp: 2, limit: 300 }))
  return figures
}

/** A Department with many schools; those of the first `READY` have people. */
async function aLargeDepartment(world: Builders): Promise<{ department: string; schools: readonly School[] }> {
  const ministry = await world.unit({ level: 'ministry', name: 'Bộ Giáo dục Mẫu', provinceId: '00' })
  const department = await world.unit({ level: 'department', name: 'Sở Giáo dục Sông Mơ', professional: ministry })
  const ids = Array.from({ length: SCHOOLS }, () => uuidv7())
  await asSystem(world.as(null), async (tx) => {
    await sql`insert into units.unit (id, province_id) select id, '01' from unnest(${ids}::uuid[]) id`.execute(tx)
    await sql`
      insert into units.unit_version (unit_id, valid, name, level, school_levels, form, ownership, symbol, place, professional_parent_id, search_name)
      select s.id, '[2020-01-01,)', 'Trường THPT Sông Mơ ' || s.n, 'school', '{upper_secondary}', 'ordinary', 'public', 'SM', 'Sông Mơ', ${department}, platform.fold('Trường THPT Sông Mơ ' || s.n)
      from unnest(${ids}::uuid[]) with ordinality s (id, n)`.execute(tx)
    await sql`select units.derive_ancestors(null)`.execute(tx)
  })
  const schools: School[] = []
  for (const id of ids.slice(0, READY)) schools.push({ id, writer: await world.person(id, ['committee_head']), head: await world.person(id, ['principal', 'clerk']) })
  return { department, schools }
}

/** Fifteen activities of each school, one of each of the first kinds. */
async function fillActivities(world: Builders, schools: readonly School[]): Promise<void> {
  const dice = diceOf(1)
  const kinds = [...KINDS.values()].slice(0, 15)
  for (const { id, writer } of schools) {
    for (const [at, kind] of kinds.entries()) {
      const values = activityValues(kind, `2026-0${1 + (at % 4)}-15`, dice)
      await saveActivity.run(world.as(writer), { unitId: id, recordId: uuidv7(), kind: kind.code, kindVersion: kind.version, revision: 0, state: 'recorded', values })
    }
  }
}

/** A report of the school, written and signed. @returns its id */
async function signed(world: Builders, school: School): Promise<string> {
  const { id: reportId } = (await listReports.run(world.as(school.writer), { unitId: school.id }))[0]!
  await writeReport(world, school, reportId)
  await signReady(world, school, reportId)
  return reportId
}
