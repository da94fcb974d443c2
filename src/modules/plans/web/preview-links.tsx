import { ButtonFace, buttonClass } from '#platform/web/button.tsx'
import { DownloadLink } from '#platform/web/link.tsx'
import { MenuItem } from '#platform/web/menu.tsx'

/** The plan as it would be printed now: the PDF opens beside the plan, the Word file is for the desk. */
export function PreviewLinks({ planId }: { planId: string }) {
  return (
    <>
      <a href={previewOf(planId, 'pdf')} target="_blank" rel="noopener" className={buttonClass({ kind: 'secondary' })}>
        <ButtonFace label="plans.preview_pdf" icon="eye" iconOnly={false} />
      </a>
      <DownloadLink href={previewOf(planId, 'docx')} label="plans.preview_docx" />
    </>
  )
}

/** The same two in a menu, where there is no room for buttons. */
export function PreviewItems({ planId }: { planId: string }) {
  return (
    <>
      <MenuItem label="plans.preview_pdf" icon="eye" onSelect={() => window.open(previewOf(planId, 'pdf'), '_blank', 'noopener')} />
      <MenuItem label="plans.preview_docx" icon="download" onSelect={() => window.location.assign(previewOf(planId, 'docx'))} />
    </>
  )
}

function previewOf(planId: string, format: 'pdf' | 'docx'): string {
  return `/api/plans/${planId}/preview.${format}`
}
