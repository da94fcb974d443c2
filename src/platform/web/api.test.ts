import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { call, hrefOf } from './api.ts'
import { ApiError, errorFromAnswer, sentenceOf } from './api-error.ts'
import { requestFor } from './request.ts'
import { setSignInPrompt } from './session-gate.ts'
import { createTranslator } from '#platform/i18n/translator.ts'
import vi from './i18n/vi.json' with { type: 'json' }

describe('the input of an operation', () => {
  test('fills the path, and of a GET the query', () => {
    expect(requestFor('GET /api/plans/:planId/nodes', { planId: 'a/b', q: 'bàn', tags: ['x', 'y'], page: 0, none: null })).toEqual({
      method: 'GET',
      url: '/api/plans/a%2Fb/nodes?q=b%C3%A0n&tags=x&tags=y&page=0',
      body: undefined,
    })
  })

  test('travels as a body otherwise, without the path parameters', () => {
    expect(requestFor('POST /api/plans/:planId/submit', { planId: '1', note: null })).toEqual({ method: 'POST', url: '/api/plans/1/submit', body: { note: null } })
    expect(requestFor('DELETE /api/session', {}).body).toBeUndefined()
  })

  test('that lacks a path parameter is a mistake of the caller', () => {
    expect(() => requestFor('GET /api/plans/:planId', {})).toThrow('planId')
  })
})

describe('an error', () => {
  test('keeps the code, the params and the request id of the server', () => {
    const error = errorFromAnswer(409, { kind: 'conflict', code: 'plans.wrong_state', params: { state: 'draft' }, requestId: 'r1' })
    expect(error).toMatchObject({ kind: 'conflict', code: 'plans.wrong_state', params: { state: 'draft' }, requestId: 'r1' })
  })

  test('of a proxy in between is judged by its status', () => {
    expect(errorFromAnswer(502, undefined)).toMatchObject({ kind: 'unavailable', code: 'http.502', isTemporary: true })
    expect(errorFromAnswer(500, '<html>')).toMatchObject({ kind: 'internal', isTemporary: false })
  })

  test('speaks with the sentence of its code, else of its kind', () => {
    const words = createTranslator('vi')
    words.load(vi)
    words.load({ 'errors.plans.taken': 'Số {number} đã dùng.' })
    expect(sentenceOf(new ApiError('conflict', 'plans.taken', { number: '05' }), words)).toBe('Số 05 đã dùng.')
    expect(sentenceOf(new ApiError('conflict', 'plans.other'), words)).toBe(vi['kit.error_conflict'])
    expect(sentenceOf(new TypeError('x'), words)).toBe(vi['kit.error_internal'])
  })
})

describe('a call', () => {
  const submitPlan = { name: 'plans.submit', route: 'POST /api/plans/:planId/submit', input: z.object({ planId: z.string(), note: z.string() }), output: z.object({ state: z.string() }) }
  let server: Server
  let answerWith: (request: IncomingMessage & { text: string }, response: ServerResponse) => void
  let origin: string
  const realFetch = globalThis.fetch

  beforeEach(async () => {
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      answerWith(Object.assign(request, { text: Buffer.concat(chunks).toString() }), response)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    globalThis.fetch = (url, init) => realFetch(`${origin}${String(url)}`, init)
  })
  afterEach(() => {
    globalThis.fetch = realFetch
    server.close()
  })

  function answer(response: ServerResponse, status: number, body: unknown): void {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }

  test('sends the body and the operation id, and returns the answer', async () => {
    answerWith = (request, response) => answer(response, 200, { state: `${request.headers['idempotency-key']} ${request.text}` })
    await expect(call(submitPlan, { planId: '7', note: 'gấp' }, { idempotencyKey: 'op-1' })).resolves.toEqual({ state: 'op-1 {"note":"gấp"}' })
  })

  test('after the session has ended asks once, and is repeated with the same operation id', async () => {
    const seen: unknown[] = []
    let isSignedIn = false
    answerWith = (request, response) => {
      seen.push(request.headers['idempotency-key'])
      if (isSignedIn) answer(response, 200, { state: 'submitted' })
      else answer(response, 401, { kind: 'unauthenticated', code: 'access.signed_out', params: {}, requestId: 'r' })
    }
    let asked = 0
    const forget = setSignInPrompt(async () => {
      asked += 1
      await new Promise((resolve) => setTimeout(resolve, 30))
      return (isSignedIn = true)
    })
    const calls = ['a', 'b'].map((id) => call(submitPlan, { planId: '7', note: '' }, { idempotencyKey: id }))
    await expect(Promise.all(calls)).resolves.toEqual([{ state: 'submitted' }, { state: 'submitted' }])
    expect(asked).toBe(1)
    expect(seen.sort()).toEqual(['a', 'a', 'b', 'b'])
    forget()
  })

  test('fails as it was when the person does not sign in', async () => {
    answerWith = (_, response) => answer(response, 401, { kind: 'unauthenticated', code: 'access.signed_out', params: {}, requestId: 'r' })
    const forget = setSignInPrompt(async () => false)
    await expect(call(submitPlan, { planId: '7', note: '' })).rejects.toMatchObject({ kind: 'unauthenticated' })
    forget()
  })

  test('gives instants as dates', async () => {
    const readPlan = { name: 'plans.read', route: 'GET /api/plans', input: z.object({}), output: z.object({ savedAt: z.coerce.date() }) }
    answerWith = (_, response) => answer(response, 200, { savedAt: '2026-05-18T07:32:00.000Z' })
    await expect(call(readPlan, {})).resolves.toEqual({ savedAt: new Date('2026-05-18T07:32:00Z') })
  })

  test('whose answer does not fit the contract is an error of the system', async () => {
    answerWith = (_, response) => answer(response, 200, { state: 7 })
    await expect(call(submitPlan, { planId: '7', note: '' })).rejects.toMatchObject({ kind: 'internal', code: 'http.unreadable_answer' })
  })

  test('without an answer is offline, and temporary', async () => {
    answerWith = (request) => request.socket.destroy()
    await expect(call(submitPlan, { planId: '7', note: '' })).rejects.toMatchObject({ kind: 'offline', isTemporary: true })
  })
})

test('a link to a download carries its input', () => {
  const contract = { name: 'plans.file', route: 'GET /api/plans/:planId/file', input: z.object({ planId: z.string(), as: z.string() }), output: z.unknown() }
  expect(hrefOf(contract, { planId: '7', as: 'docx' })).toBe('/api/plans/7/file?as=docx')
})
