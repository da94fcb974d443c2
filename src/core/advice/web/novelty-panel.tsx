import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { Chips } from '#platform/web/chips.tsx'
import { useFormat } from '#platform/web/format.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { useWords } from '#platform/web/words.ts'
import { NOVELTY_RELATIONS, type NoveltyView } from '../contract.ts'
import './novelty.css'

interface NoveltyPanelProps {
  read: UseQueryResult<NoveltyView>
  isOpen: boolean
  onLook: () => void
  /** Goes to the place of the draft in which a sentence stands. */
  onOpen: (place: string) => void
}

/** How much of the draft was taken over from earlier, the superior's or a neighbour's documents, sentence beside sentence. */
export function NoveltyPanel({ read, isOpen, onLook, onOpen }: NoveltyPanelProps) {
  const { t } = useWords()
  return (
    <section className="card stack" aria-labelledby="novelty-title">
      <h2 id="novelty-title">{t('advice.novelty_title')}</h2>
      <p className="hint">{t('advice.novelty_hint')}</p>
      <div className="row">
        <Button kind="secondary" small label={isOpen ? 'advice.novelty_again' : 'advice.novelty_open'} busy={read.isFetching} onClick={onLook} />
      </div>
      {isOpen && <OperationView read={read}>{(found) => <Found found={found} onOpen={onOpen} />}</OperationView>}
    </section>
  )
}

/** Of many sentences a few are shown at first. */
const AT_FIRST = 8

type Shown = 'all' | (typeof NOVELTY_RELATIONS)[number]

function Found({ found, onOpen }: { found: NoveltyView; onOpen: (place: string) => void }) {
  const { t } = useWords()
  const format = useFormat()
  const [shown, setShown] = useState<Shown>('all')
  const [most, setMost] = useState(AT_FIRST)
  if (found.sources.length === 0) return <output>{t('advice.novelty_nothing_beside')}</output>
  if (found.copiedShare === null) return <output>{t('advice.novelty_no_sentences')}</output>
  const relations = NOVELTY_RELATIONS.filter((relation) => found.copied.some(({ source }) => found.sources[source]!.relation === relation))
  const sentences = found.copied.filter(({ source }) => shown === 'all' || found.sources[source]!.relation === shown)
  return (
    <div className="stack">
      <output className="novelty-share">
        <strong>{format.share(found.copiedShare, 0)}</strong> {t('advice.novelty_share', { copied: found.copiedCount, sentences: found.sentences })}
      </output>
      <ul className="plain-list novelty-sources">
        {found.sources.filter(({ share }) => share !== null && share > 0).map(({ documentId, relation, name, issuer, share }) => (
          <li key={documentId}>
            <Tag tone={relation === 'superior' ? 'info' : 'mute'} label={`advice.novelty_${relation}`} /> {name} <span className="hint">{issuer}</span> <strong>{format.share(share!, 0)}</strong>
          </li>
        ))}
      </ul>
      {relations.length > 1 && (
        <Chips legend="advice.novelty_show" value={shown} onChange={setShown} choices={(['all', ...relations] as const).map((value) => ({ value, label: `advice.novelty_${value}` as const }))} />
      )}
      <ol className="plain-list novelty-pairs">
        {sentences.slice(0, most).map(({ text, other, source, isSame, place }, at) => (
          <li key={at} className="novelty-pair">
            <div>
              <span className="hint">{t('advice.novelty_draft')}</span>
              <p lang="vi">{place === null ? text : <button type="button" className="as-link" onClick={() => onOpen(place)}>{text}</button>}</p>
            </div>
            <div>
              <span className="hint">
                {found.sources[source]!.name} · {t(isSame ? 'advice.novelty_same' : 'advice.novelty_similar')}
              </span>
              <p lang="vi">
                <Marked text={other} beside={text} />
              </p>
            </div>
          </li>
        ))}
      </ol>
      {sentences.length > most && <Button kind="ghost" label={['advice.novelty_more', { n: sentences.length - most }]} onClick={() => setMost(sentences.length)} />}
    </div>
  )
}

/** The words that the draft does not have are marked: what was changed is seen at once. */
function Marked({ text, beside }: { text: string; beside: string }) {
  const own = new Set(wordsOf(beside))
  return text.split(/(\s+)/).map((piece, at) => {
    const words = wordsOf(piece)
    return words.some((word) => !own.has(word)) ? <mark key={at}>{piece}</mark> : piece
  })
}

const wordsOf = (text: string): readonly string[] => text.toLocaleLowerCase('vi').match(/[\p{L}\p{N}]+/gu) ?? []
