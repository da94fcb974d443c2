import { Note } from '#platform/web/note.tsx'
import { useWords } from '#platform/web/words.ts'
import type { CaseView } from '../contract.ts'
import { BANS, DUTIES, dutiesOf, UNREAD_SOURCES, type CaseFacts } from '../model/duties.ts'
import { ClockTag } from './case-words.tsx'

/** What the law asks for, by what is known so far, with the clocks; and what must not be done. */
export function CaseGuide({ facts, clocks }: { facts: CaseFacts; clocks: CaseView['clocks'] }) {
  const { t } = useWords()
  const { duties, bans } = dutiesOf(facts)
  return (
    <section className="card stack">
      <h2>{t('cases.guide_title')}</h2>
      {facts.tags.length === 0 && <Note tone="warn">{t('cases.guide_unknown')}</Note>}
      <ul className="plain-list stack stack-tight">
        {clocks.map((clock) => (
          <li key={clock.key}>
            <ClockTag clock={clock} />
          </li>
        ))}
      </ul>
      <ol className="stack stack-tight">
        {duties.map((duty) => (
          <li key={duty}>
            {t(`cases.duty_${duty}`)} <span className="hint">{DUTIES[duty]}{UNREAD_SOURCES.includes(duty) && ` (${t('cases.unread_source')})`}</span>
          </li>
        ))}
      </ol>
      <h3>{t('cases.bans_title')}</h3>
      <ul className="stack stack-tight">
        {bans.map((ban) => (
          <li key={ban}>
            {t(`cases.ban_${ban}`)} {BANS[ban] && <span className="hint">{BANS[ban]}</span>}
          </li>
        ))}
      </ul>
      <p className="hint">{t('cases.guide_note')}</p>
    </section>
  )
}
