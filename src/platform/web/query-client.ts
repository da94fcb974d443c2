import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'

/** One per page load. Our own connection state decides about retries, not the browser's. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 15_000,
        retry: (failures, error) => failures < 2 && error instanceof ApiError && error.isTemporary,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

/** Key of a read: module, operation, input. Commands make the reads of whole modules old. */
export function operationKey(contract: { readonly name: string }, input: unknown): readonly unknown[] {
  return [contract.name.split('.')[0], contract.name, input]
}
