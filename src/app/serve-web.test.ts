import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packFolder } from '../../tools/vite-precompress.ts'
import { serveWebApp } from './serve-web.ts'

const PAGE = `<!doctype html><title>Song Hành</title><style>body { margin: 0 }</style>${'<p>Việc cần làm</p>'.repeat(100)}`
const SCRIPT = `export const words = '${'bình đẳng giới '.repeat(200)}'`

let root: string
let app: FastifyInstance

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'songhanh-web-'))
  mkdirSync(join(root, 'assets'))
  writeFileSync(join(root, 'index.html'), PAGE)
  writeFileSync(join(root, 'assets/first-a1b2c3.js'), SCRIPT)
  writeFileSync(join(root, 'assets/letters-d4e5.woff2'), 'not really letters')
  packFolder(root)
  app = Fastify()
  await serveWebApp(app, root)
})
afterAll(async () => {
  await app.close()
  rmSync(root, { recursive: true, force: true })
})

const get = (url: string, encoding?: string) => app.inject({ method: 'GET', url, headers: encoding ? { 'accept-encoding': encoding } : {} })

test('a browser gets the best packing that it understands, and one that understands none gets the file as it is', async () => {
  const best = await get('/assets/first-a1b2c3.js', 'gzip, deflate, br')
  expect(best.headers).toMatchObject({ 'content-encoding': 'br', 'content-type': expect.stringContaining('javascript') })
  expect(brotliDecompressSync(best.rawPayload).toString()).toBe(SCRIPT)
  const older = await get('/assets/first-a1b2c3.js', 'gzip')
  expect(older.headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(older.rawPayload).toString()).toBe(SCRIPT)
  const plain = await get('/assets/first-a1b2c3.js')
  expect([plain.headers['content-encoding'], plain.body]).toEqual([undefined, SCRIPT])
})

test('caches between are told that the answer depends on the packing, whichever they have', async () => {
  for (const encoding of ['br', 'gzip', undefined]) expect((await get('/assets/first-a1b2c3.js', encoding)).headers['vary']).toMatch(/accept-encoding/i)
})

test('files named after their content are kept for ever, the page is asked for each time', async () => {
  for (const url of ['/assets/first-a1b2c3.js', '/assets/letters-d4e5.woff2']) expect((await get(url, 'br')).headers['cache-control']).toBe('public, max-age=31536000, immutable')
  for (const url of ['/', '/index.html', '/hoat-dong/7']) {
    const answer = await get(url, 'br')
    expect([answer.statusCode, answer.headers['cache-control'], answer.headers['content-encoding']]).toEqual([200, 'no-cache', 'br'])
    expect(brotliDecompressSync(answer.rawPayload).toString()).toBe(PAGE)
  }
})

test('what is known already is not sent again', async () => {
  const { headers } = await get('/', 'br')
  const again = await app.inject({ method: 'GET', url: '/', headers: { 'accept-encoding': 'br', 'if-none-match': String(headers['etag']) } })
  expect(again.statusCode).toBe(304)
  // else the browser would put the answer's own policy in the place of the page's
  expect(again.headers['content-security-policy']).toBe(headers['content-security-policy'])
})

test('what packing would not shrink is sent as it is', async () => {
  expect((await get('/assets/letters-d4e5.woff2', 'br, gzip')).headers['content-encoding']).toBeUndefined()
})

test('the style that stands in the page is named by its digest; nothing else inline runs', async () => {
  const policy = String((await get('/hoat-dong/7', 'br')).headers['content-security-policy'])
  const digest = createHash('sha256').update('body { margin: 0 }').digest('base64')
  expect(policy).toContain(`style-src 'self' 'sha256-${digest}';`)
  expect(policy).toContain("script-src 'self';")
  expect(policy).not.toContain('unsafe')
})
