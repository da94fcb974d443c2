import { QUESTIONS } from '@songhanh/vanban/signatures/answers'
import { Tag } from '#platform/web/tag.tsx'
import { useWords } from '#platform/web/words.ts'
import type { SignatureAnswers } from '../model/signatures.ts'
import { remarkSentence, TONES } from './signature-words.ts'

/** One signer with five answers, each by itself: there is no mark that stands for all. */
export function SignerAnswers({ signature }: { signature: SignatureAnswers }) {
  const words = useWords()
  const { t } = words
  const { order, kind, signer, answers, pages } = signature
  const organ = signer === null ? [] : [...signer.units.toReversed(), ...(signer.organ === null ? [] : [signer.organ])]
  return (
    <section className="signature stack stack-tight">
      <h3>{t('documents.signature.signed_by', { order, name: signer?.name ?? t(kind === 'timestamp' ? 'documents.signature.timestamp' : 'documents.signature.unknown_signer') })}</h3>
      <p className="hint">
        {[
          signer?.post ? t('documents.signature.post', { post: signer.post }) : '',
          organ.length > 0 ? t('documents.signature.organ', { organ: organ.join(', ') }) : '',
          signer?.taxCode ? t('documents.signature.tax_code', { code: signer.taxCode }) : '',
          pages.length > 0 ? t('documents.signature.page', { pages: pages.join(', ') }) : t('documents.signature.pages_none'),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <dl className="signature-answers">
        {QUESTIONS.map((question) => (
          <div key={question}>
            <dt>
              {t(`documents.signature.ask.${question}`)} <Tag tone={TONES[answers[question].state]} label={`documents.signature.state.${answers[question].state}`} />
            </dt>
            {answers[question].remarks.map((remark) => (
              <dd key={JSON.stringify(remark)}>{remarkSentence(words, question, remark)}</dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  )
}
