import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { FastifyInstance } from 'fastify'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/**
 * A server that nobody has asked for a while gives back what its last work has left in memory, 80 MB and more: the
 * engine by itself keeps it until it needs it again, which on a quiet evening is never.
 *
 * @param afterMs  from the last answer, in milliseconds
 */
export function restWhenIdle(app: FastifyInstance, afterMs = 60_000): void {
  let timer: NodeJS.Timeout | undefined
  const wait = async () => {
    clearTimeout(timer)
    timer = setTimeout(collectGarbage, afterMs).unref()
  }
  app.addHook('onReady', wait)
  app.addHook('onResponse', wait)
  app.addHook('onClose', async () => clearTimeout(timer))
}
