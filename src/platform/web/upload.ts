import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { readAnswer, withSession } from './answer.ts'
import { ApiError } from './api-error.ts'
import { reportAnswer } from './connection.ts'
import { newOperationId } from './operation-id.ts'
import { type CallableContract, type OutputOf, requestFor } from './request.ts'

/**
 * Sends one file as a form to an operation that takes one. `fetch` tells nothing about what has gone out, so this is
 * an XMLHttpRequest.
 *
 * @param place  the parameters of the path
 * @param onProgress  share sent, 0–1
 * @param fields  what else stands in the form, before the file
 * @throws ApiError
 */
export function upload<C extends CallableContract>(
  contract: C,
  place: Readonly<Record<string, string>>,
  file: File,
  onProgress: (share: number) => void = () => undefined,
  fields: Readonly<Record<string, string>> = {},
): Promise<OutputOf<C>> {
  const { method, url } = requestFor(contract.route, place)
  const id = newOperationId()
  return withSession(async () => {
    const { status, text } = await sendForm(method, url, id, formOf(file, fields), onProgress)
    return readAnswer(contract, status, text)
  })
}

function formOf(file: File, fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', file)
  return form
}

function sendForm(method: string, url: string, id: string, form: FormData, onProgress: (share: number) => void): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, url)
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('idempotency-key', id)
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () => {
      reportAnswer(true)
      resolve({ status: request.status, text: request.responseText })
    })
    request.addEventListener('error', () => {
      reportAnswer(false)
      reject(new ApiError('offline', 'http.no_answer'))
    })
    request.send(form)
  })
}

/** An upload with its state, for `FileDrop`: `sending`, `error`, `send(place, file, fields)`, and `forget()` of the error. */
export function useUpload<C extends CallableContract>(contract: C, options: { invalidate?: readonly string[]; onDone?: (output: OutputOf<C>) => void } = {}) {
  const client = useQueryClient()
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null)
  const [error, setError] = useState<unknown>(null)
  const send = async (place: Readonly<Record<string, string>>, file: File, fields: Readonly<Record<string, string>> = {}) => {
    setError(null)
    setSending({ name: file.name, share: 0 })
    try {
      const output = await upload(contract, place, file, (share) => setSending({ name: file.name, share }), fields)
      for (const module of options.invalidate ?? []) void client.invalidateQueries({ queryKey: [module] })
      options.onDone?.(output)
    } catch (problem) {
      setError(problem)
    } finally {
      setSending(null)
    }
  }
  const forget = () => setError(null)
  return { sending, error, send, forget }
}
