import { useState } from 'react'
import { useCan, useSession } from '#core/access/web/session.ts'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { FileDrop } from '#platform/web/file-drop.tsx'
import { useFormat } from '#platform/web/format.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Table } from '#platform/web/table.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useUpload } from '#platform/web/upload.ts'
import { useWords } from '#platform/web/words.ts'
import { addTrusted, listTrusted, removeTrusted, type TrustedFile } from '../signature-contract.ts'
import './documents.css'

const MOST_BYTES = 1_048_576

/** The root certificates by which a unit judges signatures: its own and its superiors'. */
export default function TrustedPage() {
  const { t } = useWords()
  const { active } = useSession()
  const mayKeep = useCan()('documents.keepTrusted')
  const read = useOperation(listTrusted, { unitId: active.unitId })
  const { send, sending, error, forget } = useUpload(addTrusted, { invalidate: ['documents'] })
  return (
    <>
      <PageHead title="documents.roots.title" trail={[{ to: '/van-ban', text: t('documents.title') }]} />
      <div className="stack">
        <p>{t('documents.roots.intro')}</p>
        {mayKeep && (
          <div className="card stack">
            <FileDrop
              label="documents.roots.add"
              accept={['.pem', '.crt', '.cer', '.der', '.crl']}
              maxBytes={MOST_BYTES}
              sending={sending}
              onFiles={([file]) => file && void send({ unitId: active.unitId }, file)}
              onRefused={forget}
            />
            <ErrorNote error={error} />
          </div>
        )}
        <OperationView read={read}>{(files) => (files.length === 0 ? <EmptyState title="documents.roots.empty" text="documents.roots.empty_text" /> : <Files files={files} mayKeep={mayKeep} />)}</OperationView>
      </div>
    </>
  )
}

function Files({ files, mayKeep }: { files: readonly TrustedFile[]; mayKeep: boolean }) {
  const { t } = useWords()
  const format = useFormat()
  const [asked, setAsked] = useState<TrustedFile | null>(null)
  return (
    <>
      <Table
        caption="documents.roots.title"
        columns={[
          { key: 'title', header: 'documents.roots.name', isName: true, cell: ({ title }) => title },
          { key: 'kind', header: 'documents.roots.kind', cell: ({ kind }) => t(`documents.roots.kind_${kind}`) },
          { key: 'ends', header: 'documents.roots.ends', cell: ({ endsOn }) => format.day(endsOn) },
          { key: 'unit', header: 'documents.roots.unit', cell: ({ unitName }) => unitName },
          { key: 'digest', header: 'documents.roots.digest', cell: ({ digest }) => <span className="digest">{digest}</span> },
          ...(mayKeep
            ? [{ key: 'remove', header: 'documents.roots.remove' as const, cell: (file: TrustedFile) => (file.isOwn ? <Button small kind="ghost-danger" label="documents.roots.remove" onClick={() => setAsked(file)} /> : '') }]
            : []),
        ]}
        rows={files}
        keyOf={({ id }) => id}
        cards
      />
      {asked && <RemoveDialog file={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

function RemoveDialog({ file: { id, title }, onClose }: { file: TrustedFile; onClose: () => void }) {
  const { t } = useWords()
  const { active } = useSession()
  const remove = useCommand(removeTrusted, {
    invalidate: ['documents'],
    onDone: () => {
      showToast('documents.roots.removed')
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title="documents.roots.remove_title"
      actions={
        <>
          <Button kind="danger" label="documents.roots.remove" busy={remove.isPending} onClick={() => remove.mutate({ unitId: active.unitId, trustedId: id })} />
          <Button kind="ghost" label="kit.cancel" onClick={onClose} />
        </>
      }
    >
      <p>{t('documents.roots.remove_text', { title })}</p>
      <ErrorNote error={remove.error} />
    </Dialog>
  )
}
