import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { passwordFault } from '#core/access/model/password.ts'
import { ROLES } from '#core/access/model/roles.ts'
import { openSession } from '#core/access/operations/sign-in.ts'
import type { Request } from '#core/access/request.ts'
import { actorOfToken } from '#core/access/session.ts'
import { placementFault } from '#core/units/model/placement.ts'
import coverageBoard from '#modules/plans/operations/coverage-board.ts'
import getPlan from '#modules/plans/operations/get-plan.ts'
import listDirectives from '#modules/plans/operations/list-directives.ts'
import listPlans from '#modules/plans/operations/list-plans.ts'
import startPlan from '#modules/plans/operations/start-plan.ts'
import { testServices } from '#testing/services.ts'
import { aWorld, type World } from '#testing/world.ts'
import { DEMO_PASSWORD, type DemoAccount } from './accounts.ts'
import { contentOf, loadDemo, type DemoGround } from './load-demo.ts'
import { MAIN } from './people.ts'
import { demoTree } from './unit-lives.ts'
import { COMMUNES } from './units.ts'

let world: World
let ground: DemoGround
let accounts: readonly DemoAccount[]

beforeAll(async () => {
  world = await aWorld(new Date('2026-11-21T02:00:00Z'))
  ground = { services: testServices(world) }
  accounts = await loadDemo(ground)
})

async function countsOn(day: string): Promise<Record<string, number>> {
  const rows = await world.rows(sql<{ level: string; count: number }>`select level, count(*)::int as count from units.unit_version where valid @> ${day}::date group by level`)
  return Object.fromEntries(rows.map(({ level, count }) => [level, count]))
}

async function superiorsOn(day: string, unitName: string): Promise<string[]> {
  const rows = await world.rows(sql<{ name: string }>`
    select distinct p.name
    from units.unit_version v
    join units.unit_ancestor a on a.unit_id = v.unit_id and a.depth = 1 and a.valid @> ${day}::date
    join units.unit_version p on p.unit_id = a.ancestor_id and p.valid @> ${day}::date
    where v.name = ${unitName} and v.valid @> ${day}::date
    order by p.name`)
  return rows.map(({ name }) => name)
}

async function signedIn(username: string): Promise<Request> {
  const anonymous = world.as(null)
  const { token } = await openSession(anonymous, { username, password: DEMO_PASSWORD })
  return world.as(await actorOfToken(anonymous, token))
}

describe('the units of the demo', () => {
  it('are a Ministry, two Departments, 12 communes and 40 schools of every kind today', async () => {
    expect(await countsOn('2026-11-21')).toEqual({ ministry: 1, department: 2, commune: 12, school: 40 })
    const kinds = await world.rows(sql<{ kind: string }>`
      select distinct case when form = 'ordinary' and cardinality(school_levels) = 1 then school_levels[1] when form = 'ordinary' then 'multi_level' else form end as kind
      from units.unit_version where level = 'school' and upper_inf(valid) order by 1`)
    expect(kinds.map(({ kind }) => kind)).toEqual(['boarding', 'continuing', 'kindergarten', 'lower_secondary', 'multi_level', 'primary', 'upper_secondary'])
    const owners = await world.rows(sql<{ ownership: string }>`select distinct ownership from units.unit_version where level = 'school' order by 1`)
    expect(owners.map(({ ownership }) => ownership)).toEqual(['people_founded', 'private', 'public'])
  })

  it('stood otherwise on the last day of the district offices', async () => {
    expect(await countsOn('2025-06-30')).toEqual({ ministry: 1, department: 2, district_office: 4, commune: 23, school: 41 })
    expect(await superiorsOn('2025-06-30', 'Trường THCS Thạch Lụa')).toEqual(['Phòng Giáo dục và Đào tạo thị xã Bờ Lụa'])
    expect(await superiorsOn('2025-07-01', 'Trường THCS Thạch Mơ')).toEqual(['Sở Giáo dục và Đào tạo tỉnh Sông Mơ', 'UBND phường Thạch Mơ'])
  })

  it('say by every kind of succession what became of the old ones', async () => {
    const kinds = await world.rows(sql<{ kind: string }>`select distinct kind from units.succession order by kind`)
    expect(kinds.map(({ kind }) => kind)).toEqual(['abolish', 'merge', 'rename', 'reparent'])
    const merged = await world.rows(sql<{ count: number }>`
      select count(*)::int as count from units.succession s join units.unit_version v on v.unit_id = s.to_id and upper_inf(v.valid)
      where s.kind = 'merge' and v.name = 'Trường Tiểu học Bờ Lụa'`)
    expect(merged[0]!.count).toBe(2)
  })

  it('lie in areas that changed with them', async () => {
    const areasOn = (day: string) => world.rows(sql<{ level: string; count: number }>`
      select a.level, count(*)::int as count from units.area a join units.area_version v on v.area_id = a.id where v.valid @> ${day}::date group by 1 order by 1`)
    expect(await areasOn('2025-06-30')).toEqual([{ level: 'commune', count: 23 }, { level: 'district', count: 4 }, { level: 'province', count: 2 }])
    expect(await areasOn('2025-07-01')).toEqual([{ level: 'commune', count: 12 }, { level: 'province', count: 2 }])
    const astray = await world.rows(sql`
      select v.name from units.unit_version v
      where v.level <> 'ministry' and not exists (select from units.area_version a where a.area_id = v.area_id and a.valid @> v.valid)`)
    expect(astray).toEqual([])
  })

  it('stand where units may stand, at every time of their lives', () => {
    const { units } = demoTree()
    const levelOf = (key: string | null) => units.find((unit) => unit.key === key)?.stages[0]!.level ?? null
    for (const { key, stages } of units) {
      for (const stage of stages) {
        const facts = { ...stage, areaId: null, administrativeParentId: stage.administrative, professionalParentId: stage.professional }
        const parents = { administrative: levelOf(stage.administrative), professional: levelOf(stage.professional) }
        expect([key, placementFault(facts, parents, stage.until && '2025-06-30')]).toEqual([key, null])
      }
    }
  })

  it('bear no name of a real commune', () => {
    const reference = join(import.meta.dirname, '../../core/units/reference')
    const real = ['admin-units-2025-06-30.csv', 'admin-units-2026-04-30.csv'].map((file) => readFileSync(join(reference, file), 'utf8').toLowerCase()).join('\n')
    const names = COMMUNES.flatMap(({ name, formedOf }) => [name, ...formedOf]).map((name) => name.replace(/^(phường|xã|thị trấn) /, ''))
    expect(names.filter((name) => real.includes(`,${name.toLowerCase()},`))).toEqual([])
  })
})

