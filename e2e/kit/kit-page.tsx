import { PageHead } from '#platform/web/page-head.tsx'
import { SkipLink } from '#platform/web/skip-link.tsx'
import { Buttons } from './buttons.tsx'
import { Fields } from './fields.tsx'
import { Lists } from './lists.tsx'
import { States } from './states.tsx'

/** Every component of the kit on one page: what the check of the kit looks at. */
export function KitPage() {
  return (
    <>
      <SkipLink />
      <PageHead title="sample.title" trail={[{ to: '/', text: 'Kế hoạch' }]} />
      <div className="stack" style={{ gap: '2rem' }}>
        <Buttons />
        <Fields />
        <Lists />
        <States />
      </div>
    </>
  )
}
