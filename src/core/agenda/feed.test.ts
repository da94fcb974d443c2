import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#core/access/request.ts'
import { aTakenPlan } from '#testing/issued-plans.ts'
import { aServer } from '#testing/server.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import createFeed from './operations/create-feed.ts'
import listFeeds from './operations/list-feeds.ts'
import revokeFeed from './operations/revoke-feed.ts'

let world: World
let app: FastifyInstance
let school: string
let head: Actor
let teacher: Actor

beforeAll(async () => {
  world = await aWorld()
  app = await aServer(world)
  school = (await aSector(world)).highSchool
  head = await world.person(school, ['committee_head'])
  teacher = await world.person(school, ['teacher'])
  await aTakenPlan(world, school, [{ text: 'Tọa đàm nữ cán bộ', dueOn: '2026-03-19' }])
})

const fetched = (path: string) => app.inject({ method: 'GET', url: path })
const unfolded = (text: string) => text.replace(/\r\n[ \t]/g, '')

describe('the secret address of a calendar', () => {
  it('brings the work of its owner to whoever has it, without signing in', async () => {
    const { path } = await createFeed.run(world.as(head), { unitId: school, scope: 'mine' })
    const answer = await fetched(path)
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8'])
    expect(unfolded(answer.body)).toContain('SUMMARY:Tọa đàm nữ cán bộ')
    expect((await listFeeds.run(world.as(head), { unitId: school }))[0]?.readAt).not.toBeNull()
  })

  it('of one’s own work has no work of others, that of the unit has all', async () => {
    const mine = await createFeed.run(world.as(teacher), { unitId: school, scope: 'mine' })
    const unit = await createFeed.run(world.as(teacher), { unitId: school, scope: 'unit' })
    expect(unfolded((await fetched(mine.path)).body)).not.toContain('Tọa đàm nữ cán bộ')
    expect(unfolded((await fetched(mine.path)).body)).toContain('Ngày Quốc tế Phụ nữ')
    expect(unfolded((await fetched(unit.path)).body)).toContain('Tọa đàm nữ cán bộ')
  })

  it('answers “not found” once it is revoked, as one that never was', async () => {
    const { id, path } = await createFeed.run(world.as(head), { unitId: school, scope: 'unit' })
    await revokeFeed.run(world.as(head), { unitId: school, feedId: id })
    const [revoked, never] = [await fetched(path), await fetched(`/ics/${'a'.repeat(43)}.ics`)]
    expect([revoked.statusCode, never.statusCode]).toEqual([404, 404])
    expect(revoked.json().code).toBe(never.json().code)
  })

  it('ends with the account of its owner', async () => {
    const leaver = await world.person(school, ['teacher'])
    const { path } = await createFeed.run(world.as(leaver), { unitId: school, scope: 'unit' })
    await sql`update access.account set state = 'locked' where id = ${leaver.accountId}`.execute(world.db)
    expect((await fetched(path)).statusCode).toBe(404)
  })
})