describe('the people of the demo', () => {
  it('fill every role, and every role of a school in three of them', async () => {
    const held = await world.rows(sql<{ role: string }>`select distinct role from access.role_grant`)
    expect(held.map(({ role }) => role).sort()).toEqual([...ROLES].sort())
    const roles = await world.rows(sql<{ unit: string; count: number }>`
      select split_part(a.username, '.', 2) as unit, count(distinct g.role)::int as count
      from access.role_grant g join access.account a on a.id = g.account_id and a.unit_id = g.unit_id group by 1`)
    const rolesIn = Object.fromEntries(roles.map(({ unit, count }) => [unit, count]))
    for (const unit of [MAIN.highSchool, MAIN.primarySchool, MAIN.kindergarten]) expect(rolesIn[unit]).toBe(10)
    expect(rolesIn[MAIN.department]).toBe(12)
    expect(rolesIn[MAIN.commune]).toBe(12)
  })

  it('lead every school and its committee', async () => {
    const without = await world.rows(sql<{ name: string }>`
      select v.name from units.unit_version v
      where v.level = 'school' and upper_inf(v.valid)
        and (select count(distinct role) from access.role_grant g where g.unit_id = v.unit_id and g.role in ('principal', 'committee_head')) < 2`)
    expect(without).toEqual([])
  })

  it('sign in with the names and the password that a visitor is told', async () => {
    expect(accounts.length).toBeGreaterThanOrEqual(9)
    for (const { username, password } of accounts) {
      expect(passwordFault(password, username)).toBeNull()
      expect((await openSession(world.as(null), { username, password })).token).toBeTruthy()
    }
    await expect(openSession(world.as(null), { username: accounts[0]!.username, password: `${DEMO_PASSWORD}!` })).rejects.toMatchObject({ code: 'access.wrong_password' })
  })
})

