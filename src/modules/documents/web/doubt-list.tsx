import type { DocumentModel } from '@songhanh/vanban/model'
import type { MessageKey } from '#platform/i18n/messages.ts'
import { Button } from '#platform/web/button.tsx'
import { useFormat } from '#platform/web/format.ts'
import { useWords } from '#platform/web/words.ts'
import type { DocumentView } from '../contract.ts'
import { doubtfulFields, missingInFile } from '../model/doubtful.ts'
import { valueOf, type AppliedHabit, type HabitField } from '../model/habits.ts'
import { placeOf } from './field-proof.tsx'

/** What each field is called on the screen. */
const LABELS: Readonly<Record<string, MessageKey>> = {
  'header.issuer': 'documents.issuer',
  'header.parentIssuer': 'documents.parent_issuer',
  'header.number': 'documents.number',
  'header.symbol': 'documents.symbol',
  'header.place': 'documents.place',
  'header.date': 'documents.issued_on',
  'header.docType': 'documents.doc_type',
  'header.title': 'documents.subject',
  'signer.authority': 'documents.signer_authority',
  'signer.position': 'documents.signer_position',
  'signer.name': 'documents.signer_name',
  lead: 'documents.lead',
  closing: 'documents.closing',
}

interface DoubtListProps {
  evidence: DocumentView['evidence']
  /** As it stands in the form now. */
  reading: DocumentModel
}

/** What to look at first: what the reader did not find, then the fields of which it is least sure, each leading to its place in the form. */
export function DoubtList({ evidence, reading }: DoubtListProps) {
  const { t } = useWords()
  const format = useFormat()
  // What a person wrote without a file has no evidence, and nothing to doubt.
  if (evidence.length === 0) return null
  const missing = missingInFile(evidence, reading)
  const doubts = doubtfulFields(evidence).filter(({ field }) => LABELS[field] !== undefined)
  if (doubts.length + missing.length === 0) return null
  return (
    <section className="card stack stack-tight" aria-labelledby="doubts-title">
      <h2 id="doubts-title">{t('documents.doubts', { n: doubts.length + missing.length })}</h2>
      <p className="hint">{t('documents.doubts_hint')}</p>
      <ul className="plain-list">
        {missing.map((field) => (
          <li key={field}>
            <FieldLink field={field} /> <span className="hint">{t('documents.doubt_missing')}</span>
          </li>
        ))}
        {doubts.map((found) => (
          <li key={found.field}>
            <FieldLink field={found.field} />{' '}
            <span className="hint">
              {[found.words === null ? t('documents.proof_absent') : t(placeOf(found)), t('documents.proof_sure', { share: format.share(found.confidence, 0) })].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function FieldLink({ field }: { field: string }) {
  const { t } = useWords()
  return (
    <button type="button" className="as-link" onClick={() => goToField(field)}>
      {t(LABELS[field]!)}
    </button>
  )
}

function goToField(field: string): void {
  const control = document.querySelector<HTMLElement>(`[data-field="${field}"] :is(input, textarea, select, button)`)
  control?.scrollIntoView({ block: 'center' })
  control?.focus({ preventScroll: true })
}

interface HabitNoticeProps {
  applied: readonly AppliedHabit[]
  reading: DocumentModel
  onSet: (field: HabitField, value: string | null) => void
}

/** What was put right because a person had corrected it in the issuer's last document; each may be undone. */
export function HabitNotice({ applied, reading, onSet }: HabitNoticeProps) {
  const { t } = useWords()
  if (applied.length === 0) return null
  return (
    <section className="card stack stack-tight" aria-labelledby="habits-title">
      <h2 id="habits-title">{t('documents.habits', { n: applied.length })}</h2>
      <p className="hint">{t('documents.habits_hint')}</p>
      <ul className="plain-list">
        {applied.map(({ habitId, field, from, to }) => {
          const isUndone = (valueOf(reading, field) ?? '') === (from ?? '')
          return (
            <li key={habitId} className="row row-center">
              <span>
                {t(LABELS[field]!)}: {from === null ? t('documents.habit_nothing') : <s lang="vi">{from}</s>} → <strong lang="vi">{to}</strong>
              </span>
              <Button
                kind="ghost"
                small
                icon={isUndone ? 'check' : 'undo'}
                label={isUndone ? 'documents.habit_again' : 'documents.habit_undo'}
                aria-label={`${t(isUndone ? 'documents.habit_again' : 'documents.habit_undo')}: ${t(LABELS[field]!)}`}
                onClick={() => onSet(field, isUndone ? to : from)}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
