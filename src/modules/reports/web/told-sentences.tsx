import { useState } from 'react'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { useFormat } from '#platform/web/format.ts'
import { TextLink } from '#platform/web/link.tsx'
import { useWords } from '#platform/web/words.ts'
import type { Sentence, ToldBody } from '../model/body.ts'
import { fieldId } from './report-words.ts'
import type { SectionsProps } from './report-sections.tsx'

/** Sentences of the records: each knows its sources and can be changed, left out, or taken back. */
export function ToldSentences({ body, isOpen, ...props }: SectionsProps & { body: ToldBody; isOpen: boolean }) {
  const { t } = useWords()
  if (body.sentences.length === 0) return <p className="hint">{t('reports.no_records')}</p>
  return (
    <>
      {body.sentences.map((sentence) => (
        <OneSentence key={sentence.key} sentence={sentence} isOpen={isOpen} {...props} />
      ))}
    </>
  )
}

function OneSentence({ sentence, isOpen, editing, shownSources, onSources }: SectionsProps & { sentence: Sentence; isOpen: boolean }) {
  const { t } = useWords()
  const format = useFormat()
  const [isEditing, setEditing] = useState(false)
  const { key, auto, sources, isStale } = sentence
  const entry = editing.valueOf('sentences', key)
  const text = entry ? entry.text : sentence.isEdited && isOpen ? auto : sentence.text
  const change = (next: string | null) => editing.set('sentences', key, { text: next, basis: auto ?? '' })
  const isShown = shownSources === key
  return (
    <div id={fieldId(key)}>
      {isEditing && isOpen ? (
        <AutoText label="reports.sentence_label" value={text ?? ''} onChange={change} rows={3} />
      ) : (
        <p>{text ?? <span className="hint">{t(['reports.sentence_out', { text: auto ?? '' }])}</span>}</p>
      )}
      {isStale && text !== null && auto !== null && <p className="hint">{t(['reports.sentence_now', { text: auto }])}</p>}
      <div className="row row-center">
        {sources.length > 0 && <Button small kind="ghost" label={['reports.sources_show', { n: sources.length }]} aria-expanded={isShown} onClick={() => onSources(isShown ? null : key)} />}
        {isOpen && <Button small kind="ghost" label={isEditing ? 'reports.sentence_done' : 'reports.sentence_edit'} onClick={() => setEditing(!isEditing)} />}
        {isOpen && text !== null && <Button small kind="ghost" label="reports.sentence_leave_out" onClick={() => change(null)} />}
        {isOpen && entry && auto !== null && <Button small kind="ghost" label="reports.sentence_back" onClick={() => editing.set('sentences', key, null)} />}
      </div>
      {isShown && (
        <ul>
          {sources.map((source) => (
            <li key={source.id}>
              <TextLink to={`/hoat-dong/${source.id}`}>{source.label || t('reports.source_untitled')}</TextLink> · {format.day(source.onDay)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
