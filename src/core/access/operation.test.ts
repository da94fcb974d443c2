import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { contract, Instant } from '#platform/contract.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { uuidv7 } from '#platform/ids.ts'
import { ownerOf } from '#core/units/store.ts'
import { createPolicy } from './model/policy.ts'
import { commandFor, queryFor } from './operation.ts'
import type { Actor, CommandContext, Request } from './request.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let head: Actor

const policy = createPolicy([{ 'probe.write': { own: ['committee_head'] }, 'probe.other': { own: ['committee_head'] } }])

beforeAll(async () => {
  world = await aWorld()
  sector = await aSector(world)
  head = await world.person(sector.highSchool, ['committee_head'])
})

function asked(actor: Actor | null, operationId?: string): Request {
  return { ...world.as(actor, operationId), policy }
}

const addPerson = contract({
  name: 'probe.addPerson',
  route: 'POST /api/probe',
  permission: 'probe.write',
  summary: 'Adds a person',
  input: z.object({ unitId: z.uuid(), name: z.string() }),
  output: z.object({ id: z.uuid(), at: Instant, on: z.nullable(Instant), note: z.optional(z.string()), parts: z.array(z.object({ at: Instant })) }),
})

async function insertPerson(ctx: CommandContext<unknown>, unitId: string, name: string): Promise<string> {
  const id = ctx.newId()
  const { provinceId } = await ownerOf(ctx.tx, unitId)
  await sql`insert into people.person (province_id, id, unit_id, full_name, search_name) values (${provinceId}, ${id}, ${unitId}, ${name}, ${name})`.execute(ctx.tx)
  return id
}

const command = commandFor<unknown>()
const adding = command(addPerson, async (ctx, { unitId, name }) => {
  await ctx.allow('probe.write', unitId)
  const id = await insertPerson(ctx, unitId, name)
  await ctx.audit({ unitId, action: addPerson.name, entity: id })
  return { id, at: ctx.now, on: null, parts: [{ at: ctx.now }] }
})

async function named(name: string): Promise<number> {
  const rows = await world.rows(sql<{ n: number }>`select count(*)::int as n from people.person where full_name = ${name}`)
  return rows[0]!.n
}

describe('the wrapper', () => {
  it('refuses a command that did not ask for the permission of its contract, and nothing remains', async () => {
    const silent = command(addPerson, async (ctx, { unitId, name }) => {
      const id = await insertPerson(ctx, unitId, name)
      await ctx.audit({ unitId, action: addPerson.name, entity: id })
      return { id, at: ctx.now, on: null, parts: [] }
    })
    await expect(silent.run(asked(head), { unitId: sector.highSchool, name: 'Không hỏi' })).rejects.toThrow('without having asked for probe.write')
    expect(await named('Không hỏi')).toBe(0)
  })

  it('refuses a command that asked for another permission only', async () => {
    const other = command(addPerson, async (ctx, { unitId, name }) => {
      await ctx.allow('probe.other', unitId)
      await ctx.audit({ unitId, action: addPerson.name, entity: name })
      return { id: ctx.newId(), at: ctx.now, on: null, parts: [] }
    })
    await expect(other.run(asked(head), { unitId: sector.highSchool, name: 'Hỏi nhầm' })).rejects.toThrow('without having asked for probe.write')
  })

  it('refuses a command that did not audit, and nothing remains', async () => {
    const unaccounted = command(addPerson, async (ctx, { unitId, name }) => {
      await ctx.allow('probe.write', unitId)
      return { id: await insertPerson(ctx, unitId, name), at: ctx.now, on: null, parts: [] }
    })
    await expect(unaccounted.run(asked(head), { unitId: sector.highSchool, name: 'Không ghi sổ' })).rejects.toThrow('without an audit entry')
    expect(await named('Không ghi sổ')).toBe(0)
  })

  it('refuses a query that did not ask', async () => {
    const look = contract({ ...addPerson, name: 'probe.look', output: z.null() })
    await expect(queryFor<unknown>()(look, async () => null).run(asked(head), { unitId: sector.highSchool, name: '' })).rejects.toThrow('without having asked')
  })

  it('takes a mere `may` for no question', async () => {
    const hesitant = command(addPerson, async (ctx, { unitId }) => {
      await ctx.may('probe.write', unitId)
      await ctx.audit({ unitId, action: addPerson.name, entity: 'x' })
      return { id: ctx.newId(), at: ctx.now, on: null, parts: [] }
    })
    await expect(hesitant.run(asked(head), { unitId: sector.highSchool, name: '' })).rejects.toThrow('without having asked')
  })

  it('says whether nobody is signed in or the session has ended', async () => {
    const input = { unitId: sector.highSchool, name: 'Ai đó' }
    await expect(adding.run(asked(null), input)).rejects.toMatchObject({ kind: 'unauthenticated', code: 'access.sign_in_required' })
    await expect(adding.run({ ...asked(null), sessionEnded: true }, input)).rejects.toMatchObject({ kind: 'unauthenticated', code: 'access.session_ended' })
  })

  it('does not let out what the contract does not name', async () => {
    const talkative = command(addPerson, async (ctx, { unitId }) => {
      await ctx.allow('probe.write', unitId)
      await ctx.audit({ unitId, action: addPerson.name, entity: 'x' })
      return { id: ctx.newId(), at: ctx.now, on: null, parts: [], passwordHash: 'argon' }
    })
    expect(await talkative.run(asked(head), { unitId: sector.highSchool, name: '' })).not.toHaveProperty('passwordHash')
  })
})

