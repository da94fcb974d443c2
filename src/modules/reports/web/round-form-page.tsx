import './reports.css'
import { useSession } from '#core/access/web/session.ts'
import { today } from '#platform/web/format.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { useWords } from '#platform/web/words.ts'
import { newRound } from '../model/new-round.ts'
import { RoundForm } from './round-form.tsx'

/** Opens a round: what is asked, of whom, until when. */
export default function RoundFormPage() {
  const { active } = useSession()
  const { t } = useWords()
  return (
    <>
      <PageHead title="reports.round_new" trail={[{ to: '/dot-bao-cao', text: t('reports.rounds_title') }]} />
      <RoundForm unitId={active.unitId} level={active.unitLevel} roundId={null} first={newRound(active.unitLevel, today())} />
    </>
  )
}
