import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { commandFor, queryFor } from '#core/access/operation.ts'
import { ROLES, type Role } from '#core/access/model/roles.ts'
import type { QueryContext } from '#core/access/request.ts'
import { contract } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { createProduct } from './product.ts'

// Role × permission of every operation × where the unit stands, judged on rows in the database.

const PLACES = ['own', 'child', 'grandchild', 'sibling', 'parent', 'closed child', 'closed own predecessor', 'unknown'] as const
type Place = (typeof PLACES)[number]

const { operations, policy } = createProduct()
const named = operations.map(({ contract: { name, permission } }) => ({ name, permission })).filter(({ permission }) => permission !== 'public' && permission !== 'session')
const permissions = [...new Set(named.map(({ permission }) => permission))]

let world: World
let unitAt: Record<Place, string>
let seats: Record<'a Department' | 'the Ministry', { readonly own: string; readonly relation: Record<Place, 'own' | 'below' | null> }>

beforeAll(async () => {
  world = await aWorld()
  const { ministry, department } = await aSector(world)
  const commune = await world.unit({ level: 'commune', name: 'Xã Mẫu', professional: department })
  const predecessor = await world.unit({ level: 'department', name: 'Sở cũ', professional: ministry, until: '2025-07-01' })
  await world.succeed(predecessor, department, '2025-07-01')
  unitAt = {
    own: department,
    child: commune,
    grandchild: await world.unit({ administrative: commune }),
    sibling: await world.unit({ level: 'department', name: 'Sở bên', professional: ministry }),
    parent: ministry,
    'closed child': await world.unit({ professional: department, until: '2026-01-01' }),
    'closed own predecessor': predecessor,
    unknown: '00000000-0000-7000-8000-000000000000',
  }
  const outside = { unknown: null } as const
  seats = {
    'a Department': {
      own: department,
      // Successors read what they inherited as their own; a commune's school stands on the administrative line alone.
      relation: { own: 'own', child: 'below', grandchild: null, sibling: null, parent: null, 'closed child': 'below', 'closed own predecessor': 'own', ...outside },
    },
    'the Ministry': {
      own: ministry,
      relation: { own: 'below', child: 'below', grandchild: null, sibling: 'below', parent: 'own', 'closed child': 'below', 'closed own predecessor': 'below', ...outside },
    },
  }
})

/** Asks for every permission at every place, in one transaction of the person. */
async function verdicts(ctx: QueryContext<unknown>): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const permission of permissions) {
    for (const place of PLACES) {
      found[`${permission} · ${place}`] = await ctx.allow(permission, unitAt[place]).then(
        () => 'allowed',
        (error: unknown) => (error instanceof AppError ? `${error.kind} ${error.code}` : String(error)),
      )
    }
  }
  return found
}

const probe = { route: 'POST /api/probe', permission: 'session', summary: '', input: z.object({ own: z.uuid() }), output: z.record(z.string(), z.string()) } as const
const reading = queryFor<unknown>()(contract({ ...probe, name: 'probe.read' }), verdicts)
const writing = commandFor<unknown>()(contract({ ...probe, name: 'probe.write' }), async (ctx, { own }) => {
  const found = await verdicts(ctx)
  await ctx.audit({ unitId: own, action: 'probe.write', entity: 'x' })
  return found
})

function expected(role: Role, relationAt: Record<Place, 'own' | 'below' | null>, access: 'read' | 'write'): Record<string, string> {
  const answers: Record<string, string> = {}
  for (const permission of permissions) {
    for (const place of PLACES) {
      const relation = relationAt[place]
      const isClosed = place.startsWith('closed')
      if (!relation) answers[`${permission} · ${place}`] = 'not_found access.not_found'
      else if (!policy.holds(role, permission, relation)) answers[`${permission} · ${place}`] = 'forbidden access.denied'
      else answers[`${permission} · ${place}`] = isClosed && access === 'write' ? 'conflict units.closed' : 'allowed'
    }
  }
  return answers
}

describe('the permission of every operation', () => {
  it('is declared by a module', () => {
    expect(named.filter(({ permission }) => !policy.permissions.includes(permission))).toEqual([])
  })

  it('is held by somebody', () => {
    expect(permissions.filter((permission) => !ROLES.some((role) => policy.holds(role, permission, 'own') || policy.holds(role, permission, 'below')))).toEqual([])
  })
})

describe.each(['a Department', 'the Ministry'] as const)('from the seat of %s', (seat) => {
  it.each(ROLES)('a %s meets in the database what the policy says', async (role) => {
    const { own, relation } = seats[seat]
    const person = await world.person(own, [role])
    expect(await reading.run(world.as(person), { own })).toEqual(expected(role, relation, 'read'))
    expect(await writing.run(world.as(person), { own })).toEqual(expected(role, relation, 'write'))
  })
})

it('without a role, nothing is found', async () => {
  const person = await world.person(unitAt.own, [])
  const found = await reading.run(world.as(person), { own: unitAt.own })
  expect(new Set(Object.values(found))).toEqual(new Set(['not_found access.not_found']))
})
