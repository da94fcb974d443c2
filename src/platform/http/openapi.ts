import { toJSONSchema, type z } from 'zod'
import { pathParameters, routeOf, type Contract } from '../contract.ts'
import type { PlainRoute } from './plain-route.ts'

type Json = Record<string, unknown>

/** Schemas by media type. */
type Content = Readonly<Record<string, { readonly schema: Json }>>

/** What there is to read in a description of the API: an operation by its method. */
export interface ApiOperation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  /** What the caller must hold; `public`, `session`, or the name of a permission. */
  readonly 'x-permission': string
  readonly parameters: readonly { readonly name: string; readonly in: 'path' | 'query' | 'header'; readonly required: boolean; readonly schema: Json }[]
  readonly requestBody?: { readonly required: true; readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content: Content }>>
  readonly security: readonly Json[]
}

/** A document of OpenAPI 3.1, as far as we write it. */
export interface ApiDescription {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string; readonly license: { readonly name: string; readonly identifier: string } }
  readonly servers: readonly { readonly url: string }[]
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>
  readonly components: { readonly securitySchemes: Json; readonly schemas: Readonly<Record<string, Json>> }
}

/**
 * OpenAPI 3.1 of the contracts; the same objects that validate what comes in.
 *
 * @param about.groups  names of the modules in Vietnamese, by the first part of the names of their operations
 * @param plain  routes that are no plain operation: uploads, downloads
 */
export function openApiOf(
  contracts: readonly Contract[],
  about: { title: string; version: string; url: string; groups: Readonly<Record<string, string>> },
  plain: readonly PlainRoute[] = [],
): ApiDescription {
  const paths: Record<string, Record<string, ApiOperation>> = {}
  const schemas: Record<string, Json> = { Problem: PROBLEM }
  const add = (route: PlainRoute['route'], operation: ApiOperation) => {
    const { method, path } = routeOf(route)
    const place = path.replace(/:(\w+)/g, '{$1}')
    paths[place] = { ...paths[place], [method.toLowerCase()]: operation }
  }
  for (const contract of contracts) add(contract.route, describe(contract, schemas))
  for (const route of plain) add(route.route, describePlain(route, schemas))
  return {
    openapi: '3.1.1',
    info: { title: about.title, version: about.version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: about.url }],
    tags: [...new Set([...contracts, ...plain].map(groupOf))].map((name) => ({ name, description: about.groups[name] ?? name })),
    paths,
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'songhanh_session' } }, schemas },
  }
}

const PROBLEM = {
  type: 'object',
  required: ['kind', 'code', 'params', 'requestId'],
  properties: {
    kind: { enum: ['invalid', 'unauthenticated', 'forbidden', 'not_found', 'conflict', 'unavailable', 'internal'] },
    code: { type: 'string', description: '<module>.<reason>; errors.<code> is the key of its sentence' },
    params: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
    requestId: { type: 'string' },
  },
}

const PROBLEM_ANSWER = { description: 'Problem', content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } } }

function groupOf({ name }: { readonly name: string }): string {
  return name.split('.')[0]!
}

function describe(contract: Contract, schemas: Record<string, Json>): ApiOperation {
  const { method, path } = routeOf(contract.route)
  const isQuery = method === 'GET'
  const inPath = pathParameters(path)
  const input = schemaOf(contract.input, 'input', contract.name, schemas)
  const properties = (input['properties'] ?? {}) as Record<string, Json>
  const required = (input['required'] ?? []) as string[]
  const rest = Object.keys(properties).filter((name) => !inPath.includes(name))
  const parameter = (name: string, where: 'path' | 'query') => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: properties[name] ?? {},
  })
  return {
    operationId: contract.name,
    tags: [groupOf(contract)],
    summary: contract.summary,
    'x-permission': contract.permission,
    parameters: [
      ...inPath.map((name) => parameter(name, 'path')),
      ...(isQuery ? rest.map((name) => parameter(name, 'query')) : [{ name: 'idempotency-key', in: 'header' as const, required: false, schema: { type: 'string', format: 'uuid' } }]),
    ],
    ...(!isQuery && rest.length > 0
      ? {
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: Object.fromEntries(rest.map((name) => [name, properties[name]])),
                  required: required.filter((name) => rest.includes(name)),
                },
              },
            },
          },
        }
      : {}),
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: schemaOf(contract.output, 'output', contract.name, schemas) } } },
      default: PROBLEM_ANSWER,
    },
    security: contract.permission === 'public' ? [] : [{ session: [] }],
  }
}

/** Every name of the input that does not stand in the path stands in the query: the body is something else. */
function describePlain(route: PlainRoute, schemas: Record<string, Json>): ApiOperation {
  const { name, summary, permission, answer } = route
  const inPath = pathParameters(routeOf(route.route).path)
  const input = schemaOf(route.input, 'input', name, schemas)
  const properties = (input['properties'] ?? {}) as Record<string, Json>
  const required = (input['required'] ?? []) as string[]
  const names = [...inPath, ...Object.keys(properties).filter((given) => !inPath.includes(given))]
  const body = bodyOf(route, schemas)
  const content: Content =
    'json' in answer
      ? { 'application/json': { schema: schemaOf(answer.json, 'output', name, schemas) } }
      : Object.fromEntries(answer.mediaTypes.map((mediaType) => [mediaType, { schema: { type: 'string', format: 'binary' } }]))
  return {
    operationId: name,
    tags: [groupOf(route)],
    summary,
    'x-permission': permission,
    parameters: names.map((given) => ({ name: given, in: inPath.includes(given) ? 'path' : 'query', required: inPath.includes(given) || required.includes(given), schema: properties[given] ?? {} })),
    ...(body ? { requestBody: { required: true as const, content: body } } : {}),
    responses: { 200: { description: 'OK', content }, default: PROBLEM_ANSWER },
    security: permission === 'public' ? [] : [{ session: [] }],
  }
}

function bodyOf({ name, takesFile, takesBytes, takesJson }: PlainRoute, schemas: Record<string, Json>): Content | null {
  const bytes = { type: 'string', format: 'binary' }
  if (takesFile) return { 'multipart/form-data': { schema: { type: 'object', required: ['file'], properties: { file: bytes } } } }
  if (takesBytes) return { 'application/octet-stream': { schema: bytes } }
  return takesJson ? { 'application/json': { schema: schemaOf(takesJson, 'input', name, schemas) } } : null
}

/** A schema as JSON; what it calls by name (it contains itself) goes to `schemas`, the one place that references reach. */
function schemaOf(schema: z.core.$ZodType, io: 'input' | 'output', operation: string, schemas: Record<string, Json>): Json {
  const made = toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any', reused: 'inline', override: describeInstant })
  const text = JSON.stringify(made).replaceAll('"#/$defs/', `"#/components/schemas/${operation}.${io}.`)
  const { $schema: _, $defs: named = {}, ...rest } = JSON.parse(text) as Json
  for (const [name, inner] of Object.entries(named as Record<string, Json>)) schemas[`${operation}.${io}.${name}`] = inner
  return rest
}

function describeInstant({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: Json }): void {
  if (zodSchema._zod.def.type !== 'date') return
  jsonSchema['type'] = 'string'
  jsonSchema['format'] = 'date-time'
}
