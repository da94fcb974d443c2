import { safeParse } from 'zod'
import { expect, it } from 'vitest'
import { samplesOf, shapeOf } from '#testing/samples.ts'
import { createProduct } from './product.ts'

// What a contract does not name never reaches an operation: nobody gives oneself a field of the database.

type Shape = Readonly<Record<string, unknown>>

const STRANGE = { isAdmin: true, unit_id: 'x', passwordHash: 'x', provinceId2: 'x' }

/** The same with strange keys in every object, at any depth. */
function withStrangeKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withStrangeKeys)
  if (typeof value !== 'object' || value === null) return value
  return { ...STRANGE, ...Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withStrangeKeys(inner)])) }
}

/** Strange keys that are left, by their path; where a contract takes any keys (a record of its own making) they may stay. */
function strangeIn(value: unknown, shape: Shape | undefined, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((inner) => strangeIn(inner, shape?.['items'] as Shape | undefined, `${path}[]`))
  if (typeof value !== 'object' || value === null || value instanceof Date || value instanceof Uint8Array) return []
  const isOpen = typeof shape?.['additionalProperties'] === 'object' || shape === undefined || !('properties' in shape)
  const here = isOpen ? [] : Object.keys(value).filter((key) => key in STRANGE).map((key) => `${path}.${key}`)
  const properties = (shape?.['properties'] ?? {}) as Record<string, Shape>
  return [...here, ...Object.entries(value).flatMap(([key, inner]) => strangeIn(inner, properties[key], `${path}.${key}`))]
}

it('is dropped from the input of every operation', () => {
  const contracts = createProduct().operations.map(({ contract }) => contract)
  const left = contracts.flatMap(({ name, input }) =>
    samplesOf(input).flatMap((sample) => {
      const parsed = safeParse(input, withStrangeKeys(sample))
      return parsed.success ? strangeIn(parsed.data, shapeOf(input)).map((path) => `${name}${path}`) : []
    }),
  )
  expect(left).toEqual([])
})
