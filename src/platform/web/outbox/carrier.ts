import { readAnswer } from '../answer.ts'
import { call } from '../api.ts'
import { ApiError } from '../api-error.ts'
import { reportAnswer } from '../connection.ts'
import { type CallableContract, requestFor } from '../request.ts'
import type { OutboxCommand } from './item.ts'
import type { Carrier } from './outbox.ts'

/** Contracts by their route alone: what waits on the device must go out whatever screens are loaded. */
function byRoute(name: string, route: string): CallableContract {
  return { name, route } as CallableContract
}

const getUpload = byRoute('files.getUpload', 'GET /api/units/:unitId/uploads/:uploadId')
const addPart = byRoute('files.addPart', 'PUT /api/units/:unitId/uploads/:uploadId')

const PATIENCE_MS = 60_000

/** The way to the server. A session that has ended is not asked for here: nobody may be looking. */
export const httpCarrier: Carrier = {
  async askReceived(unitId, uploadId) {
    return receivedIn(await call(getUpload, { unitId, uploadId }, { whenSignedOut: 'fail' }))
  },
  async sendPart(unitId, { uploadId, content, ...about }) {
    const { url } = requestFor(addPart.route, { unitId, uploadId })
    const query = new URLSearchParams(Object.entries(about).map(([name, value]) => [name, String(value)]))
    const { status, text } = await put(`${url}?${query.toString()}`, content)
    return receivedIn(readAnswer(addPart, status, text))
  },
  sendCommand({ operationId, name, route, input }: OutboxCommand) {
    return call(byRoute(name, route), input, { idempotencyKey: operationId, whenSignedOut: 'fail' })
  },
}

function receivedIn(answer: unknown): number {
  const { received } = (answer ?? {}) as { received?: unknown }
  if (typeof received !== 'number') throw new ApiError('internal', 'http.unreadable_answer')
  return received
}

async function put(url: string, body: Uint8Array<ArrayBuffer>): Promise<{ status: number; text: string }> {
  try {
    const answer = await fetch(url, {
      method: 'PUT',
      body,
      credentials: 'same-origin',
      headers: { 'content-type': 'application/octet-stream', accept: 'application/json' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const text = await answer.text()
    reportAnswer(true)
    return { status: answer.status, text }
  } catch (cause) {
    reportAnswer(false)
    throw new ApiError('offline', 'http.no_answer', {}, '', { cause })
  }
}
