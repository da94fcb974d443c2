import { toJSONSchema, type z } from 'zod'
import { pathParameters, routeOf, type Contract } from '../contract.ts'

type Json = Record<string, unknown>

/** OpenAPI 3.1 of the contracts; the same objects that validate what comes in. */
export function openApiOf(contracts: readonly Contract[], about: { title: string; version: string; url: string }): Json {
  const paths: Record<string, Json> = {}
  for (const contract of contracts) {
    const { method, path } = routeOf(contract.route)
    const place = path.replace(/:(\w+)/g, '{$1}')
    paths[place] = { ...paths[place], [method.toLowerCase()]: describe(contract, method === 'GET', pathParameters(path)) }
  }
  return {
    openapi: '3.1.1',
    info: { title: about.title, version: about.version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: about.url }],
    paths,
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'songhanh_session' } }, schemas: { Problem: PROBLEM } },
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

function describe(contract: Contract, isQuery: boolean, inPath: readonly string[]): Json {
  const input = schemaOf(contract.input, 'input')
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
    tags: [contract.name.split('.')[0]],
    summary: contract.summary,
    parameters: [
      ...inPath.map((name) => parameter(name, 'path')),
      ...(isQuery ? rest.map((name) => parameter(name, 'query')) : [{ name: 'idempotency-key', in: 'header', required: false, schema: { type: 'string', format: 'uuid' } }]),
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
      200: { description: 'OK', content: { 'application/json': { schema: schemaOf(contract.output, 'output') } } },
      default: { description: 'Problem', content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
    security: contract.permission === 'public' ? [] : [{ session: [] }],
  }
}

function schemaOf(schema: z.core.$ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any', reused: 'inline', override: describeInstant }) as Json
  return rest
}

function describeInstant({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: Json }): void {
  if (zodSchema._zod.def.type !== 'date') return
  jsonSchema['type'] = 'string'
  jsonSchema['format'] = 'date-time'
}
