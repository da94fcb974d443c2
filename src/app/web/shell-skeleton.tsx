import { LoadingState } from '#platform/web/loading-state.tsx'

/** The frame while it is not known who is signed in; the same picture as in index.html. */
export function ShellSkeleton() {
  return (
    <div className="shell">
      <div className="side" />
      <main id="main">
        <LoadingState />
      </main>
    </div>
  )
}
