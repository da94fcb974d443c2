import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { aSector, aWorld } from '#testing/world.ts'
import { cleanUp, CLEAN_UP } from './jobs.ts'

it('removes what is over and keeps what works or explains', async () => {
  const world = await aWorld()
  const { highSchool } = await aSector(world)
  const { accountId } = await world.person(highSchool, ['teacher'])
  const day = (days: number) => new Date(world.now.getTime() + days * 86_400_000)
  for (const [name, ends] of [['over', day(-0.1)], ['open', day(0.1)]] as const) {
    await sql`insert into access.session (token_hash, account_id, id, created_at, last_seen_at, expires_at, agent)
      values (${Buffer.from(name)}, ${accountId}, gen_random_uuid(), ${day(-1)}, ${day(-1)}, ${ends}, ${name})`.execute(world.db)
  }
  for (const [name, ends, used] of [['expired', day(-31), null], ['spent', day(-25), day(-32)], ['spent lately', day(-31), day(-3)], ['works', day(1), null]] as const) {
    await sql`insert into access.password_link (token_hash, account_id, purpose, created_at, expires_at, used_at)
      values (${Buffer.from(name)}, ${accountId}, 'first', ${day(-40)}, ${ends}, ${used})`.execute(world.db)
  }
  for (const [key, first, until] of [['old', day(-2), day(-2)], ['blocked', day(-2), day(0.1)], ['fresh', day(-0.1), null]] as const) {
    await sql`insert into access.sign_in_throttle (key, failures, first_at, blocked_until) values (${key}, 9, ${first}, ${until})`.execute(world.db)
  }
  for (const at of [day(-31), day(-29)]) {
    await sql`insert into platform.operation_log (operation_id, account_id, operation, at) values (gen_random_uuid(), ${accountId}, 'x', ${at})`.execute(world.db)
  }

  await cleanUp({ db: world.db, now: world.now })

  const left = await world.rows(sql<{ name: string }>`
    select agent as name from access.session
    union all select convert_from(token_hash, 'UTF8') from access.password_link
    union all select key from access.sign_in_throttle
    union all select 'command of ' || at::date from platform.operation_log
    order by 1`)
  expect(left.map((row) => row.name)).toEqual(['blocked', 'command of 2026-02-01', 'fresh', 'open', 'spent lately', 'works'])
})

it('is queued by the program itself, once a day', async () => {
  const world = await aWorld()
  const handler = { name: CLEAN_UP, everyHours: 24, run: async () => undefined }
  await world.jobs.start([handler])
  const queued = async () => (await world.rows(sql<{ n: number }>`select count(*)::int as n from pgboss.job where name = ${CLEAN_UP}`))[0]!.n
  expect(await queued()).toBe(1)
  await world.jobs.start([{ ...handler, name: CLEAN_UP }])
  expect(await queued()).toBe(1)
})
