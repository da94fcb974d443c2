import { useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { useWords } from '#platform/web/words.ts'
import type { DocumentView } from '../contract.ts'
import { linesWith } from '../model/sought-lines.ts'

/** Of many findings the gravest few are shown at first. */
const AT_FIRST = 6

const TONE = { error: 'bad', warning: 'warn', info: 'info' } as const

/** What a careful reader would mark, with the words in question. */
export function Findings({ findings }: { findings: DocumentView['reading']['findings'] }) {
  const { t } = useWords()
  const [isAll, setAll] = useState(false)
  if (findings.length === 0) return null
  const sorted = [...findings].sort((a, b) => GRAVEST_FIRST.indexOf(a.severity) - GRAVEST_FIRST.indexOf(b.severity))
  const shown = isAll ? sorted : sorted.slice(0, AT_FIRST)
  return (
    <section className="card">
      <h2>{t('documents.findings', { n: findings.length })}</h2>
      <p className="hint">{t('documents.findings_note')}</p>
      <ul className="findings plain-list">
        {shown.map((finding, index) => (
          <li key={index}>
            <Tag tone={TONE[finding.severity]} label={`documents.finding_${finding.severity}`} /> {finding.note}
            {finding.quote !== null && <blockquote>{finding.quote}</blockquote>}
          </li>
        ))}
      </ul>
      {shown.length < findings.length && <Button kind="ghost" label={['documents.findings_rest', { n: findings.length - shown.length }]} onClick={() => setAll(true)} />}
    </section>
  )
}

const GRAVEST_FIRST = ['error', 'warning', 'info'] as const

/** The text as it was found in the file, to be compared with what was understood. */
export function OriginalText({ document, sought }: { document: DocumentView; sought: string }) {
  const { t } = useWords()
  const box = useRef<HTMLElement>(null)
  const lines = useMemo(() => document.readText?.split('\n') ?? [], [document.readText])
  const found = useMemo(() => linesWith(lines, sought), [lines, sought])
  const first = found[0]
  useEffect(() => {
    const line = first === undefined ? null : box.current?.children.item(first)
    // Only the text scrolls: the page stays where one is typing.
    if (box.current && line instanceof HTMLElement) box.current.scrollTop = line.offsetTop - box.current.offsetTop - box.current.clientHeight / 3
  }, [first])
  if (document.readText === null) return null
  return (
    <section className="card">
      <h2>{t('documents.tab_original')}</h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard (WCAG 2.1.1) */}
      <section ref={box} className="original" aria-label={t('documents.tab_original')} tabIndex={0}>
        {lines.map((line, index) => (
          <p key={index}>{found.includes(index) ? <mark>{line}</mark> : line}</p>
        ))}
      </section>
    </section>
  )
}
