import { ApiError, errorFromAnswer } from '#platform/web/api-error.ts'
import { reportAnswer } from '#platform/web/connection.ts'
import { newOperationId } from '#platform/web/operation-id.ts'
import { signInAgain } from '#platform/web/session-gate.ts'

export interface SendOptions {
  /** Share sent, 0–1. */
  readonly onProgress: (share: number) => void
}

/**
 * Sends a file as a form, telling how far it is: `fetch` cannot. A session that has ended is asked for on the spot.
 * @throws ApiError
 */
export async function sendFile(path: string, file: File, { onProgress }: SendOptions): Promise<unknown> {
  const operationId = newOperationId()
  try {
    return await post(path, file, operationId, onProgress)
  } catch (error) {
    const canAsk = error instanceof ApiError && error.kind === 'unauthenticated'
    if (!canAsk || !(await signInAgain())) throw error
    return post(path, file, operationId, onProgress)
  }
}

function post(path: string, file: File, operationId: string, onProgress: (share: number) => void): Promise<unknown> {
  const form = new FormData()
  form.append('file', file)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.setRequestHeader('idempotency-key', operationId)
    request.upload.addEventListener('progress', (event) => event.lengthComputable && onProgress(event.loaded / event.total))
    request.addEventListener('load', () => {
      reportAnswer(true)
      const body = parsed(request.responseText)
      if (request.status >= 200 && request.status < 300) resolve(body)
      else reject(errorFromAnswer(request.status, body))
    })
    request.addEventListener('error', () => {
      reportAnswer(false)
      reject(new ApiError('offline', 'http.no_answer'))
    })
    request.send(form)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