describe('the plans of the demo', () => {
  it("are last year's of three schools, the Department's of this year, and answers to it in every state", async () => {
    const plans = await world.rows(sql<{ year: number; state: string; number: string | null }>`
      select p.year, p.state, p.number || '/' || p.symbol as number from plans.plan p order by p.year, p.state, number`)
    expect(plans).toEqual([
      { year: 2025, state: 'issued', number: '02/KH-MNTM' },
      { year: 2025, state: 'issued', number: '03/KH-THTM' },
      { year: 2025, state: 'issued', number: '05/KH-THPTSM' },
      { year: 2026, state: 'draft', number: null },
      { year: 2026, state: 'draft', number: null },
      { year: 2026, state: 'issued', number: '04/KH-THPTBL' },
      { year: 2026, state: 'issued', number: '45/KH-SGDĐT' },
      { year: 2026, state: 'submitted', number: null },
    ])
    const directives = await world.rows(sql<{ year: number; points: number }>`
      select d.year, (select count(*)::int from plans.directive_point p where p.directive_id = d.id) as points from plans.directive d`)
    expect(directives).toEqual([{ year: 2026, points: expect.any(Number) }])
    expect(directives[0]!.points).toBeGreaterThan(20)
  })

  it('show the Department points that are covered, in part, not applicable and left out', async () => {
    const officer = await signedIn('chuyenvien.sosongmo')
    const [directive] = await world.rows(sql<{ id: string; unitId: string }>`select id, unit_id from plans.directive`)
    const board = await coverageBoard.run(officer, { unitId: directive!.unitId, directiveId: directive!.id })
    expect(board.units.filter((unit) => unit.state === null).length).toBeGreaterThan(20)
    for (const state of ['covered', 'partial', 'notApplicable', 'missing'] as const) expect([state, board.points.some((point) => point[state] > 0)]).toEqual([state, true])
  })

  it("let the high school's head begin from last year's plan, under the Department's", async () => {
    const head = await signedIn('truongban.thptsongmo')
    const unitId = head.actor!.grants[0]!.unitId
    const [directive] = await listDirectives.run(head, { unitId })
    const [lastYear] = await listPlans.run(head, { unitId })
    expect(directive).toMatchObject({ numberText: '45/KH-SGDĐT', year: 2026 })
    expect(lastYear).toMatchObject({ numberText: '05/KH-THPTSM', year: 2025 })
    const { planId } = await startPlan.run(head, { unitId, year: 2026, from: 'last_year', directiveId: directive!.id, lastPlanId: lastYear!.id })
    expect((await getPlan.run(head, { planId })).nodes.length).toBeGreaterThan(30)
  })

  it('are accounted for', async () => {
    const entries = await world.rows(sql<{ action: string }>`select distinct action from audit.entry where action like 'plans.%' order by action`)
    expect(entries.map(({ action }) => action)).toEqual([
      'plans.addComment',
      'plans.approvePlan',
      'plans.changeFrame',
      'plans.decidePoints',
      'plans.issuePlan',
      'plans.saveNodes',
      'plans.startPlan',
      'plans.submitPlan',
    ])
  })
})

describe('the year of the demo', () => {
  const counted = async (query: ReturnType<typeof sql<{ state: string; count: number }>>) => Object.fromEntries((await world.rows(query)).map(({ state, count }) => [state, count]))

  it('has work in every state, most of it done and a little late', async () => {
    const work = await counted(sql`select state, count(*)::int as count from assignments.assignment where plan_year = 2026 group by 1`)
    expect(Object.keys(work).sort()).toEqual(['accepted', 'done', 'given', 'in_progress'])
    const late = await world.rows(sql<{ count: number }>`select count(*)::int as count from assignments.assignment where plan_year = 2026 and state <> 'done' and late_after < '2026-11-21'`)
    expect(late[0]!.count).toBeGreaterThan(0)
    expect(late[0]!.count).toBeLessThan(work['done']! / 3)
  })

  it('has activities of many kinds, none of them in the future, with pictures', async () => {
    const records = await world.rows(sql<{ kind: string; onDay: string }>`select kind, on_day from records.record where state = 'recorded'`)
    expect(records.length).toBeGreaterThanOrEqual(25)
    expect(new Set(records.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(10)
    expect(records.filter(({ onDay }) => onDay > '2026-11-21')).toEqual([])
    expect(await counted(sql`select kind as state, count(*)::int as count from records.evidence group by 1`)).toEqual({ picture: 3, link: 2 })
  })

  it('has a half-year round with reports in every state, and a year round that is open', async () => {
    const reports = await counted(sql`select p.state, count(*)::int as count from reports.report p join reports.round r on r.id = p.round_id where r.form_code = 'half_year' group by 1`)
    expect(reports).toMatchObject({ accepted: 1, submitted: 1, returned: 1, draft: 1 })
    expect(Object.values(reports).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(4)
    expect(await world.rows(sql`select state, due_on from reports.round where form_code = 'year'`)).toEqual([{ state: 'open', dueOn: '2026-11-30' }])
  })

  it('has pupils counted twice, and figures entered by hand', async () => {
    expect(await counted(sql`select kind as state, count(*)::int as count from learners.snapshot where state = 'final' group by 1`)).toEqual({ start: 5, end: 5 })
    expect((await world.rows(sql`select 1 from indicators.hand_figure`)).length).toBeGreaterThan(8)
  })
})

describe('loading the demo', () => {
  it('is refused where there are units, and changes nothing', async () => {
    const before = await countsOn('2026-11-21')
    await expect(loadDemo(ground)).rejects.toThrow('Cơ sở dữ liệu đã có đơn vị')
    expect(await countsOn('2026-11-21')).toEqual(before)
    expect(await contentOf(ground)).toBe('demo')
  })

  it('begins in the first days of a year as well', async () => {
    const newYear = await aWorld(new Date('2027-01-02T02:00:00Z'))
    const early = { services: testServices(newYear) }
    expect(await contentOf(early)).toBe('empty')
    await loadDemo(early)
    const late = await newYear.rows(sql`select 1 from plans.plan where created_at > ${newYear.now} or issued_on > '2027-01-02'`)
    expect(late).toEqual([])
  })
})
