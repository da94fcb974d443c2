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
import { followSubmission } from '#modules/reports/operations/follow-submission.ts'
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
import { childrenCpuMs } from './running-program.ts'
import { median, middle, percentile, rounded, type Bench, type Figure } from './measure.ts'

const SCHOOLS = 1_500
/** Schools that record activities, write and sign themselves; the others have the same body signed. */
const WRITERS = 3
const ONE_BY_ONE = 40
const SECONDS = 10
const AT_ONCE = 6

const bench: Bench = {
  title: `Reports of a Department with ${SCHOOLS} schools`,
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
  const writers = schools.slice(0, WRITERS)
  await fillActivities(world, writers)
  await drainTotals(world.as(null))
  await sql`vacuum analyze`.execute(world.db)
  // The form of the year asks for more figures than any other.
  const { roundId } = await createRound.run(world.as(officer), aRound(department, { formCode: 'year' }))
  await openRound.run(world.as(officer), { roundId })
  const written: string[] = []
  for (const school of writers) written.push(await signed(world, school))
  const { body } = await getReport.run(world.as(writers[0]!.writer), { reportId: written[0]! })
  const filled = cellsOf(body).length
  const reports = await signTheRest(world, roundId, written[0]!)
  await sql`vacuum analyze`.execute(world.db)

  const figures: Figure[] = []
  const add = (figure: Figure) => void figures.push(figure)
  add(await median('a school opens its report: filled, checked, compared', (run) => getReport.run(world.as(writers[run % WRITERS]!.writer), { reportId: written[run % WRITERS]! }), { runs: 15, warmUp: 2 }))
  const waiting = schools.map((school) => ({ school, reportId: reports.get(school.id)! }))
  const submit = async () => {
    const next = waiting.pop()
    if (!next) throw new Error('no report is left to hand in')
    await submitReport.run(world.as(next.school.head), { reportId: next.reportId })
  }
  add(await median(`a school hands in its signed report of ${filled} figures`, submit, { runs: ONE_BY_ONE, warmUp: 10, limit: 100 }))
  add(await sustained(submit, () => waiting.length))

  const followed = schools.slice(-ONE_BY_ONE - 10).map(({ id }) => reports.get(id)!)
  add(await median('after the commit: the superior is told, the records are compared', (run) => followSubmission({ systemRequest: () => world.as(null) }, { reportId: followed[run]!, number: 1 }), { runs: ONE_BY_ONE, warmUp: 5 }))
  add(await median(`board of ${SCHOOLS} schools: first page, states, what comes next`, () => getBoard.run(world.as(officer), { roundId }), { runs: 21, warmUp: 2, limit: 200 }))
  await drainTotals(world.as(null))
  const trace = (unitId: string, actor: Actor) => traceFigure.run(world.as(actor), { unitId, code: 'C01', year: 2026 })
  add(await median('trace of a figure of a school: formula, records, evidence', (run) => trace(writers[run % WRITERS]!.id, writers[run % WRITERS]!.writer), { runs: 11, warmUp: 2, limit: 300 }))
  add(await median(`trace of a figure of the Department: formula, ${WRITERS} units that gave something of ${SCHOOLS}`, () => trace(department, officer), { runs: 11, warmUp: 2, limit: 300 }))
  return figures
}