describe('a command with an operation id', () => {
  it('runs once when it comes twice, and answers the same, instants included', async () => {
    const id = uuidv7()
    const input = { unitId: sector.highSchool, name: 'Hai lần' }
    const first = await adding.run(asked(head, id), input)
    const second = await adding.run(asked(head, id), input)
    expect(second).toStrictEqual(first)
    expect(second.at).toBeInstanceOf(Date)
    expect(await named('Hai lần')).toBe(1)
  })

  it('runs once when it comes twice at the same moment, on two connections', async () => {
    const id = uuidv7()
    let running = 0
    let most = 0
    const slow = command(addPerson, async (ctx, { unitId, name }) => {
      most = Math.max(most, ++running)
      await ctx.allow('probe.write', unitId)
      const person = await insertPerson(ctx, unitId, name)
      await sql`select pg_sleep(0.2)`.execute(ctx.tx)
      await ctx.audit({ unitId, action: addPerson.name, entity: person })
      running--
      return { id: person, at: ctx.now, on: null, parts: [] }
    })
    const input = { unitId: sector.highSchool, name: 'Cùng lúc' }
    const answers = await Promise.all([1, 2, 3].map(() => slow.run(asked(head, id), input)))
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1)
    expect(await named('Cùng lúc')).toBe(1)
    expect(most).toBe(1)
  })

  it('runs again when the first run failed', async () => {
    const id = uuidv7()
    let tries = 0
    const failing = command(addPerson, async (ctx, { unitId, name }) => {
      await ctx.allow('probe.write', unitId)
      const person = await insertPerson(ctx, unitId, name)
      if (++tries === 1) throw new Error('power cut')
      await ctx.audit({ unitId, action: addPerson.name, entity: person })
      return { id: person, at: ctx.now, on: null, parts: [] }
    })
    const input = { unitId: sector.highSchool, name: 'Thử lại' }
    await expect(failing.run(asked(head, id), input)).rejects.toThrow('power cut')
    await failing.run(asked(head, id), input)
    expect(await named('Thử lại')).toBe(1)
  })

  it('is refused with the id of another person, and with the id of another input', async () => {
    const id = uuidv7()
    const other = await world.person(sector.highSchool, ['committee_head'])
    await adding.run(asked(head, id), { unitId: sector.highSchool, name: 'Của tôi' })
    const taken = { kind: 'conflict', code: 'access.operation_id_taken' }
    await expect(adding.run(asked(other, id), { unitId: sector.highSchool, name: 'Của tôi' })).rejects.toMatchObject(taken)
    await expect(adding.run(asked(head, id), { unitId: sector.highSchool, name: 'Tên khác' })).rejects.toMatchObject(taken)
    expect(await named('Tên khác')).toBe(0)
  })

  it('keeps no secret of its answer, and no digest of its input', async () => {
    const id = uuidv7()
    const handing = command(
      addPerson,
      async (ctx, { unitId }) => {
        await ctx.allow('probe.write', unitId)
        await ctx.audit({ unitId, action: addPerson.name, entity: 'x' })
        return { id: ctx.newId(), at: ctx.now, on: null, note: 'bí mật', parts: [] }
      },
      { redact: (answer) => ({ ...answer, note: undefined }) },
    )
    const input = { unitId: sector.highSchool, name: 'x' }
    expect((await handing.run(asked(head, id), input)).note).toBe('bí mật')
    expect((await handing.run(asked(head, id), input)).note).toBeUndefined()
    const rows = await world.rows(sql<{ row: string }>`select row_to_json(l)::text as row from platform.operation_log l where operation_id = ${id}`)
    expect(rows[0]!.row).not.toContain('bí mật')
    expect(rows[0]!.row).toContain('"input_digest":null')
  })
})
