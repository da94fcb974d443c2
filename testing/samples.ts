import { safeParse, toJSONSchema, type z } from 'zod'
import { uuidv7 } from '#platform/ids.ts'

type Schema = Readonly<Record<string, unknown>>

/** What JSON the input of an operation is made of; instants are texts on the wire. */
export function shapeOf(schema: z.core.$ZodType): Schema {
  return toJSONSchema(schema, {
    io: 'input',
    target: 'draft-2020-12',
    unrepresentable: 'any',
    reused: 'inline',
    override({ zodSchema, jsonSchema }) {
      if (zodSchema._zod.def.type === 'date') Object.assign(jsonSchema, { type: 'string', format: 'date-time' })
    },
  }) as Schema
}

/** Names of the properties of an object schema, and of those that must be there. */
export function propertiesOf(schema: z.core.$ZodType): { all: string[]; required: string[]; uuids: string[] } {
  const shape = shapeOf(schema)
  const properties = (shape['properties'] ?? {}) as Record<string, Schema>
  return {
    all: Object.keys(properties),
    required: (shape['required'] ?? []) as string[],
    uuids: Object.keys(properties).filter((name) => properties[name]!['format'] === 'uuid'),
  }
}

/**
 * Inputs that a schema takes, made of its shape: the least and the fullest one, ids random.
 * @returns none when rules beyond the shape refuse what can be made of it
 */
export function samplesOf(schema: z.core.$ZodType): Record<string, unknown>[] {
  const shape = shapeOf(schema)
  return [false, true]
    .map((isFull) => sample(shape, shape, isFull, 0))
    .filter((value): value is Record<string, unknown> => safeParse(schema, value).success)
}

/** A value that a JSON schema takes, as far as its shape tells. @param root  the document that its references lead into */
export function sampleOfShape(schema: Schema, root: Schema, isFull: boolean): unknown {
  return sample(root, schema, isFull, 0)
}

const TEXTS: Readonly<Record<string, () => string>> = {
  uuid: () => uuidv7(),
  date: () => '2026-05-28',
  'date-time': () => '2026-05-28T01:00:00.000Z',
  time: () => '08:00:00',
  email: () => 'thu@songmo.example.vn',
  uri: () => 'https://songmo.example.vn/',
}

/** Tried where a text must follow a pattern. */
const CANDIDATES = ['abc', '123456', 'a1', 'ABC', '01', '1', '2026', '1a', '12/KH-SM', 'a'.repeat(64), '0'.repeat(64), '0'.repeat(40), 'https://songmo.example.vn/']

function sample(root: Schema, schema: Schema, isFull: boolean, depth: number): unknown {
  const inner = (next: Schema) => sample(root, next, isFull && depth < 4, depth + 1)
  if ('const' in schema) return schema['const']
  if (Array.isArray(schema['enum'])) return schema['enum'][0]
  if ('default' in schema && !isFull) return schema['default']
  if (typeof schema['$ref'] === 'string') return depth > 8 ? null : inner(resolve(root, schema['$ref']))
  const choices = (schema['anyOf'] ?? schema['oneOf']) as Schema[] | undefined
  if (choices) return inner((depth > 4 ? choices.find((choice) => choice['type'] === 'null') : undefined) ?? choices[isFull ? 0 : choices.length - 1]!)
  if (Array.isArray(schema['allOf'])) return Object.assign({}, ...(schema['allOf'] as Schema[]).map(inner))
  if (Array.isArray(schema['type'])) return inner({ ...schema, type: schema['type'].at(isFull ? 0 : -1) as unknown })
  switch (schema['type']) {
    case 'object':
      return sampleObject(schema, isFull, inner)
    case 'array': {
      const least = Number(schema['minItems'] ?? 0)
      if (Array.isArray(schema['prefixItems'])) return (schema['prefixItems'] as Schema[]).map(inner)
      return Array.from({ length: Math.max(least, isFull && depth < 4 ? 1 : 0) }, () => inner((schema['items'] ?? {}) as Schema))
    }
    case 'string':
      return sampleText(schema)
    case 'number':
    case 'integer':
      return Number(schema['minimum'] ?? (schema['exclusiveMinimum'] !== undefined ? Number(schema['exclusiveMinimum']) + 1 : Math.min(1, Number(schema['maximum'] ?? 1))))
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      return 'x'
  }
}

function sampleObject(schema: Schema, isFull: boolean, inner: (next: Schema) => unknown): Record<string, unknown> {
  const properties = (schema['properties'] ?? {}) as Record<string, Schema>
  const required = (schema['required'] ?? []) as string[]
  const taken = Object.keys(properties).filter((name) => isFull || required.includes(name))
  return Object.fromEntries(taken.map((name) => [name, inner(properties[name]!)]))
}

function sampleText(schema: Schema): string {
  const made = TEXTS[String(schema['format'])]
  if (made) return made()
  const [least, most] = [Number(schema['minLength'] ?? 1), Number(schema['maxLength'] ?? 1_000)]
  const fits = (text: string) => text.length >= least && text.length <= most
  const pattern = typeof schema['pattern'] === 'string' ? new RegExp(schema['pattern'], 'u') : null
  if (pattern) return CANDIDATES.find((text) => fits(text) && pattern.test(text)) ?? 'abc'
  return 'x'.repeat(Math.max(1, least))
}

function resolve(root: Schema, reference: string): Schema {
  return reference
    .replace(/^#\/?/, '')
    .split('/')
    .filter(Boolean)
    .reduce<Schema>((at, step) => (at[step] ?? {}) as Schema, root)
}
