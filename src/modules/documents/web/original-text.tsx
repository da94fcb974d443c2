import { Tag } from '#platform/web/tag.tsx'
import { useWords } from '#platform/web/words.ts'
import type { DocumentView } from '../contract.ts'

const TONE = { error: 'bad', warning: 'warn', info: 'info' } as const

/** What a careful reader would mark, with the words in question. */
export function Findings({ findings }: { findings: DocumentView['reading']['findings'] }) {
  const { t } = useWords()
  if (findings.length === 0) return null
  return (
    <section className="card">
      <h2>{t('documents.findings', { n: findings.length })}</h2>
      <p className="hint">{t('documents.findings_note')}</p>
      <ul className="findings">
        {findings.map((finding, index) => (
          <li key={index}>
            <Tag tone={TONE[finding.severity]} label={`documents.finding_${finding.severity}`} /> {finding.note}
            {finding.quote !== null && <blockquote>{finding.quote}</blockquote>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The text as it was found in the file, to be compared with what was understood. */
export function OriginalText({ document }: { document: DocumentView }) {
  const { t } = useWords()
  if (document.readingSource === 'inside') return null
  if (document.readText === null) return document.direction === 'incoming' ? null : <p className="hint">{t('documents.no_original')}</p>
  return (
    <section className="card">
      <h2>{t('documents.tab_original')}</h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard (WCAG 2.1.1) */}
      <section className="original" aria-label={t('documents.tab_original')} tabIndex={0}>
        {document.readText.split('\n').map((line, index) => (
          <p key={index}>{line}</p>
        ))}
      </section>
    </section>
  )
}
