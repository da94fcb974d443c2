import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod/mini'
import type { Contract } from '#platform/contract.ts'
import { requestFor } from '#platform/web/request.ts'
import { sendFile } from './send-file.ts'

/** The state of a file on its way: `sending` for the drop field, `error` for the answer. */
export function useFileSending<O extends z.ZodMiniType>(contract: Contract<z.core.$ZodType, O>, onDone: (answer: z.output<O>) => void) {
  const client = useQueryClient()
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null)
  const [error, setError] = useState<unknown>(null)
  const send = async (parameters: Readonly<Record<string, string>>, file: File) => {
    setError(null)
    setSending({ name: file.name, share: 0 })
    try {
      const answer = await sendFile(requestFor(contract.route, parameters).url, file, { onProgress: (share) => setSending({ name: file.name, share }) })
      await Promise.all(['documents', 'todos'].map((module) => client.invalidateQueries({ queryKey: [module] })))
      onDone(contract.output.parse(answer))
    } catch (caught) {
      setError(caught)
    } finally {
      setSending(null)
    }
  }
  return { send, sending, error }
}
