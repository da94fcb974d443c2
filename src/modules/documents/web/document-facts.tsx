import { useFormat } from '#platform/web/format.ts'
import { DownloadLink } from '#platform/web/link.tsx'
import { Table } from '#platform/web/table.tsx'
import { useWords } from '#platform/web/words.ts'
import type { DocumentView } from '../contract.ts'
import type { FileRole } from '../model/register.ts'

/** What counts first, what it was made from last. */
const ORDER = ['docx', 'pdf', 'original'] as const satisfies readonly FileRole[]

/** Whether its Word and PDF files are still being made. */
export function isPrinting({ direction, state, files }: DocumentView): boolean {
  return direction !== 'incoming' && state === 'issued' && files.filter(({ role }) => role !== 'original').length < 2
}

export function Files({ document }: { document: DocumentView }) {
  const { t } = useWords()
  const format = useFormat()
  if (document.files.length === 0 && !isPrinting(document)) return null
  return (
    <section className="card stack stack-tight">
      <h2>{t('documents.files')}</h2>
      {isPrinting(document) && <output>{t('documents.files_coming')}</output>}
      {ORDER.flatMap((role) => document.files.filter((file) => file.role === role)).map((file) => (
        <div key={file.role}>
          <DownloadLink href={`/api/documents/${document.id}/files/${file.role}`} label={`documents.file_${file.role}`} />
          <div className="hint">
            {file.name} · {format.fileSize(file.bytes)}
          </div>
          {file.frozen && (
            <details className="hint">
              <summary>{t('documents.digest_show')}</summary>
              <span className="digest">{t('documents.digest', { digest: file.digest })}</span>
            </details>
          )}
        </div>
      ))}
    </section>
  )
}

export function Delivery({ recipients }: { recipients: DocumentView['recipients'] }) {
  const { t } = useWords()
  const format = useFormat()
  if (recipients.length === 0) return null
  const when = (at: Date | null) => (at === null ? t('documents.delivery_waiting') : format.instant(at))
  return (
    <Table
      caption={['documents.delivery', { n: recipients.length }]}
      columns={[
        { key: 'name', header: 'documents.delivery_unit', isName: true, cell: ({ name }) => name },
        { key: 'delivered', header: 'documents.delivery_delivered', cell: ({ deliveredAt }) => when(deliveredAt) },
        { key: 'seen', header: 'documents.delivery_seen', cell: ({ seenAt }) => when(seenAt) },
      ]}
      rows={recipients}
      keyOf={({ unitId }) => unitId}
      cards
    />
  )
}
