import { keepPreviousData, type UseMutationResult, type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { call } from './api.ts'
import { ApiError } from './api-error.ts'
import { newOperationId } from './operation-id.ts'
import { operationKey } from './query-client.ts'
import type { CallableContract, InputOf, OutputOf } from './request.ts'

/**
 * Reads from the server and keeps what was read until a command of the same module, or 15 seconds, make it old.
 * `enabled: false` waits; `keepPrevious` shows the last page of a list until the next one is here; `refetchEveryMs` may
 * depend on what was read, for what the server is still at work on. `readOnce` is for what counts every reading: nothing
 * but a command or the person reads again, and what was read is forgotten with the screen.
 */
export function useOperation<C extends CallableContract>(
  contract: C,
  input: InputOf<C>,
  options: { enabled?: boolean; keepPrevious?: boolean; refetchEveryMs?: number | ((read: OutputOf<C> | undefined) => number); readOnce?: boolean } = {},
): UseQueryResult<OutputOf<C>, Error> {
  const every = options.refetchEveryMs ?? false
  return useQuery<OutputOf<C>, Error>({
    queryKey: operationKey(contract, input),
    queryFn: ({ signal }) => call(contract, input, { signal }),
    enabled: options.enabled ?? true,
    refetchInterval: typeof every === 'function' ? ({ state }) => every(state.data) : every,
    ...(options.readOnce ? { staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false } : {}),
    // the library's guard against functions as data cannot be resolved for an open C; answers are JSON
    ...(options.keepPrevious ? { placeholderData: keepPreviousData as never } : {}),
  })
}

/**
 * A command with its state: `command.mutate(input)`, `command.isPending`, `command.error`.
 * Each run has an operation id; repeating the same input after a lost connection repeats the id, so it happens once.
 *
 * @param invalidate  modules whose reads are old afterwards, such as `plans` and `todos`
 */
export function useCommand<C extends CallableContract>(
  contract: C,
  options: { invalidate?: readonly string[]; onDone?: (output: OutputOf<C>, input: InputOf<C>) => void } = {},
): UseMutationResult<OutputOf<C>, Error, InputOf<C>> {
  const client = useQueryClient()
  const lost = useRef<{ input: string; id: string } | null>(null)
  return useMutation({
    mutationFn: async (input: InputOf<C>) => {
      const asText = JSON.stringify(input)
      const id = lost.current?.input === asText ? lost.current.id : newOperationId()
      try {
        const output = await call(contract, input, { idempotencyKey: id })
        lost.current = null
        return output
      } catch (error) {
        lost.current = error instanceof ApiError && error.isTemporary ? { input: asText, id } : null
        throw error
      }
    },
    onSuccess: async (output, input) => {
      options.onDone?.(output, input)
      await Promise.all((options.invalidate ?? []).map((module) => client.invalidateQueries({ queryKey: [module] })))
    },
  })
}
