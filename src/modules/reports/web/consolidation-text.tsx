import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { TextLink } from '#platform/web/link.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'
import type { ConsolidationView, Quote } from '../consolidation-contract.ts'
import { sectionsOf, type FormPart } from '../model/form.ts'
import type { ConsolidationEditing } from './use-consolidation-editing.ts'

interface TextProps {
  view: ConsolidationView
  editing: ConsolidationEditing
}

/** The text of a consolidation, part by part, beside what the units wrote in the same part. */
export function ConsolidationText({ view, editing }: TextProps) {
  return (
    <div className="stack">
      {editing.isEditable && <TextInput label="reports.consolidation_title" value={editing.title} onChange={editing.setTitle} maxLength={300} />}
      {sectionsOf(view.form.sections).map(({ number, depth, section }) => {
        const parts = section.parts.filter(({ kind }) => kind === 'told' || kind === 'text')
        const Heading = depth === 1 ? 'h2' : 'h3'
        if (parts.length === 0 && section.parts.length > 0) return null
        const heading = (
          <Heading>
            {number}. {section.title}
          </Heading>
        )
        if (parts.length === 0) return <div key={number}>{heading}</div>
        return (
          <section key={number} className="card stack">
            {heading}
            {parts.map((part) => (
              <PartText key={part.key} part={part} view={view} editing={editing} />
            ))}
          </section>
        )
      })}
    </div>
  )
}

function PartText({ part, view, editing }: TextProps & { part: FormPart }) {
  const { t } = useWords()
  const written = textOf(part, view)
  const quotes = editing.quotes.filter((quote) => quote.part === part.key)
  const ask = part.kind === 'text' ? part.ask : t('reports.text_own')
  if (!editing.isEditable) {
    return (
      <div>
        <b>{ask}</b>
        {written ? written.split('\n').map((line) => <p key={line}>{line}</p>) : <p className="hint">{t('reports.nothing_written')}</p>}
      </div>
    )
  }
  return (
    <>
      <AutoText label={['reports.text_label', { ask }]} value={editing.texts[part.key] ?? autoText(part, view)} onChange={(text) => editing.setText(part.key, text)} rows={3} />
      {editing.texts[part.key] !== undefined && (
        <div>
          <Button small kind="ghost" icon="undo" label="reports.use_gathered" onClick={() => editing.setText(part.key, null)} />
        </div>
      )}
      {quotes.length > 0 && <b>{t('reports.quotes_here')}</b>}
      {quotes.map((quote) => (
        <div key={quote.key} className="row row-center">
          <q className="grow">{quote.text}</q> <span className="hint">{quote.unitName}</span>
          <Button small kind="ghost" label="reports.unquote" onClick={() => editing.removeQuote(quote.key)} />
        </div>
      ))}
      <Said part={part.key} view={view} editing={editing} />
    </>
  )
}

/** What stands in a part now, quotes included. */
function textOf(part: FormPart, view: ConsolidationView): string {
  const body = view.body.parts.find(({ key }) => key === part.key)
  if (body?.kind === 'text') return body.text ?? ''
  return body?.kind === 'told' ? body.sentences.flatMap(({ text }) => text ?? []).join('\n') : ''
}

/** What is put together for a part, without the quotes that stand below it. */
function autoText(part: FormPart, view: ConsolidationView): string {
  const body = view.body.parts.find(({ key }) => key === part.key)
  if (body?.kind === 'told') return body.sentences.filter(({ auto }) => auto !== null).flatMap(({ text }) => text ?? []).join('\n')
  const quotes = view.quotes.filter((quote) => quote.part === part.key).length
  const lines = (body?.kind === 'text' ? (body.text ?? '') : '').split('\n')
  return lines.slice(0, lines.length - quotes).join('\n')
}

/** What the units wrote in a part, sentences that say nearly the same together; each can be quoted. */
function Said({ part, view, editing }: TextProps & { part: string }) {
  const { t } = useWords()
  const groups = view.groups.find((one) => one.part === part)?.groups ?? []
  if (groups.length === 0) return null
  const isQuoted = (key: string) => editing.quotes.some((quote) => quote.key === key && quote.part === part)
  return (
    <details>
      <summary>{t(['reports.said_in_reports', { n: groups.length }])}</summary>
      <p className="hint">{t('reports.alike_hint')}</p>
      <ul className="report-checks">
        {groups.map((group) => (
          <li key={group.sentences[0]?.key ?? group.text}>
            {group.units.length > 1 && <b title={group.units.join(', ')}>{t(['reports.said_by', { n: group.units.length }])}</b>}
            {group.sentences.map((sentence) => (
              <Sentence key={sentence.key} sentence={sentence} part={part} view={view} isQuoted={isQuoted(sentence.key)} onQuote={editing.addQuote} />
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}

interface SentenceProps {
  sentence: ConsolidationView['groups'][number]['groups'][number]['sentences'][number]
  part: string
  view: ConsolidationView
  isQuoted: boolean
  onQuote: (quote: Quote) => void
}

function Sentence({ sentence, part, view, isQuoted, onQuote }: SentenceProps) {
  return (
    <div className="row row-center">
      <span className="grow">
        {sentence.text} <span className="hint"><TextLink to={`/dot-bao-cao/${view.roundId}/xem/${sentence.reportId}`}>{sentence.unitName}</TextLink></span>
      </span>
      <Button small kind="ghost" icon="plus" label="reports.quote" disabled={isQuoted} onClick={() => onQuote({ ...sentence, part })} />
    </div>
  )
}
