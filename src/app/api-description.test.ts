import Fastify, { type FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ApiDescription } from '#platform/http/openapi.ts'
import { aServer } from '#testing/server.ts'
import { testServices } from '#testing/services.ts'
import { aWorld } from '#testing/world.ts'
import { createProduct } from './product.ts'

const product = createProduct()

let app: FastifyInstance
let api: ApiDescription

beforeAll(async () => {
  app = await aServer(await aWorld())
  api = (await app.inject({ url: '/api/openapi.json' })).json()
})

const operationsOf = ({ paths }: ApiDescription) => Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })))

/** Names of all that is there to be called. */
const described = () => [...product.operations.map(({ contract }) => contract.name), ...product.plainRoutes.map(({ name }) => name)].sort()

/** Every value under a key, at any depth. */
function valuesOf(key: string, inside: unknown): unknown[] {
  if (typeof inside !== 'object' || inside === null) return []
  const here = !Array.isArray(inside) && key in inside ? [Reflect.get(inside, key)] : []
  return [...here, ...Object.values(inside).flatMap((value) => valuesOf(key, value))]
}

describe('the description of the API', () => {
  it('is OpenAPI 3.1 and holds every operation once', () => {
    expect(api.openapi).toMatch(/^3\.1\.\d$/)
    const ids = operationsOf(api).map(({ operation }) => operation.operationId)
    expect(ids.sort()).toEqual(described())
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('refers only to what it holds, and holds no schema elsewhere', () => {
    const references = valuesOf('$ref', api) as string[]
    expect(references.length).toBeGreaterThan(0)
    const resolves = (reference: string) => {
      const steps = reference.startsWith('#/') ? reference.slice(2).split('/') : ['nowhere']
      return steps.reduce<unknown>((at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step.replaceAll('~1', '/').replaceAll('~0', '~')) : undefined), api) !== undefined
    }
    expect(references.filter((reference) => !resolves(reference))).toEqual([])
    expect(valuesOf('$defs', api)).toEqual([])
    expect(Object.keys(api.components.schemas).filter((name) => !/^[a-zA-Z0-9._-]+$/.test(name))).toEqual([])
  })

  it('declares the parameters of every path, and no others as such', () => {
    for (const { path, operation } of operationsOf(api)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const declared = operation.parameters.filter((parameter) => parameter.in === 'path')
      expect(declared.map(({ name }) => name), path).toEqual(inPath)
      expect(declared.every(({ required, schema }) => required && Object.keys(schema).length > 0), path).toBe(true)
      const places = operation.parameters.map(({ name, in: where }) => `${where} ${name}`)
      expect(new Set(places).size, path).toBe(places.length)
    }
  })

  it('tells of every upload and download of the modules, with what goes in and out', async () => {
    const routes: string[] = []
    const bare = Fastify()
    // Pages for people are no part of the API.
    bare.addHook('onRoute', ({ method, url, config }) => void (config?.isAnonymous || routes.push(`${String(method)} ${url}`)))
    const world = await aWorld()
    for (const module of product.modules) module.http?.(bare, testServices(world), async () => world.as(null))
    await bare.ready()
    const written = routes.filter((route) => !route.startsWith('HEAD')).sort()
    expect(written.length).toBeGreaterThan(5)
    expect(product.plainRoutes.map(({ route }) => route).sort()).toEqual(written)
    const upload = api.paths['/api/units/{unitId}/documents/incoming']!['post']!
    expect(Object.keys(upload.requestBody!.content)).toEqual(['multipart/form-data'])
    const download = api.paths['/api/documents/{documentId}/files/{role}']!['get']!
    expect(Object.keys(download.responses['200']!.content)).toContain('application/pdf')
    expect(download.parameters.map(({ name, in: where }) => `${where} ${name}`)).toEqual(['path documentId', 'path role', 'query view'])
  })

  it('names no place in two ways', () => {
    const shapes = Object.keys(api.paths).map((path) => path.replace(/\{\w+\}/g, '{}'))
    expect(shapes.filter((shape, at) => shapes.indexOf(shape) !== at)).toEqual([])
  })

  it('gives every operation an answer, a permission that is declared and a module that has a name', () => {
    for (const { method, operation } of operationsOf(api)) {
      expect(Object.keys(operation.responses).sort(), operation.operationId).toEqual(['200', 'default'])
      expect(['public', 'session', ...product.policy.permissions]).toContain(operation['x-permission'])
      expect(operation.security.length > 0, operation.operationId).toBe(operation['x-permission'] !== 'public')
      if (method === 'get') expect(operation.requestBody).toBeUndefined()
    }
    expect(api.tags.filter(({ name, description }) => name === description)).toEqual([])
  })
})

describe('the page of the API', () => {
  it('is served as HTML that runs no script, and shows every operation', async () => {
    const answer = await app.inject({ url: '/api/' })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(answer.headers['content-security-policy']).toContain("default-src 'self'")
    expect(answer.body).not.toContain('<script')
    const shown = [...answer.body.matchAll(/<details id="([^"]+)">/g)].map(([, id]) => id)
    expect(shown.sort()).toEqual(described())
    const ids = [...answer.body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect([...answer.body.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target).filter((target) => !ids.includes(target))).toEqual([])
  })

  it('is found without the stroke at the end as well', async () => {
    const answer = await app.inject({ url: '/api' })
    expect([answer.statusCode, answer.headers['location']]).toEqual([302, '/api/'])
  })
})
