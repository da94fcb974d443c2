import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { asSystem } from '#core/access/operation.ts'
import { ROLES, type Role } from '#core/access/model/roles.ts'
import type { Actor } from '#core/access/request.ts'
import listMessages from '#modules/notifications/operations/list-messages.ts'
import { aTakenPlan } from '#testing/issued-plans.ts'
import { uuidv7 } from '#platform/ids.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { lookAfterUnit } from './operations/look-after-unit.ts'
import acceptAssignment from './operations/accept-assignment.ts'
import getAssignment from './operations/get-assignment.ts'
import listAssignments from './operations/list-assignments.ts'
import { responsibleFor, type Tx } from './store.ts'

// Work must not wait for somebody who has left, lost the role or whose account is locked, whatever the staff does.

let world: World
let school: string

beforeAll(async () => {
  world = await aWorld()
})

const system = <T>(work: (tx: Tx) => Promise<T>) => asSystem(world.as(null), work)

type Change =
  | { readonly kind: 'leave' | 'lock' | 'return'; readonly who: number }
  | { readonly kind: 'revoke' | 'grant'; readonly who: number; readonly role: Role }

async function apply(staff: readonly Actor[], change: Change): Promise<void> {
  const { accountId, personId } = staff[change.who % staff.length]!
  await system(async (tx) => {
    if (change.kind === 'leave') await sql`update people.person set left_on = units.app_today() where id = ${personId}`.execute(tx)
    if (change.kind === 'return') {
      await sql`update people.person set left_on = null where id = ${personId}`.execute(tx)
      await sql`update access.account set state = 'active' where id = ${accountId}`.execute(tx)
    }
    if (change.kind === 'lock') await sql`update access.account set state = 'locked' where id = ${accountId}`.execute(tx)
    if (change.kind === 'revoke') await sql`delete from access.role_grant where account_id = ${accountId} and role = ${change.role}`.execute(tx)
    if (change.kind === 'grant') {
      await sql`
        insert into access.role_grant (province_id, id, unit_id, account_id, role, valid)
        select province_id, ${uuidv7()}, id, ${accountId}, ${change.role}, '[2020-01-01,)' from units.unit where id = ${school}`.execute(tx)
    }
  })
}

/** Judged anew from the tables, without the views. */
async function activeIn(): Promise<{ personId: string; role: Role }[]> {
  const found = await system((tx) => sql<{ personId: string; role: Role }>`
    select a.person_id, g.role from access.role_grant g join access.account a on a.id = g.account_id join people.person p on p.id = a.person_id
    where g.unit_id = ${school} and a.state <> 'locked' and coalesce(p.left_on > units.app_today(), true) and g.valid @> units.app_today()`.execute(tx))
  return found.rows
}

const HEADS: readonly Role[] = ['committee_head', 'principal', 'committee_secretary', 'administrator', 'ministry_officer', 'department_officer', 'commune_officer']

it('after any changes of the staff no open work is without an active responsible while somebody heads the unit', async () => {
  const anyRole = fc.constantFrom(...ROLES)
  const anyChange: fc.Arbitrary<Change> = fc.oneof(
    fc.record({ kind: fc.constantFrom('leave' as const, 'lock' as const, 'return' as const), who: fc.nat(5) }),
    fc.record({ kind: fc.constantFrom('revoke' as const, 'grant' as const), who: fc.nat(5), role: anyRole }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(anyChange, fc.boolean()), { minLength: 3, maxLength: 12 }), async (changes) => {
      world.now = new Date('2026-03-02T02:00:00Z')
      school = (await aSector(world)).highSchool
      const staff = [await world.person(school, ['principal']), await world.person(school, ['committee_head']), await world.person(school, ['clerk']), await world.person(school, ['teacher']), await world.person(school, ['teacher', 'communicator'])]
      await aTakenPlan(world, school, [
        { lead: { kind: 'role', role: 'clerk' } },
        { lead: { kind: 'role', role: 'youth_union' } },
        { lead: { kind: 'person', personId: staff[3]!.personId, name: 'Người Mẫu' } },
        { lead: { kind: 'person', personId: staff[4]!.personId, name: 'Người Mẫu' }, dueOn: '2026-03-01' },
      ])
      for (const [change, nextDay] of changes) {
        await apply(staff, change)
        if (nextDay) {
          world.now = new Date(world.now.getTime() + 86_400_000)
          await system((tx) => lookAfterUnit(tx, world.as(null), school, world.now.toISOString().slice(0, 10)))
        }
        const active = await activeIn()
        if (!active.some(({ role }) => HEADS.includes(role))) continue
        const open = await system((tx) => sql<{ id: string }>`select id from assignments.assignment where unit_id = ${school} and state in ('given', 'accepted', 'in_progress')`.execute(tx))
        const responsible = await system((tx) => responsibleFor(tx, open.rows.map(({ id }) => id)))
        for (const { id } of open.rows) {
          const people = responsible.get(id) ?? []
          expect(people.length).toBeGreaterThan(0)
          for (const { personId } of people) expect(active.map((seat) => seat.personId)).toContain(personId)
        }
      }
    }),
    { numRuns: 25 },
  )
}, 120_000)

