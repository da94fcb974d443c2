import type { AgendaEntry } from '#core/agenda/contract.ts'
import { Dialog } from '#platform/web/dialog.tsx'
import { ButtonLink, TextLink } from '#platform/web/link.tsx'
import { useWords } from '#platform/web/words.ts'
import { offersFor } from '../model/offers.ts'
import { useTitleOf } from './entry-line.tsx'

/** What a unit could do on an observance that has nothing yet; each opens the entry form filled in. */
export function OfferDialog({ observance, onClose }: { observance: AgendaEntry; onClose: () => void }) {
  const { t } = useWords()
  const name = useTitleOf()(observance)
  const code = observance.id.split(':')[1] ?? ''
  const offers = offersFor(code)
  return (
    <Dialog
      open
      onClose={onClose}
      title={['calendar.offer_for', { name }]}
      actions={<ButtonLink to="/hoat-dong/ghi" search={{ day: observance.day }} label="calendar.offer_own" kind={offers.length === 0 ? 'primary' : 'secondary'} icon="plus" />}
    >
      <p>{t(offers.length === 0 ? 'calendar.offer_none' : 'calendar.offer_text')}</p>
      <ul className="stack">
        {offers.map(({ kind, title }) => (
          <li key={title}>
            <TextLink to="/hoat-dong/ghi" search={{ day: observance.day, kind, title }}>
              {title}
            </TextLink>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
