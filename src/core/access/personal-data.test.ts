import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import getPerson from '#core/people/operations/get-person.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import exportOwnData from './operations/export-own-data.ts'
import exportPerson from './operations/export-person.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>

beforeAll(async () => {
  world = await aWorld()
  sector = await aSector(world)
})

const readings = (personId: string) => world.rows(sql<{ action: string }>`select action from audit.entry where entity = ${personId} order by number`)

describe('what is held about a person', () => {
  it('is told to the person, with every table that names the person, and to who answers for the unit', async () => {
    const person = await world.person(sector.highSchool, ['teacher'], { name: 'Lê Thị Mơ', username: 'le.mo' })
    await sql`insert into notifications.message (province_id, id, unit_id, account_id, topic, once, text_key, params, href, created_at)
      values ('01', gen_random_uuid(), ${sector.highSchool}, ${person.accountId}, 'x', 'x', 'x', '{}', '/', now())`.execute(world.db)
    const own = await exportOwnData.run(world.as(person), {})
    expect(own).toMatchObject({ person: { fullName: 'Lê Thị Mơ' }, account: { username: 'le.mo', passkeys: [] }, roles: [{ unitName: 'Trường THPT Sông Mơ', role: 'teacher', until: null }] })
    expect(own.mentions).toContainEqual({ place: 'notifications.message.account_id', count: 1 })
    const principal = await world.person(sector.highSchool, ['principal'])
    expect((await exportPerson.run(world.as(principal), { personId: person.personId })).mentions).toEqual(own.mentions)
  })

  it('is not told to colleagues, siblings or strangers', async () => {
    const { personId } = await world.person(sector.highSchool, ['teacher'])
    await expect(exportPerson.run(world.as(await world.person(sector.highSchool, ['teacher'])), { personId })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(exportPerson.run(world.as(await world.person(sector.primarySchool, ['principal'])), { personId })).rejects.toMatchObject({ kind: 'not_found' })
  })
})

describe('reading personal data', () => {
  it('stands in the record of the unit, once an hour for the same reader and person', async () => {
    const { personId } = await world.person(sector.highSchool, ['teacher'])
    const clerk = await world.person(sector.highSchool, ['clerk'])
    const officer = await world.person(sector.department, ['department_officer'])
    const later = { ...world.as(clerk), now: new Date(world.now.getTime() + 3_600_001) }
    for (const request of [world.as(clerk), world.as(clerk), world.as(officer), later]) await getPerson.run(request, { personId })
    expect(await readings(personId)).toEqual([{ action: 'people.get' }, { action: 'people.get' }, { action: 'people.get' }])
  })
})
