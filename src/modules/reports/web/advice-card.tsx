import { useState } from 'react'
import { AdvicePanel } from '#core/advice/web/advice-panel.tsx'
import { NoveltyPanel } from '#core/advice/web/novelty-panel.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { adviseReport, compareReportText } from '../advice-contract.ts'
import type { ReportView } from '../contract.ts'
import { wordsOf } from '../model/body.ts'
import { isOpen } from './open-field.ts'
import { goToField } from './report-words.ts'
import type { ReportEditing } from './use-report-editing.ts'

/** What an editor would say of the report; a proposal is an edit of its text or sentence. */
export default function AdviceCard({ report, editing }: { report: ReportView; editing: ReportEditing }) {
  const [isAsked, ask] = useState(false)
  const read = useOperation(adviseReport, { reportId: report.id }, { enabled: isAsked })
  const look = async () => {
    if (!(await editing.flush())) return
    if (isAsked) void read.refetch()
    ask(true)
  }
  const [isCompared, compare] = useState(false)
  const beside = useOperation(compareReportText, { reportId: report.id }, { enabled: isCompared })
  const lookBeside = async () => {
    if (!(await editing.flush())) return
    if (isCompared) void beside.refetch()
    compare(true)
  }
  const standing = new Map(wordsOf(report.body).map(({ id, text }) => [id, text]))
  const textAt = (key: string) => editing.valueOf('texts', key) ?? editing.valueOf('sentences', key)?.text ?? standing.get(key)
  const mend = (key: string, text: string) => {
    const sentence = report.body.parts.flatMap((part) => (part.kind === 'told' ? part.sentences : [])).find((one) => one.key === key)
    if (sentence) editing.set('sentences', key, { text, basis: sentence.auto ?? '' })
    else editing.set('texts', key, text)
  }
  return (
    <>
      <AdvicePanel read={read} isOpen={isAsked} onLook={() => void look()} editor={{ textAt, onOpen: goToField, canMend: (key) => isOpen(report, editing, key), onMend: mend }} />
      <NoveltyPanel read={beside} isOpen={isCompared} onLook={() => void lookBeside()} onOpen={goToField} />
    </>
  )
}
