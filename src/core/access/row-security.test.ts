import { sql, type Transaction } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { contract } from '#platform/contract.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { createPolicy } from './model/policy.ts'
import { ROLES } from './model/roles.ts'
import { asPerson, asSystem, commandFor } from './operation.ts'
import type { Actor } from './request.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
const people: Record<string, Actor> = {}

beforeAll(async () => {
  world = await aWorld()
  sector = await aSector(world)
  for (const [place, unitId] of Object.entries(sector)) people[place] = await world.person(unitId, ['teacher'], { name: place })
  people['otherDepartment'] = await world.person(await world.unit({ level: 'department', professional: sector.ministry }), ['teacher'], { name: 'otherDepartment' })
})

/** Names of the people whom the person's transaction sees. */
function seenBy(actor: Actor): Promise<string[]> {
  return asPerson(world.as(actor), null, async (tx) => {
    const found = await sql<{ fullName: string }>`select full_name from people.person order by full_name`.execute(tx)
    return found.rows.map((row) => row.fullName)
  })
}

describe('the database, whatever a statement forgets to ask', () => {
  it('shows a school its own rows and none of a sibling', async () => {
    expect(await seenBy(people['highSchool']!)).toEqual(['highSchool'])
    expect(await seenBy(people['primarySchool']!)).toEqual(['primarySchool'])
  })

  it('shows a commune its schools, and a Department its communes and schools but not its neighbour', async () => {
    expect(await seenBy(people['commune']!)).toEqual(['commune', 'primarySchool'])
    expect(await seenBy(people['department']!)).toEqual(['commune', 'department', 'highSchool', 'primarySchool'])
    expect(await seenBy(people['otherDepartment']!)).toEqual(['otherDepartment'])
  })

  it('shows the Ministry the nation', async () => {
    expect(await seenBy(people['ministry']!)).toEqual(['commune', 'department', 'highSchool', 'ministry', 'otherDepartment', 'primarySchool'])
  })

  it('shows nothing to somebody without a role, nor outside a transaction of ours', async () => {
    expect(await seenBy({ ...people['highSchool']!, grants: [] })).toEqual([])
    const bare = await world.db.transaction().execute(async (tx) => {
      await sql`select set_config('role', 'songhanh_app', true)`.execute(tx)
      return (await sql`select 1 from people.person`.execute(tx)).rows
    })
    expect(bare).toEqual([])
  })

  it('forgets the role at the end of the transaction', async () => {
    await seenBy(people['highSchool']!)
    const rows = await world.rows(sql<{ back: boolean; roots: string | null }>`select current_user = session_user as back, nullif(current_setting('app.roots', true), '') as roots`)
    expect(rows[0]).toEqual({ back: true, roots: null })
  })

  it('follows the line of a grant', async () => {
    const administrative = await world.person(sector.department, ['inspector'], { line: 'administrative', name: 'zz' })
    expect(await seenBy(administrative)).toEqual(['department', 'zz'])
  })

  it('changes and deletes nothing outside the reach', async () => {
    const touched = await asPerson(world.as(people['highSchool']!), null, async (tx) => {
      const changed = await sql`update people.person set job_title = 'x' where unit_id = ${sector.primarySchool}`.execute(tx)
      const deleted = await sql`delete from people.person where unit_id = ${sector.department}`.execute(tx)
      return [changed.numAffectedRows, deleted.numAffectedRows]
    })
    expect(touched).toEqual([0n, 0n])
  })

  it('refuses to move a row out of the reach', async () => {
    const moving = asPerson(world.as(people['highSchool']!), null, (tx) => sql`update people.person set unit_id = ${sector.department}`.execute(tx))
    await expect(moving).rejects.toMatchObject({ code: '42501' })
  })
})

describe('the log of commands', () => {
  const logged = (tx: Transaction<unknown>) => sql<{ operation: string }>`select operation from platform.operation_log order by operation`.execute(tx).then(({ rows }) => rows.map((row) => row.operation))

  beforeAll(async () => {
    for (const place of ['highSchool', 'ministry']) {
      const { accountId } = people[place]!
      await sql`insert into platform.operation_log (operation_id, account_id, operation, answer, at) values (gen_random_uuid(), ${accountId}, ${place}, '{}', ${world.now})`.execute(world.db)
    }
  })

  it('shows each person the commands of their own account alone, the Ministry too, and the program all', async () => {
    const seen = (place: string) => asPerson(world.as(people[place]!), null, logged)
    expect(await seen('highSchool')).toEqual(['highSchool'])
    expect(await seen('primarySchool')).toEqual([])
    expect(await seen('ministry')).toEqual(['ministry'])
    expect(await asSystem(world.as(null), logged)).toEqual(['highSchool', 'ministry'])
  })

  it('takes no entry in the name of another account', async () => {
    const forging = asPerson(world.as(people['primarySchool']!), null, (tx) => sql`
      insert into platform.operation_log (operation_id, account_id, operation, at) values (gen_random_uuid(), ${people['highSchool']!.accountId}, 'x', ${world.now})`.execute(tx))
    await expect(forging).rejects.toMatchObject({ code: '42501' })
  })
})

describe('an operation that writes outside the reach', () => {
  const policy = createPolicy([{ 'probe.write': { own: ROLES } }])
  const stray = contract({ name: 'probe.stray', route: 'POST /api/probe', permission: 'probe.write', summary: '', input: z.object({ own: z.uuid(), other: z.uuid() }), output: z.null() })
  const straying = commandFor<unknown>()(stray, async (ctx, { own, other }) => {
    await ctx.allow('probe.write', own)
    await sql`insert into people.person (province_id, id, unit_id, full_name, search_name) values ('01', ${ctx.newId()}, ${other}, 'Lạc', 'lac')`.execute(ctx.tx)
    await ctx.audit({ unitId: own, action: stray.name, entity: 'x' })
    return null
  })

  it('is stopped by the database, and the person is told that it is not theirs', async () => {
    const input = { own: sector.highSchool, other: sector.primarySchool }
    await expect(straying.run({ ...world.as(people['highSchool']!), policy }, input)).rejects.toMatchObject({ kind: 'forbidden', code: 'database.denied' })
  })

  it('cannot write the audit of another unit either', async () => {
    const blaming = commandFor<unknown>()(stray, async (ctx, { own, other }) => {
      await ctx.allow('probe.write', own)
      await ctx.audit({ unitId: other, action: stray.name, entity: 'x' })
      return null
    })
    const input = { own: sector.highSchool, other: sector.primarySchool }
    await expect(blaming.run({ ...world.as(people['highSchool']!), policy }, input)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
