import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { onConnectionChange } from '#platform/web/connection.ts'
import { onAnswer } from '#platform/web/outbox/device.ts'
import { createQueryClient } from '#platform/web/query-client.ts'

/** What was read from the server, for every screen. The frame does without, so that it need not wait for the library. */
export const queryClient = createQueryClient()

onConnectionChange((isOnline) => {
  // what had failed is read again once the connection is back
  if (isOnline) void queryClient.invalidateQueries({ predicate: (query) => query.state.status === 'error' })
})

onAnswer(({ name }) => {
  for (const module of [name.split('.')[0], 'todos']) void queryClient.invalidateQueries({ queryKey: [module] })
})

/** Lets what is inside read from the server and send commands. */
export function Reads({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}
