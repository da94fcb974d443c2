import './reports.css'
import { useSession } from '#core/access/web/session.ts'
import { useParam } from '#platform/web/location.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { useWords } from '#platform/web/words.ts'
import { getRound, type RoundView } from '../round-contract.ts'
import { RoundForm } from './round-form.tsx'

/** Goes on with a round that has not opened yet. */
export default function RoundChangePage() {
  const { active } = useSession()
  const { t } = useWords()
  const read = useOperation(getRound, { roundId: useParam('roundId') })
  return (
    <>
      <PageHead title="reports.round_change" trail={[{ to: '/dot-bao-cao', text: t('reports.rounds_title') }]} />
      <OperationView read={read}>{(round) => <RoundForm unitId={round.unitId} level={active.unitLevel} roundId={round.id} first={fieldsOf(round)} />}</OperationView>
    </>
  )
}

function fieldsOf({ title, instructions, formCode, line, audience, period, window, deadline, acceptLateUntil, remindDays }: RoundView) {
  return { title, instructions, formCode, line, audience, period, window, deadline, acceptLateUntil, remindDays }
}
