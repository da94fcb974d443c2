import { beforeAll, describe, expect, it } from 'vitest'
import { ROLES } from '#core/access/model/roles.ts'
import type { Actor, Request } from '#core/access/request.ts'
import { pathParameters, routeOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { Operation } from '#platform/operation.ts'
import { propertiesOf, samplesOf } from '#testing/samples.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { createProduct } from './product.ts'

// Every operation of every module, the ones to come included: what all of them owe whoever calls.

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
/** Holds every role there is in a Department. */
let everybody: Actor

beforeAll(async () => {
  world = await aWorld()
  sector = await aSector(world)
  everybody = await world.person(sector.department, ROLES)
})

const operations = createProduct().operations.map((operation) => ({ name: operation.contract.name, operation }))
const guarded = operations.filter(({ operation }) => operation.contract.permission !== 'public')

/** Operations whose address names a thing by its id. */
const addressed = operations.filter(({ operation }) => idsInPath(operation).length > 0)

function idsInPath({ contract }: Operation<Request>): string[] {
  const { uuids } = propertiesOf(contract.input)
  return pathParameters(routeOf(contract.route).path).filter((name) => uuids.includes(name))
}

/** How a call ends: `done`, the kind of the refusal, or a failure that would be an internal error. */
async function outcomeOf(operation: Operation<Request>, actor: Actor | null, input: unknown): Promise<string> {
  try {
    await operation.run(world.as(actor), input)
    return 'done'
  } catch (error) {
    if (error instanceof AppError) return error.kind
    return `internal: ${error instanceof Error ? `${error.message} ${String(error.cause ?? '')}` : String(error)}`
  }
}

/** The same with a text in place of every text that is no id, at any depth. */
function withTexts(value: unknown, text: string): unknown {
  if (typeof value === 'string') return /^[0-9a-f-]{36}$/.test(value) ? value : text
  if (Array.isArray(value)) return value.map((inner) => withTexts(inner, text))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withTexts(inner, text)]))
}

describe('every operation', () => {
  it('can be given an input that its contract takes', () => {
    expect(operations.filter(({ operation }) => samplesOf(operation.contract.input).length === 0).map(({ name }) => name)).toEqual([])
  })

  it.each(guarded)('$name asks who is calling', async ({ operation }) => {
    for (const input of [...samplesOf(operation.contract.input), {}, null]) expect(await outcomeOf(operation, null, input)).toBe('unauthenticated')
  })

  it.each(operations)('$name refuses what is no input', async ({ operation }) => {
    for (const input of [null, undefined, 42, 'text', [], [{}]]) expect(await outcomeOf(operation, everybody, input)).toBe('invalid')
  })

  it.each(operations)('$name refuses an input with something missing or of another kind', async ({ operation }) => {
    const { required } = propertiesOf(operation.contract.input)
    for (const sample of samplesOf(operation.contract.input)) {
      for (const name of required) {
        const { [name]: _, ...rest } = sample
        expect(await outcomeOf(operation, everybody, rest), `without ${name}`).toBe('invalid')
        expect(await outcomeOf(operation, everybody, { ...sample, [name]: { nonsense: [] } }), `with a strange ${name}`).not.toContain('internal')
      }
    }
  })

  it.each(addressed)('$name does not find what is not there', async ({ operation }) => {
    for (const sample of samplesOf(operation.contract.input)) expect(await outcomeOf(operation, everybody, sample)).toBe('not_found')
  })

  it.each(operations)('$name fails for nobody with an internal error, in the own unit and with strange characters', async ({ operation }) => {
    const { uuids } = propertiesOf(operation.contract.input)
    const own = uuids.includes('unitId') ? { unitId: sector.department } : {}
    for (const sample of samplesOf(operation.contract.input)) {
      for (const input of [{ ...sample, ...own }, withTexts({ ...sample, ...own }, 'a\u0000b'), withTexts({ ...sample, ...own }, '\ud800'), withTexts({ ...sample, ...own }, "';--%_\\")]) {
        expect(await outcomeOf(operation, everybody, input), JSON.stringify(input)).not.toContain('internal')
      }
    }
  })
})
