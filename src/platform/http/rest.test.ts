import { setTimeout as sleep } from 'node:timers/promises'
import fastify from 'fastify'
import { expect, it } from 'vitest'
import { restWhenIdle } from './rest.ts'

/** An answer leaves something behind; whether it is still there after `ms`. */
async function isKept(afterMs: number, ms: number): Promise<boolean> {
  let left: WeakRef<object> | undefined
  await using app = fastify()
  restWhenIdle(app, afterMs)
  app.get('/', async () => {
    const work = { lines: Array.from({ length: 10_000 }, (_, index) => `dòng ${index}`) }
    left = new WeakRef(work)
    return { lines: work.lines.length }
  })
  await app.inject('/')
  await sleep(ms)
  return left!.deref() !== undefined
}

it('what an answer has left in memory is given back once nobody asks any more', async () => {
  expect(await isKept(30, 200)).toBe(false)
})

it('nothing is collected while people are working', async () => {
  expect(await isKept(60_000, 50)).toBe(true)
})
