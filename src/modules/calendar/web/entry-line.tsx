import type { AgendaEntry } from '#core/agenda/contract.ts'
import { Button } from '#platform/web/button.tsx'
import { useFormat } from '#platform/web/format.ts'
import { TextLink } from '#platform/web/link.tsx'
import { useWords } from '#platform/web/words.ts'
import { dayShown } from '../model/months.ts'

export type EntryLook = 'observance' | 'done' | 'coming' | 'late' | 'deadline' | 'holiday'

/** A deadline that is neither kept nor missed is shown as such; else the state decides. */
export function lookOf({ kind, state }: AgendaEntry): EntryLook {
  if (kind === 'observance' || kind === 'holiday') return kind
  if (state === 'done' || state === 'late') return state
  return kind === 'deadline' ? 'deadline' : 'coming'
}

/** The name of an entry in the reader's language, where it has one. */
export function useTitleOf(): (entry: AgendaEntry) => string {
  const { language } = useWords()
  return (entry) => (language === 'en' && entry.titleEn ? entry.titleEn : entry.title)
}

/** One line: day, coloured rule, name, what it is in a hidden word; a plus where nothing is planned yet. */
export function EntryLine({ entry, onOffer }: { entry: AgendaEntry; onOffer?: (() => void) | undefined }) {
  const { t } = useWords()
  const format = useFormat()
  const title = useTitleOf()(entry)
  const look = lookOf(entry)
  return (
    <li className="cal-line">
      <span className="cal-day">{format.dayOfYear(dayShown(entry))}</span>
      <span className={`cal-entry cal-${look}`}>
        {entry.href ? <TextLink to={entry.href}>{title}</TextLink> : title}
        <span className="vh"> ({t(`calendar.look_${look}`)})</span>
        <OfferButton offer={onOffer} name={title} />
      </span>
    </li>
  )
}

/** A plus beside an observance that has nothing yet. */
export function OfferButton({ offer, name }: { offer: (() => void) | undefined; name: string }) {
  return offer && <Button kind="ghost" small icon="plus" iconOnly label={['calendar.offer_for', { name }]} onClick={offer} />
}
