import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ApiError } from './api-error.ts'
import { ErrorState } from './error-state.tsx'
import { LoadingState } from './loading-state.tsx'
import { MissingPage } from './missing-page.tsx'

/**
 * What a read has brought, or that it loads, or why it failed. What was read before stays on screen. What does not exist
 * (any more) is a page of its own: reading it again would not help.
 */
export function OperationView<Data>({ read, rows, children }: { read: Pick<UseQueryResult<Data, Error>, 'error'> & { data: Data | undefined; refetch: () => unknown }; rows?: number; children: (data: Data) => ReactNode }) {
  if (read.data !== undefined) return children(read.data)
  if (read.error instanceof ApiError && read.error.kind === 'not_found') return <MissingPage error={read.error} />
  if (read.error) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />
  return <LoadingState {...(rows === undefined ? {} : { rows })} />
}
