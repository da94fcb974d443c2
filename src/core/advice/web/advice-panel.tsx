import type { UseQueryResult } from '@tanstack/react-query'
import { Button } from '#platform/web/button.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { groupsOf, TONES } from '#platform/web/remarks.ts'
import { Tag } from '#platform/web/tag.tsx'
import { useWords } from '#platform/web/words.ts'
import type { AdviceCode, AdviceNote } from '../contract.ts'

export interface AdviceEditor {
  /** What stands in a place now; undefined when it is gone. */
  textAt(place: string): string | undefined
  onOpen(place: string): void
  canMend(place: string): boolean
  /** Writes a place anew. */
  onMend(place: string, text: string): void
}

interface AdvicePanelProps {
  read: UseQueryResult<readonly AdviceNote[]>
  isOpen: boolean
  onLook: () => void
  editor: AdviceEditor
}

/** Words, capitals, dates and bases as an editor would mark them; asked for, since it reads what is saved. */
export function AdvicePanel({ read, isOpen, onLook, editor }: AdvicePanelProps) {
  const { t } = useWords()
  return (
    <section className="card stack" aria-labelledby="advice-title">
      <h2 id="advice-title">{t('advice.title')}</h2>
      <p className="hint">{t('advice.hint')}</p>
      <div className="row">
        <Button kind="secondary" small label={isOpen ? 'advice.again' : 'advice.open'} busy={read.isFetching} onClick={onLook} />
      </div>
      {isOpen && <OperationView read={read}>{(found) => <AdviceList found={found} editor={editor} />}</OperationView>}
    </section>
  )
}

function AdviceList({ found, editor }: { found: readonly AdviceNote[]; editor: AdviceEditor }) {
  const { t } = useWords()
  const open = found.filter((advice) => stillStands(advice, editor))
  if (open.length === 0) return <output>{t('advice.none')}</output>
  return (
    <ul className="stack stack-tight checks plain">
      {groupsOf(open).map(([code, group]) => (
        <li key={code}>
          <Tag tone={TONES[group[0]!.severity]} label={`advice.code_${code.replaceAll('-', '_') as Underscored<AdviceCode>}`} />
          <ul>
            {group.map((advice) => (
              <li key={`${advice.place}:${advice.quote}:${advice.note}`}>
                <AdviceItem advice={advice} editor={editor} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

type Underscored<Code extends string> = Code extends `${infer Head}-${infer Rest}` ? `${Head}_${Underscored<Rest>}` : Code

function AdviceItem({ advice: { quote, note, proposal, place }, editor: { textAt, onOpen, canMend, onMend } }: { advice: AdviceNote; editor: AdviceEditor }) {
  const text = place === null ? undefined : textAt(place)
  const mend = place !== null && text !== undefined && quote !== null && proposal !== null && canMend(place) ? () => onMend(place, text.replace(quote, () => proposal)) : null
  return (
    <div className="stack stack-tight">
      {quote !== null && (place !== null && text !== undefined ? <button type="button" className="as-link" onClick={() => onOpen(place)}>“{quote}”</button> : <span>“{quote}”</span>)}
      <span className="hint" lang="vi">{note}</span>
      {mend && (
        <div className="row">
          <Button kind="ghost" small icon="check" label={['advice.apply', { words: proposal! }]} onClick={mend} />
        </div>
      )}
    </div>
  )
}

/** What has been mended since it was read is no longer told. */
function stillStands({ place, quote }: AdviceNote, { textAt }: AdviceEditor): boolean {
  return place === null || quote === null || (textAt(place)?.includes(quote) ?? false)
}
