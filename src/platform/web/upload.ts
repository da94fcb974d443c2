import { useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { readAnswer, withSession } from './answer.ts'
import { ApiError } from './api-error.ts'
import { reportAnswer } from './connection.ts'
import { newOperationId } from './operation-id.ts'
import { type CallableContract, type OutputOf, requestFor } from './request.ts'

/** Pages of a scan that have been read. */
export interface PagesRead {
  readonly done: number
  readonly pages: number
}

interface UploadOptions {
  /** Share sent, 0–1. */
  readonly onProgress?: (share: number) => void
  /** How far a server that takes long with the file is. */
  readonly onPages?: (pages: PagesRead) => void
  readonly signal?: AbortSignal
  /** What else stands in the form, before the file. */
  readonly fields?: Readonly<Record<string, string>>
}

/**
 * Sends one file as a form to an operation that takes one. `fetch` tells nothing about what has gone out, so this is
 * an XMLHttpRequest.
 *
 * @param place  the parameters of the path
 * @throws ApiError; the reason of `signal` when it was called off
 */
export function upload<C extends CallableContract>(contract: C, place: Readonly<Record<string, string>>, file: File, { fields = {}, ...options }: UploadOptions = {}): Promise<OutputOf<C>> {
  const { method, url } = requestFor(contract.route, place)
  const id = newOperationId()
  return withSession(async () => {
    const { status, text } = await sendForm(method, url, id, formOf(file, fields), options)
    return readAnswer(contract, status, text)
  })
}

function formOf(file: File, fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', file)
  return form
}

const LINES = 'application/x-ndjson'

function sendForm(method: string, url: string, id: string, form: FormData, { onProgress, onPages, signal }: Omit<UploadOptions, 'fields'>): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, url)
    request.setRequestHeader('accept', `${LINES}, application/json`)
    request.setRequestHeader('idempotency-key', id)
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0))
    const hasLines = () => (request.getResponseHeader('content-type') ?? '').startsWith(LINES)
    request.addEventListener('progress', () => {
      const last = hasLines() ? linesOf(request.responseText).at(-1) : undefined
      if (last && 'progress' in last) onPages?.(last.progress)
    })
    request.addEventListener('load', () => {
      reportAnswer(true)
      resolve(hasLines() ? lastOf(request.responseText) : { status: request.status, text: request.responseText })
    })
    request.addEventListener('error', () => {
      reportAnswer(false)
      reject(new ApiError('offline', 'http.no_answer'))
    })
    signal?.addEventListener('abort', () => {
      request.abort()
      reject(signal.reason instanceof Error ? signal.reason : new Error('called off'))
    })
    request.send(form)
  })
}

type Line = { readonly progress: PagesRead } | { readonly output: unknown } | { readonly status: number; readonly problem: unknown }

/** The lines that have come whole. */
function linesOf(text: string): readonly Line[] {
  return text.slice(0, text.lastIndexOf('\n') + 1).split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Line)
}

/** What a plain answer would have been; a line that broke off is no answer. */
function lastOf(text: string): { status: number; text: string } {
  const last = linesOf(text).at(-1)
  if (last && 'output' in last) return { status: 200, text: JSON.stringify(last.output) }
  return last && 'problem' in last ? { status: last.status, text: JSON.stringify(last.problem) } : { status: 502, text: '' }
}

/** A file on its way, for `FileDrop`. */
export interface Sending {
  readonly name: string
  /** Sent, 0–1. */
  readonly share: number
  /** Of a scan that the server reads. */
  readonly pages?: PagesRead
}

/** An upload with its state, for `FileDrop`: `sending`, `error`, `send(place, file, fields)`, `cancel()`, and `forget()` of the error. */
export function useUpload<C extends CallableContract>(contract: C, options: { invalidate?: readonly string[]; onDone?: (output: OutputOf<C>) => void } = {}) {
  const client = useQueryClient()
  const [sending, setSending] = useState<Sending | null>(null)
  const [error, setError] = useState<unknown>(null)
  const calling = useRef<AbortController | null>(null)
  const send = async (place: Readonly<Record<string, string>>, file: File, fields: Readonly<Record<string, string>> = {}) => {
    const controller = new AbortController()
    calling.current = controller
    setError(null)
    setSending({ name: file.name, share: 0 })
    try {
      const output = await upload(contract, place, file, {
        fields,
        signal: controller.signal,
        onProgress: (share) => setSending({ name: file.name, share }),
        onPages: (pages) => setSending({ name: file.name, share: 1, pages }),
      })
      for (const module of options.invalidate ?? []) void client.invalidateQueries({ queryKey: [module] })
      options.onDone?.(output)
    } catch (problem) {
      if (!controller.signal.aborted) setError(problem)
    } finally {
      setSending(null)
    }
  }
  const forget = () => setError(null)
  const cancel = () => calling.current?.abort()
  return { sending, error, send, forget, cancel }
}