/** Several schools at a time, without a pause. */
async function sustained(submit: () => Promise<void>, left: () => number): Promise<Figure> {
  const times: number[] = []
  const begin = performance.now()
  const spent = process.cpuUsage()
  const spentByDatabase = childrenCpuMs()
  const work = async () => {
    while (left() > 0 && performance.now() - begin < SECONDS * 1_000) {
      const start = performance.now()
      await submit()
      times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  const seconds = (performance.now() - begin) / 1_000
  const { user, system } = process.cpuUsage(spent)
  const [here, database] = [(user + system) / 1_000 / times.length, (childrenCpuMs() - spentByDatabase) / times.length]
  const each = (seconds * 1_000) / times.length
  const note = `${(times.length / seconds).toFixed(1)} a second over ${seconds.toFixed(1)} s, ${times.length} reports; each took ${rounded(middle(times))} ms, p95 ${rounded(percentile(times, 0.95))} ms; processor time of one: ${here.toFixed(1)} ms in this process, ${database.toFixed(1)} ms in the database`
  return { what: `${AT_ONCE} schools at a time hand in: milliseconds for each`, value: each, unit: 'ms', limit: 10, note }
}

/** A Department with many schools, each with a writer and a head who submits. */
async function aLargeDepartment(world: Builders): Promise<{ department: string; schools: readonly School[] }> {
  const ministry = await world.unit({ level: 'ministry', name: 'Bộ Giáo dục Mẫu', provinceId: '00' })
  const department = await world.unit({ level: 'department', name: 'Sở Giáo dục Sông Mơ', professional: ministry })
  const schools = Array.from({ length: SCHOOLS }, () => ({ id: uuidv7(), writer: person(), head: person() }))
  const rows = schools.flatMap(({ id, writer, head }) => [
    { unit: id, person: writer.personId, account: writer.accountId, role: 'committee_head' },
    { unit: id, person: head.personId, account: head.accountId, role: 'principal' },
  ])
  await asSystem(world.as(null), async (tx) => {
    const ids = schools.map(({ id }) => id)
    await sql`insert into units.unit (id, province_id) select id, '01' from unnest(${ids}::uuid[]) id`.execute(tx)
    await sql`
      insert into units.unit_version (unit_id, valid, name, level, school_levels, form, ownership, symbol, place, professional_parent_id, search_name)
      select s.id, '[2020-01-01,)', 'Trường THPT Sông Mơ ' || s.n, 'school', '{upper_secondary}', 'ordinary', 'public', 'SM', 'Sông Mơ', ${department}, platform.fold('Trường THPT Sông Mơ ' || s.n)
      from unnest(${ids}::uuid[]) with ordinality s (id, n)`.execute(tx)
    await sql`select units.derive_ancestors(null)`.execute(tx)
    await sql`create temporary table made on commit drop as select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m (unit uuid, person uuid, account uuid, role text)`.execute(tx)
    await sql`insert into people.person (province_id, id, unit_id, full_name, search_name) select '01', person, unit, 'Người Mẫu', 'nguoi mau' from made`.execute(tx)
    await sql`insert into access.account (province_id, id, unit_id, person_id, username, state, created_at) select '01', account, unit, person, 'mau.' || account, 'active', ${world.now} from made`.execute(tx)
    await sql`insert into access.role_grant (province_id, id, unit_id, account_id, role, line, valid) select '01', gen_random_uuid(), unit, account, role, 'either', '[2020-01-01,)' from made`.execute(tx)
  })
  return { department, schools: schools.map(({ id, writer, head }) => ({ id, writer: holder(id, writer, 'committee_head'), head: holder(id, head, 'principal') })) }
}

const person = () => ({ personId: uuidv7(), accountId: uuidv7(), sessionId: uuidv7() })

function holder(unitId: string, ids: ReturnType<typeof person>, role: 'committee_head' | 'principal'): Actor {
  return { ...ids, grants: [{ unitId, role, line: 'either' }] }
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

/** Puts what one school signed into the reports of all others. @returns reports by school */
async function signTheRest(world: Builders, roundId: string, like: string): Promise<ReadonlyMap<string, string>> {
  return asSystem(world.as(null), async (tx) => {
    await sql`
      update reports.report p set state = 'signed', entries = l.entries, to_fill = l.to_fill, filled = l.filled, signed = l.signed, signed_digest = l.signed_digest, signed_sources = l.signed_sources,
        signed_by = l.signed_by, signed_at = l.signed_at
      from reports.report l where l.id = ${like}::uuid and p.round_id = ${roundId}::uuid and p.state = 'not_started'`.execute(tx)
    const found = await sql<{ id: string; unitId: string }>`select id, unit_id from reports.report where round_id = ${roundId}::uuid`.execute(tx)
    return new Map(found.rows.map(({ id, unitId }) => [unitId, id]))
  })
}
