import { EmptyState } from '#platform/web/empty-state.tsx'
import { ButtonLink } from '#platform/web/link.tsx'
import { PageHead } from '#platform/web/page-head.tsx'

export default function NotFoundPage() {
  return (
    <div className="bare">
      <PageHead title="app.not_found_title" />
      <EmptyState title="app.not_found_text" icon="search" action={<ButtonLink to="/" label="app.go_home" />} />
    </div>
  )
}