it('work of somebody who left is back with the role the next day, the history says so and the heads are told', async () => {
  world.now = new Date('2026-03-02T02:00:00Z')
  school = (await aSector(world)).highSchool
  const head = await world.person(school, ['committee_head'])
  const clerk = await world.person(school, ['clerk'], { name: 'Phạm Thu Thảo' })
  const nextClerk = await world.person(school, ['clerk'], { name: 'Vũ Minh Tâm' })
  await aTakenPlan(world, school, [{ lead: { kind: 'role', role: 'clerk' } }])
  const [work] = (await listAssignments.run(world.as(clerk), { unitId: school, year: 2026 })).assignments
  await acceptAssignment.run(world.as(clerk), { assignmentId: work!.id })
  await apply([clerk], { kind: 'leave', who: 0 })
  // at once, by derivation
  expect((await getAssignment.run(world.as(head), { assignmentId: work!.id })).responsible).toMatchObject([{ name: 'Vũ Minh Tâm' }])
  world.now = new Date('2026-03-03T02:00:00Z')
  await system((tx) => lookAfterUnit(tx, world.as(null), school, '2026-03-03'))
  expect(await getAssignment.run(world.as(head), { assignmentId: work!.id })).toMatchObject({ state: 'given', leadPersonId: null, history: [{ action: 'give' }, { action: 'accept' }, { action: 'hand_back', before: { name: 'Phạm Thu Thảo' } }] })
  expect((await listMessages.run(world.as(head), {})).messages[0]).toMatchObject({ textKey: 'assignments.told_back', params: { name: 'Phạm Thu Thảo' } })
  await acceptAssignment.run(world.as(nextClerk), { assignmentId: work!.id })
})

it('work of somebody whose post ends on a day is with the role from that day on, and no reminder goes to them', async () => {
  world.now = new Date('2026-03-02T02:00:00Z')
  school = (await aSector(world)).highSchool
  const head = await world.person(school, ['committee_head'])
  const union = await world.person(school, ['teacher'], { name: 'Phạm Thu Thảo' })
  await aTakenPlan(world, school, [{ lead: { kind: 'person', personId: union.personId, name: 'Phạm Thu Thảo' }, dueOn: '2026-03-06' }])
  const [work] = (await listAssignments.run(world.as(head), { unitId: school, year: 2026 })).assignments
  await system((tx) => sql`update access.role_grant set valid = daterange('2020-01-01', '2026-03-04') where account_id = ${union.accountId}`.execute(tx))
  const responsibleOn = async (day: string) => {
    world.now = new Date(`${day}T02:00:00Z`)
    await system((tx) => lookAfterUnit(tx, world.as(null), school, day))
    return (await getAssignment.run(world.as(head), { assignmentId: work!.id })).responsible.map(({ personId }) => personId)
  }
  expect(await responsibleOn('2026-03-03')).toEqual([union.personId])
  expect(await responsibleOn('2026-03-04')).not.toContain(union.personId)
  const told = await world.rows(sql<{ day: string }>`select distinct (created_at at time zone 'Asia/Ho_Chi_Minh')::date as day from notifications.message where account_id = ${union.accountId} and topic = 'deadlines'`)
  expect(told.filter(({ day }) => day >= '2026-03-04')).toEqual([])
  expect((await listMessages.run(world.as(head), {})).messages.some(({ textKey }) => textKey === 'assignments.told_back')).toBe(true)
})
