import { useCan } from '#core/access/web/session.ts'
import { useFormat } from '#platform/web/format.ts'
import { DownloadLink, TextLink } from '#platform/web/link.tsx'
import { Note } from '#platform/web/note.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { useWords } from '#platform/web/words.ts'
import type { DocumentView } from '../contract.ts'
import { getSignatures, type SignatureView, type SignedStep } from '../signature-contract.ts'
import { SignerAnswers } from './signature-answers.tsx'
import { SignForm } from './sign-form.tsx'

/** The signatures of a document's PDF, and how an issued one gets the next. Nothing for what has no PDF. */
export function SignatureCard({ document, isOwn }: { document: DocumentView; isOwn: boolean }) {
  const can = useCan()
  const hasPdf = document.files.some(({ mediaType }) => mediaType === 'application/pdf')
  const maySign = isOwn && document.direction !== 'incoming' && document.state === 'issued' && can('documents.sign')
  if (!hasPdf) return null
  return <LoadedCard documentId={document.id} maySign={maySign} isIncoming={document.direction === 'incoming'} />
}

function LoadedCard({ documentId, maySign, isIncoming }: { documentId: string; maySign: boolean; isIncoming: boolean }) {
  const { t } = useWords()
  const read = useOperation(getSignatures, { documentId })
  return (
    <section className="card stack stack-tight">
      <h2>{t('documents.signature.title')}</h2>
      <OperationView read={read}>
        {(view) => (
          <div className="stack">
            <Report view={view} isIncoming={isIncoming} />
            <Steps documentId={documentId} steps={view.steps} />
            {maySign && <SignForm documentId={documentId} />}
          </div>
        )}
      </OperationView>
    </section>
  )
}

function Report({ view: { report, roots, steps }, isIncoming }: { view: SignatureView; isIncoming: boolean }) {
  const { t } = useWords()
  if (report === null) return null
  const isSigned = report.signatures.length > 0
  return (
    <>
      {report.problem !== null && <Note tone="bad">{t(`documents.signature.problem.${report.problem}`)}</Note>}
      {!isSigned && report.problem === null && (isIncoming || steps.length === 0) && <p>{t('documents.signature.none')}</p>}
      {isSigned && roots === 0 && (
        <Note tone="warn">
          {t('documents.signature.roots_none')} <TextLink to="/van-ban/chung-thu-goc">{t('documents.signature.roots_link')}</TextLink>
        </Note>
      )}
      {report.signatures.map((signature) => (
        <SignerAnswers key={signature.order} signature={signature} />
      ))}
    </>
  )
}

function Steps({ documentId, steps }: { documentId: string; steps: readonly SignedStep[] }) {
  const { t } = useWords()
  const format = useFormat()
  if (steps.length === 0) return null
  return (
    <div className="stack stack-tight">
      <h3>{t('documents.signature.steps')}</h3>
      <ol className="signature-steps">
        {steps.map(({ step, signers, made, addedAt, addedByName }) => (
          <li key={step}>
            <div>{t('documents.signature.step', { step, signers: signers.join(', ') })}</div>
            <p className="hint">{t(`documents.signature.step_${made}`, { name: addedByName ?? '', time: format.instant(addedAt) })}</p>
            <DownloadLink small href={`/api/documents/${documentId}/signed-files/${step}`} label={['documents.signature.step_download', { step }]} />
          </li>
        ))}
      </ol>
    </div>
  )
}
