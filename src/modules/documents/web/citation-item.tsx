import { useSession } from '#core/access/web/session.ts'
import { Button } from '#platform/web/button.tsx'
import { useFormat } from '#platform/web/format.ts'
import { TextLink } from '#platform/web/link.tsx'
import { Tag, type Tone } from '#platform/web/tag.tsx'
import { useWords } from '#platform/web/words.ts'
import type { CitationEntry, CitationSource } from '../citation-contract.ts'

const TONES = { unknown: 'mute', ahead: 'info', in_force: 'ok', ended: 'warn', dropped: 'mute' } as const satisfies Record<CitationEntry['standing'], Tone>

interface CitationItemProps {
  entry: CitationEntry
  onEdit: (() => void) | null
  onTakeBack: (() => void) | null
}

/** A document that is cited or registered: whether it holds, where it is cited, how its citations contradict each other. */
export function CitationItem({ entry, onEdit, onTakeBack }: CitationItemProps) {
  const { t } = useWords()
  const format = useFormat()
  const { reference } = entry
  const name = `${entry.type} ${entry.number}/${entry.symbol}`
  return (
    <>
      <div className="row row-center">
        <h2 className="citation-name">{entry.documentId === null ? name : <TextLink to={`/van-ban/${entry.documentId}`}>{name}</TextLink>}</h2>
        {entry.standing !== 'unknown' && <Tag tone={TONES[entry.standing]} label={`documents.standing_${entry.standing}`} />}
        {entry.contradictions.length > 0 && <Tag tone="bad" label="documents.contradicted" />}
      </div>
      {entry.title !== null && <p lang="vi">{entry.title.charAt(0).toLocaleUpperCase('vi') + entry.title.slice(1)}</p>}
      <p className="hint">{[entry.issuer, entry.date && format.day(entry.date)].filter(Boolean).join(' · ')}</p>
      {reference && (
        <p className="hint">
          {[
            reference.until && t('documents.reference_until', { day: format.day(reference.until) }),
            reference.replacedBy && t('documents.reference_replaced', { by: reference.replacedBy }),
            t(`documents.reference_sure_${reference.sure}`, { source: reference.source, day: format.day(reference.checkedOn) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {entry.contradictions.map((contradiction) => (
        <Contradicted key={contradiction.aspect} contradiction={contradiction} />
      ))}
      {entry.contradictions.length === 0 && entry.citedIn > 0 && (
        <details>
          <summary>{t('documents.cited_in', { n: entry.citedIn })}</summary>
          <Sources sources={entry.sources} all={entry.citedIn} />
        </details>
      )}
      {onEdit && (
        <div className="row">
          <Button kind="secondary" small label={reference ? 'documents.reference_edit' : 'documents.reference_enter'} aria-label={`${t(reference ? 'documents.reference_edit' : 'documents.reference_enter')}: ${name}`} onClick={onEdit} />
          {onTakeBack && <Button kind="ghost" small icon="undo" label="documents.reference_take_back" onClick={onTakeBack} />}
        </div>
      )}
    </>
  )
}

function Contradicted({ contradiction: { aspect, variants, likely } }: { contradiction: CitationEntry['contradictions'][number] }) {
  const { t } = useWords()
  const format = useFormat()
  return (
    <section className="contradiction">
      <h3>{t(`documents.contradiction_${aspect}`)}</h3>
      <ul className="plain-list">
        {variants.map(({ value, citedIn, sources, isItself, isRegistered }, at) => (
          <li key={value} className={likely?.variant === at ? 'variant variant-likely' : 'variant'}>
            <strong lang="vi">{aspect === 'date' ? format.day(value) : value}</strong> {likely?.variant === at && <Tag tone="ok" label={`documents.likely_${likely.because}`} />}
            <span className="hint variant-evidence">
              {[isItself && t('documents.variant_itself'), isRegistered && t('documents.variant_registered'), citedIn > 0 && t('documents.variant_cited', { n: citedIn })].filter(Boolean).join(' · ')}
            </span>
            <Sources sources={sources} all={citedIn} />
          </li>
        ))}
      </ul>
      {likely === null && <p className="hint">{t('documents.likely_unknown')}</p>}
    </section>
  )
}

function Sources({ sources, all }: { sources: readonly CitationSource[]; all: number }) {
  const { t } = useWords()
  const { active } = useSession()
  if (sources.length === 0) return null
  return (
    <ul className="citation-sources">
      {sources.map(({ documentId, name, unitId, unitName }) => (
        <li key={documentId}>
          <TextLink to={`/van-ban/${documentId}`}>{name}</TextLink> {unitId !== active.unitId && <span className="hint">{unitName}</span>}
        </li>
      ))}
      {all > sources.length && <li className="hint">{t('documents.sources_more', { n: all - sources.length })}</li>}
    </ul>
  )
}
