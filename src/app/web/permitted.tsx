import type { ReactNode } from 'react'
import { useCan } from '#core/access/web/session.ts'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { PageHead } from '#platform/web/page-head.tsx'

/** A screen for those who hold its permission, or for everybody; others read whom to ask. */
export function Permitted({ permission, children }: { permission: string | undefined; children: ReactNode }) {
  const can = useCan()
  if (permission === undefined || can(permission)) return children
  return (
    <>
      <PageHead title="app.no_permission_title" />
      <EmptyState title="app.no_permission_text" icon="lock" />
    </>
  )
}
