import { useState } from 'react'
import { useWords } from '#platform/web/words.ts'
import type { DocumentView } from '../contract.ts'

/** The pages of a PDF as they are, in the viewer of the browser; a link where it has none. Other files have no pages to show. */
export function OriginalPage({ document, page }: { document: DocumentView; page: number | null }) {
  const { t } = useWords()
  // It stays open at the page of the last field that has one.
  const [shown, setShown] = useState(1)
  if (page !== null && page !== shown) setShown(page)
  const file = document.files.find(({ role, mediaType }) => role === 'original' && mediaType === 'application/pdf') ?? document.files.find(({ role }) => role === 'pdf')
  if (!file) return null
  const address = `/api/documents/${document.id}/files/${file.role}?view=1`
  return (
    <section className="card stack stack-tight">
      <h2>{t('documents.original_page')}</h2>
      {/* oxlint-disable-next-line react/iframe-missing-sandbox -- browsers show no PDF inside a sandbox; the answer is a PDF of this site under a policy of its own, or a download */}
      <iframe key={shown} className="original-page" title={t(['documents.original_page_of', { name: file.name }])} src={`${address}#page=${shown}&view=FitH`} loading="lazy" />
      <p>
        <a href={address} target="_blank" rel="noreferrer">
          {t('documents.original_open')}
        </a>
      </p>
    </section>
  )
}
