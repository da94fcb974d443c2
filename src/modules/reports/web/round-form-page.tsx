import './reports.css'
import { useSession } from '#core/access/web/session.ts'
import { useMaybeParam } from '#platform/web/location.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { useWords } from '#platform/web/words.ts'
import { getRound, type RoundView } from '../contract.ts'
import { newRound } from '../model/new-round.ts'
import { RoundForm } from './round-form.tsx'
import { today } from '#platform/web/format.ts'

export default function RoundFormPage() {
  const { active } = useSession()
  const { t } = useWords()
  const roundId = useMaybeParam('roundId')
  const read = useOperation(getRound, { roundId: roundId ?? '' }, { enabled: roundId !== null })
  const level = active.unitLevel
  return (
    <>
      <PageHead title={roundId ? 'reports.round_change' : 'reports.round_new'} trail={[{ to: '/dot-bao-cao', text: t('reports.rounds_title') }]} />
      {roundId ? (
        <OperationView read={read}>{(round) => <RoundForm unitId={active.unitId} level={level} roundId={round.id} first={fieldsOf(round)} />}</OperationView>
      ) : (
        <RoundForm unitId={active.unitId} level={level} roundId={null} first={newRound(level, today())} />
      )}
    </>
  )
}

function fieldsOf({ title, instructions, formCode, line, audience, period, window, deadline, acceptLateUntil, remindDays }: RoundView) {
  return { title, instructions, formCode, line, audience, period, window, deadline, acceptLateUntil, remindDays }
}
